import { headline } from '../sentences.ts';
import { numeral } from '../figures.ts';
import type { BoardIndicator } from '../dashboard.ts';
import type { Block, PaperColumn, PaperPages, PaperSection, Span } from '../paper.ts';
import {
  addMoney,
  evidenceRows,
  indicatorRows,
  measureRows,
  moneyPlaces,
  spread,
  textOf,
} from './annexes.ts';
import { chartsOf } from './charts.ts';
import { basisOf, PROBLEM_STATUSES, reportClauses } from './progress.ts';
import {
  departmentName,
  indicatorsOf,
  measuresOf,
  pick,
  type ReportSource,
  sayOf,
  type Voice,
  ZONE,
} from './source.ts';
import { titleLines } from './title.ts';
import type { Annex, AnnexColumn } from './words.ts';

/** A report as it is shown and printed, and what its file is called. */
export interface ReportPaper {
  readonly title: string;
  readonly pages: PaperPages;
}

/**
 * The report of a year: one model for a department and for the zone. Sentences and tables come from
 * the figures by rules; what people wrote stands between them. Pure: no clock, no chance.
 */
export function reportPaper(source: ReportSource, voice: Voice): ReportPaper {
  const { board, scope, final } = source;
  const { words, language } = voice;
  const title = reportTitle(source, voice);
  const annexes = annexesOf(source, voice);
  const contents: PaperSection[] =
    scope === ZONE ? [{ blocks: [{ kind: 'contents', title: words.contents, depth: 2 }] }] : [];
  const sections: PaperSection[] = [
    ...contents,
    {
      blocks: bodyOf(
        source,
        voice,
        title,
        annexes.map(({ annex }) => words.annexes[annex]),
      ),
    },
    ...annexes.map(({ section }) => section),
  ];
  return {
    title,
    pages: {
      layout: language === 'zh-CN' ? 'official' : 'ordinary',
      draft: final ? null : words.draft,
      mark: board.plan.illustrative ? words.illustrative : null,
      sections: withProof(sections, source, voice),
    },
  };
}

/** What a report is called. */
export function reportTitle(source: ReportSource, voice: Voice): string {
  const { board, scope } = source;
  return voice.words.title({
    department: scope === ZONE ? null : departmentName(source, scope, voice),
    year: board.year,
    programme: pick(voice, board.plan.shortTitleZh, board.plan.shortTitleEn),
  });
}

/** On the last page: what the figures were taken from. */
function withProof(sections: PaperSection[], source: ReportSource, voice: Voice): PaperSection[] {
  const { seal, board } = source;
  const { words } = voice;
  const text = seal === null ? words.unsealed(board.year) : words.proof(seal);
  const proof: Block = { kind: 'paragraph', small: true, text };
  return sections.map((section, at) =>
    at === sections.length - 1 ? { ...section, blocks: [...section.blocks, proof] } : section,
  );
}

function bodyOf(
  source: ReportSource,
  voice: Voice,
  title: string,
  annexes: readonly string[],
): Block[] {
  const { board, scope, texts } = source;
  const { words, language } = voice;
  const addressee = texts.addressee || words.addressee[scope === ZONE ? 'zone' : 'department'];
  const signatory =
    texts.signatory || (scope === ZONE ? words.committee : fullName(source, scope, voice));
  const document = pick(voice, board.plan.titleZh, board.plan.titleEn);
  const { contact } = texts;
  return [
    { kind: 'title', lines: language === 'zh-CN' ? titleLines(title) : [title] },
    { kind: 'addressee', text: words.salutation(addressee) },
    { kind: 'paragraph', text: words.opening(document, board.year) },
    ...written(texts.opening),
    { kind: 'heading', level: 1, text: words.heading([1], words.parts.targets) },
    ...overview(source, voice),
    ...themes(source, voice),
    ...written(texts.results),
    { kind: 'heading', level: 1, text: words.heading([2], words.parts.measures) },
    ...written(texts.measures),
    ...measures(source, voice),
    { kind: 'heading', level: 1, text: words.heading([3], words.parts.problems) },
    ...problems(source, voice),
    { kind: 'heading', level: 1, text: words.heading([4], words.parts.nextSteps) },
    ...nextSteps(source, voice),
    ...(words.closing === '' ? [] : [{ kind: 'paragraph', text: words.closing } as const]),
    { kind: 'attachments', label: words.attachments, items: [...annexes] },
    {
      kind: 'signature',
      department: signatory,
      date: texts.signedOn ? words.date(texts.signedOn) : words.dateOpen,
    },
    ...(contact ? [{ kind: 'note', text: words.contact(contact) } as const] : []),
  ];
}

