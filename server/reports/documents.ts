import { XLSX } from '../../shared/exchange.ts';
import { explain as explainInEnglish } from '../../shared/i18n/en/explain.ts';
import { report as english } from '../../shared/i18n/en/report.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { explain as explainInChinese } from '../../shared/i18n/zh-CN/explain.ts';
import { report as chinese } from '../../shared/i18n/zh-CN/report.ts';
import { DOCX, type FontScheme, type PaperProperties } from '../../shared/paper.ts';
import type { ReportFormat } from '../../shared/reports.ts';
import { reportPaper, reportTitle } from '../../shared/reports/model.ts';
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
 * @param gather asked when the turn of this file has come
 * @throws Problem busy, and whatever `gather` throws
 */
export async function reportFile(
  gather: () => Promise<ReportSource>,
  format: ReportFormat,
  language: Language,
  fonts: FontScheme,
): Promise<MadeFile> {
  const voice = voiceIn(language);
  let title = '';
  if (format === 'xlsx') {
    const bytes = await writeAnnex(async () => {
      const source = await gather();
      title = reportTitle(source, voice);
      return { book: annexBook(source, voice, title), date: dateOf(source) };
    });
    return { title, bytes };
  }
  const bytes = await writePaper(async () => {
    const source = await gather();
    const { pages, ...report } = reportPaper(source, voice);
    title = report.title;
    return { ...pages, fonts, properties: propertiesOf(source, voice, title) };
  });
  return { title, bytes };
}

function propertiesOf(source: ReportSource, voice: Voice, title: string): PaperProperties {
  return {
    title,
    author: signatoryOf(source, voice),
    date: dateOf(source),
    custom: {
      Plan: source.board.plan.id,
      Year: String(source.board.year),
      Scope: source.scope,
      ...(source.seal === null ? {} : { SealedPackageSHA256: source.seal.sha256 }),
    },
  };
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
