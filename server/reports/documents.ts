import { XLSX } from '../../shared/exchange.ts';
import { explain as explainInEnglish } from '../../shared/i18n/en/explain.ts';
import { report as english } from '../../shared/i18n/en/report.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { explain as explainInChinese } from '../../shared/i18n/zh-CN/explain.ts';
import { report as chinese } from '../../shared/i18n/zh-CN/report.ts';
import { DOCX, type FontScheme, type Paper } from '../../shared/paper.ts';
import type { ReportFormat } from '../../shared/reports.ts';
import { reportPaper } from '../../shared/reports/model.ts';
import type { ReportSource, Voice } from '../../shared/reports/source.ts';
import { writeAnnex, writePaper } from '../paper/workshop.ts';
import { annexBook } from './annex-book.ts';

const VOICES: Readonly<Record<Language, Voice>> = {
  'zh-CN': { language: 'zh-CN', words: chinese, explain: explainInChinese },
  en: { language: 'en', words: english, explain: explainInEnglish },
};

export const voiceIn = (language: Language): Voice => VOICES[language];

export const MEDIA_TYPES = { docx: DOCX, xlsx: XLSX } as const satisfies Record<
  ReportFormat,
  string
>;

export interface MadeFile {
  readonly title: string;
  readonly bytes: Buffer;
}

/**
 * The file of a report, made in a thread. The same source, language and fonts give the same bytes.
 * @throws Problem busy
 */
export async function reportFile(
  source: ReportSource,
  format: ReportFormat,
  language: Language,
  fonts: FontScheme,
): Promise<MadeFile> {
  const voice = voiceIn(language);
  const { title, pages } = reportPaper(source, voice);
  const date = dateOf(source);
  if (format === 'xlsx') {
    return { title, bytes: await writeAnnex(annexBook(source, voice, title), date) };
  }
  const paper: Paper = {
    ...pages,
    fonts,
    properties: {
      title,
      author: signatoryOf(source, voice),
      date,
      custom: {
        Plan: source.board.plan.id,
        Year: String(source.board.year),
        Scope: source.scope,
        ...(source.seal === null ? {} : { SealedPackageSHA256: source.seal.sha256 }),
      },
    },
  };
  return { title, bytes: await writePaper(paper) };
}

/** What the file gives as its day: that of the seal, or the last of the year. */
function dateOf({ seal, board }: ReportSource): string {
  return `${seal === null ? `${board.year}-12-31` : seal.sealedOn}T00:00:00.000Z`;
}

function signatoryOf(source: ReportSource, { words, language }: Voice): string {
  if (source.texts.signatory) return source.texts.signatory;
  const department = source.board.departments.find(({ id }) => id === source.scope);
  if (department === undefined) return words.committee;
  return language === 'zh-CN' ? department.fullNameZh : department.nameEn;
}