function fullName({ board }: ReportSource, id: string, voice: Voice): string {
  const found = board.departments.find((one) => one.id === id);
  return found === undefined ? id : pick(voice, found.fullNameZh, found.nameEn);
}

/** What somebody wrote, a paragraph for each of its lines. */
function written(text: string | undefined): Block[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): Block => ({ kind: 'paragraph', text: line }));
}

function overview(source: ReportSource, voice: Voice): Block[] {
  const indicators = indicatorsOf(source);
  const { words, explain } = voice;
  if (indicators.length === 0) return [{ kind: 'paragraph', text: words.noIndicators }];
  const said = explain.headline(headline(indicators.map(({ assessment }) => assessment.status)));
  return [
    { kind: 'paragraph', text: words.overview(said, source.board.year) },
    spreadTable(source, voice),
  ];
}

/** How many of each theme are how far: names of statuses are heads in Chinese, and too long for it in English. */
function spreadTable(source: ReportSource, voice: Voice): Block {
  const { words, language } = voice;
  const { statuses, themes } = spread(source);
  const total = (counts: readonly number[]): number =>
    counts.reduce((sum, count) => sum + count, 0);
  const totals = statuses.map((_, at) => total(themes.map(({ counts }) => counts[at] ?? 0)));
  const table = [
    [words.spread.theme, ...statuses.map(words.statusName), words.spread.total],
    ...[
      ...themes.map(({ themeId, counts }) => ({ name: themeName(source, themeId, voice), counts })),
      { name: words.spread.total, counts: totals },
    ].map(({ name, counts }) => [name, ...[...counts, total(counts)].map(String)]),
  ];
  const [heads = [], ...rows] = language === 'zh-CN' ? table : turned(table);
  return {
    kind: 'table',
    caption: words.tableCaption(1, words.spread.caption),
    unit: null,
    columns: heads.map((head, at): PaperColumn =>
      at === 0
        ? { head: language === 'zh-CN' ? head : words.spread.status, width: 40 }
        : { head, width: 116 / (heads.length - 1), align: 'center' },
    ),
    rows,
    notes: [],
  };
}

/** Rows as columns. */
const turned = (table: readonly (readonly string[])[]): string[][] =>
  (table[0] ?? []).map((_, at) => table.map((row) => row[at] ?? ''));

function themeName({ board }: ReportSource, themeId: string, voice: Voice): string {
  const theme = board.themes.find(({ id }) => id === themeId);
  return theme === undefined ? themeId : pick(voice, theme.nameZh, theme.nameEn);
}

/** One paragraph for each indicator, numbered within its theme. */
function themes(source: ReportSource, voice: Voice): Block[] {
  const { words } = voice;
  const indicators = indicatorsOf(source);
  const known = source.board.themes.filter(({ id }) =>
    indicators.some((one) => one.themeId === id),
  );
  return known.flatMap(({ id }, at): Block[] => [
    {
      kind: 'heading',
      level: 2,
      text: words.heading([1, at + 1], words.parts.theme(themeName(source, id, voice))),
    },
    ...indicators
      .filter((one) => one.themeId === id)
      .map((indicator, place): Block => ({
        kind: 'paragraph',
        text: [
          {
            text: words.label(place + 1, pick(voice, indicator.nameZh, indicator.nameEn)),
            strong: true,
          },
          { text: indicatorSentence(indicator, source.board.year, voice), about: indicator.id },
        ],
      })),
  ]);
}

/**
 * The sentence about one indicator at the end of a year.
 * @example “截至2018年底为49.0%，完成2020年目标的38.9%，落后序时进度21.1个百分点，进度滞后。”
 */
export function indicatorSentence(indicator: BoardIndicator, year: number, voice: Voice): string {
  const say = sayOf(indicator, voice);
  const { clauses } = voice.words;
  const said = reportClauses(indicator, year).map((clause) => {
    const speak = clauses[clause.code] as (clause: object, say: object) => string;
    return speak(clause, say);
  });
  return voice.words.sentence(said, basisOf(indicator, year));
}

function measures(source: ReportSource, voice: Voice): Block[] {
  const { words } = voice;
  const { measure: said } = words;
  const all = measuresOf(source);
  const paid = all
    .flatMap(({ accounts }) => accounts.map(({ paidWan }) => paidWan))
    .filter((one) => one !== null);
  const total = addMoney(paid);
  const missing = all.filter(({ accounts }) => accounts.length === 0);
  const money: Block[] =
    paid.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: said.paidInAll(source.board.year, numeral(total, moneyPlaces(total))),
          },
        ];
  return [
    ...money,
    ...all
      .filter(({ accounts }) => accounts.length > 0)
      .map(({ number, titleZh, titleEn, departmentIds, accounts }): Block => {
        const names = departmentIds.map((id) => departmentName(source, id, voice));
        const text = accounts
          .map((account) => accountText(account, source, voice, accounts.length > 1))
          .join(voice.language === 'zh-CN' ? '' : ' ');
        return {
          kind: 'paragraph',
          text: [
            { text: words.label(number, pick(voice, titleZh, titleEn)), strong: true },
            { text },
            ...(names.length === 0
              ? []
              : [{ text: said.by(words.listed(names)), aside: true } satisfies Span]),
          ],
        };
      }),
    ...(missing.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: said.notReported(
              missing.map(
                ({ number, titleZh, titleEn }) => `${number}. ${pick(voice, titleZh, titleEn)}`,
              ),
              source.board.year,
            ),
          } satisfies Block,
        ]),
  ];
}

type Account = ReportSource['measures'][number]['accounts'][number];

function accountText(
  { departmentId, state, done, results, paidWan }: Account,
  source: ReportSource,
  voice: Voice,
  several: boolean,
): string {
  const { measure: said } = voice.words;
  const amounts = results.map(({ name, amount, unit }) =>
    said.result(name, numeral(amount, placesOfAmount(amount)), unit),
  );
  const text = [
    state === null ? '' : ended(said.states[state], voice),
    ended(done, voice),
    paidWan === null || paidWan === 0 ? '' : said.paid(numeral(paidWan, moneyPlaces(paidWan))),
    amounts.length === 0 ? '' : said.results(amounts),
  ]
    .filter((part) => part !== '')
    .join(voice.language === 'zh-CN' ? '' : ' ');
  return several ? said.said(departmentName(source, departmentId, voice), text) : text;
}

const placesOfAmount = (amount: number): number =>
  Number.isInteger(amount) ? 0 : moneyPlaces(amount);

/** A text as a sentence of a paragraph: on one line, and ended. */
function ended(text: string, { language }: Voice): string {
  const line = text.trim().replaceAll(/\s*\n\s*/g, language === 'zh-CN' ? '' : ' ');
  if (line === '' || /[。！？；.!?;]$/.test(line)) return line;
  return `${line}${language === 'zh-CN' ? '。' : '.'}`;
}

function problems(source: ReportSource, voice: Voice): Block[] {
  const { words } = voice;
  const indicators = indicatorsOf(source);
  const named = (one: BoardIndicator): string => pick(voice, one.nameZh, one.nameEn);
  const lines = PROBLEM_STATUSES.flatMap((status) => {
    const names = indicators.filter(({ assessment }) => assessment.status === status).map(named);
    return names.length === 0 ? [] : [words.problem(status, names)];
  });
  const missing = indicators.filter(({ assessment }) => assessment.status === 'noData').map(named);
  const none = indicators.length === 0 ? [] : [words.noProblem(source.board.year)];
  const said = [
    ...(lines.length === 0 ? none : lines),
    ...(missing.length === 0 ? [] : [words.unreported(missing, source.board.year)]),
  ];
  const all = [
    ...said.map((text): Block => ({ kind: 'paragraph', text })),
    ...written(source.texts.problems),
    ...fromAccounts(source, voice, ({ problems: text }) => text),
  ];
  return all.length > 0 ? all : [{ kind: 'paragraph', text: words.nothingWritten }];
}

function nextSteps(source: ReportSource, voice: Voice): Block[] {
  const own = [
    ...written(source.texts.nextSteps),
    ...fromAccounts(source, voice, ({ nextSteps: text }) => text),
  ];
  return own.length > 0 ? own : [{ kind: 'paragraph', text: voice.words.nothingWritten }];
}

/** What the reports on measures say of one thing, measure by measure. */
function fromAccounts(
  source: ReportSource,
  voice: Voice,
  of: (account: Account) => string,
): Block[] {
  let count = 0;
  return measuresOf(source).flatMap(({ titleZh, titleEn, accounts }): Block[] => {
    const text = accounts
      .map(of)
      .map((one) => ended(one, voice))
      .filter((one) => one !== '')
      .join(voice.language === 'zh-CN' ? '' : ' ');
    if (text === '') return [];
    count += 1;
    const label = voice.words.label(count, pick(voice, titleZh, titleEn));
    return [{ kind: 'paragraph', text: [{ text: label, strong: true }, { text }] }];
  });
}

interface MadeAnnex {
  readonly annex: Annex;
  readonly section: PaperSection;
}

/** The annexes that have something in them, numbered as they come. */
function annexesOf(source: ReportSource, voice: Voice): MadeAnnex[] {
  const { words } = voice;
  const head = (annex: Annex, position: number): Block => ({
    kind: 'annex',
    label: words.annex(position),
    title: words.annexes[annex],
  });
  /** `width`: of a Chinese paper and of an English one, whose words are longer. */
  const column = (
    id: AnnexColumn,
    [chinese, english]: readonly [number, number],
    align?: PaperColumn['align'],
  ): PaperColumn => ({
    head: words.columns[id],
    width: voice.language === 'zh-CN' ? chinese : english,
    ...(align === undefined ? {} : { align }),
  });
  const year = source.board.year;
  const made: { annex: Annex; landscape?: true; blocks: Block[] }[] = [];

  const indicators = indicatorRows(source, voice);
  const themesHere = source.board.themes.filter(({ id }) =>
    indicators.some(({ themeId }) => themeId === id),
  );
  if (indicators.length > 0) {
    made.push({
      annex: 'indicators',
      landscape: true,
      blocks: [
        {
          kind: 'table',
          caption: null,
          unit: words.asOf(year),
          columns: [
            column('code', [10, 10], 'center'),
            column('name', [35, 40]),
            column('target', [20, 20], 'center'),
            column('baseline', [13, 15], 'right'),
            column('figure', [15, 15], 'right'),
            column('unit', [18, 19], 'center'),
            column('completion', [15, 17], 'right'),
            column('planned', [17.7, 14], 'right'),
            column('gap', [14.5, 14], 'right'),
            column('status', [24, 18]),
            column('department', [29.5, 38]),
            column('remarks', [13.3, 15]),
          ],
          rows: themesHere.flatMap(({ id }) => [
            themeName(source, id, voice),
            ...indicators
              .filter(({ themeId }) => themeId === id)
              .map((row) => [
                row.code,
                row.name,
                row.target,
                textOf(row.baseline),
                textOf(row.figure),
                row.unit,
                textOf(row.completion),
                textOf(row.planned),
                textOf(row.gap),
                row.status,
                row.department,
                row.remarks,
              ]),
          ]),
          notes: [...words.notes.indicators],
        },
      ],
    });
  }

  const measureTable = measureRows(source, voice);
  if (measureTable.length > 0) {
    made.push({
      annex: 'measures',
      landscape: true,
      blocks: [
        {
          kind: 'table',
          caption: null,
          unit: words.money,
          columns: [
            column('number', [10, 9], 'center'),
            column('title', [44, 40]),
            column('department', [36, 48]),
            column('state', [24, 19], 'center'),
            column('paid', [21, 15], 'right'),
            column('done', [60, 60]),
            column('results', [30, 34]),
          ],
          rows: measureTable.map((row) => [
            String(row.number),
            row.title,
            row.department,
            row.state,
            textOf(row.paid),
            row.done,
            row.results,
          ]),
          notes: [...words.notes.measures],
        },
      ],
    });
  }

  const evidence = evidenceRows(source, voice);
  if (evidence.length > 0) {
    made.push({
      annex: 'evidence',
      blocks: [
        {
          kind: 'table',
          caption: null,
          unit: null,
          columns: [
            column('number', [11, 11], 'center'),
            column('code', [11, 12], 'center'),
            column('indicator', [48, 47]),
            column('file', [50, 50]),
            column('sha256', [36, 36]),
          ],
          rows: evidence.map(({ code, indicator, file, sha256 }, at) => [
            String(at + 1),
            code,
            indicator,
            file,
            sha256,
          ]),
          notes: [words.notes.evidence],
        },
      ],
    });
  }

  const charts = chartsOf(source, voice);
  if (charts.length > 0) {
    made.push({
      annex: 'charts',
      blocks: [...charts, { kind: 'paragraph', small: true, text: words.notes.charts }],
    });
  }
  return made.map(({ annex, landscape, blocks }, at) => ({
    annex,
    section: {
      ...(landscape === undefined ? {} : { landscape }),
      blocks: [head(annex, at + 1), ...blocks],
    },
  }));
}
