import * as z from 'zod/mini';

/**
 * Documents as plain data: what a room wants to see on paper, block by block. The server makes a Word
 * document of it (server/paper), the client a page that can be printed (client/ui/PaperView.tsx).
 */

/**
 * The fonts that a document names (字体方案). None is embedded: the reader's machine has them. gb2312:
 * the four that offices install; windows: those that Windows brings; xinchuang: those of 麒麟 and 统信.
 */
export const FONT_SCHEMES = ['gb2312', 'windows', 'xinchuang'] as const;
export type FontScheme = (typeof FONT_SCHEMES)[number];

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** `official`: the form of GB/T 9704-2012; `ordinary`: a plain report layout, for English. */
export const LAYOUTS = ['official', 'ordinary'] as const;

/** A piece of text that is told from the rest of its paragraph. */
const span = z.object({
  text: z.string(),
  /** 黑体, for a label at the beginning; bold in the ordinary layout. */
  strong: z.optional(z.literal(true)),
  /** 楷体, for what is said beside the matter; italic in the ordinary layout. */
  aside: z.optional(z.literal(true)),
  /** The indicator whose figures it states: the page links it; a printed paper does not show it. */
  about: z.optional(z.string()),
});
export type Span = z.output<typeof span>;
const words = z.union([z.string(), z.array(span)]);
export type PaperText = z.output<typeof words>;

const align = z.enum(['left', 'center', 'right']);

/**
 * A table. Each row has as many texts as there are columns (“\n” breaks a line); a string alone spans
 * all of them.
 */
const table = z.object({
  kind: z.literal('table'),
  /** 表题, above the table, e.g. 表1 主要指标完成情况. */
  caption: z.nullable(z.string()),
  /** At the right above the table, e.g. 单位：万元. */
  unit: z.nullable(z.string()),
  columns: z.array(
    z.object({
      head: z.string(),
      /** In millimetres; all columns together 156 upright, 225 across. */
      width: z.number(),
      /** Absent: left. */
      align: z.optional(align),
    }),
  ),
  rows: z.array(z.union([z.string(), z.array(z.string())])),
  /** Below the table: 注：… 数据来源：… */
  notes: z.array(z.string()),
});
export type PaperTable = z.output<typeof table>;
export type PaperColumn = PaperTable['columns'][number];

/** How a series is drawn: what was reported, what the plan wants by then, what is the aim. */
export const SERIES_ROLES = ['actual', 'plan', 'target'] as const;
export type SeriesRole = (typeof SERIES_ROLES)[number];

const chart = z.object({
  kind: z.literal('chart'),
  /** 图题, below the chart, e.g. 图1 …. */
  caption: z.string(),
  /** `line`: over the years; `column`: of counts; `bar`: of several things beside each other. */
  type: z.enum(['line', 'column', 'bar']),
  categories: z.array(z.string()),
  /** One value for each category; null leaves a gap, never a zero. */
  series: z.array(
    z.object({
      name: z.string(),
      role: z.enum(SERIES_ROLES),
      values: z.array(z.nullable(z.number())),
    }),
  ),
  /** Of the axis and the labels, e.g. `0.0`. */
  numberFormat: z.string(),
  /** Beside the axis, e.g. 台/万人; null: none. */
  unit: z.nullable(z.string()),
  /** What a reader hears who does not see it. */
  description: z.string(),
  /** In millimetres; absent: 148 × 70. */
  width: z.optional(z.number()),
  height: z.optional(z.number()),
});
export type PaperChart = z.output<typeof chart>;

const plain = <const Kind extends string>(kind: Kind) =>
  z.object({ kind: z.literal(kind), text: z.string() });

export const block = z.discriminatedUnion('kind', [
  /** Centred, one line each: the writer breaks them (梯形、菱形), at most 20 characters. */
  z.object({ kind: z.literal('title'), lines: z.array(z.string()) }),
  /** Centred below the title, e.g. （2018年度）. */
  plain('subtitle'),
  /** 标志 of minutes: large, red, centred; below it the line with number, office and date. */
  z.object({
    kind: z.literal('masthead'),
    text: z.string(),
    number: z.nullable(z.string()),
    department: z.string(),
    date: z.string(),
  }),
  /** 主送, flush left; the text has its colon. */
  plain('addressee'),
  /** Numbered by the writer: 一、 / （一） / 1. / （1）. */
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    text: z.string(),
  }),
  z.object({
    kind: z.literal('paragraph'),
    text: words,
    align: z.optional(align),
    /** Without the two characters at the beginning of its first line. */
    flush: z.optional(z.literal(true)),
    /** Smaller, for what is no part of the matter (notes, hashes). */
    small: z.optional(z.literal(true)),
    /** Stays on the page of what follows. */
    keepNext: z.optional(z.literal(true)),
  }),
  /** The table of contents, with the headings up to this level and the annexes. */
  z.object({
    kind: z.literal('contents'),
    title: z.string(),
    depth: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  }),
  table,
  chart,
  /** 附件说明: “附件：1. …”. */
  z.object({ kind: z.literal('attachments'), label: z.string(), items: z.array(z.string()) }),
  /** 落款: the office and the date below it. */
  z.object({ kind: z.literal('signature'), department: z.string(), date: z.string() }),
  /** 附注; the paper puts it in its brackets. */
  plain('note'),
  /** 出席、请假、列席: the names hang behind the label, which has its colon. */
  z.object({ kind: z.literal('people'), label: z.string(), names: z.string() }),
  /** The head of an annex, on a new page: “附件1” and its title. */
  z.object({ kind: z.literal('annex'), label: z.string(), title: z.string() }),
  z.object({ kind: z.literal('pageBreak') }),
  z.object({ kind: z.literal('blankLine') }),
]);
export type Block = z.output<typeof block>;

/** Pages of one orientation; a section begins on a new page. */
export const paperSection = z.object({
  landscape: z.optional(z.literal(true)),
  blocks: z.array(block),
});
export type PaperSection = z.output<typeof paperSection>;

/** What a paper shows, whatever it is drawn with. */
export const paperPages = z.object({
  layout: z.enum(LAYOUTS),
  /** Stands over every page as long as the paper is none yet, e.g. 草稿; null: it is final. */
  draft: z.nullable(z.string()),
  /** Stands at the head of every page, e.g. 示例数据; null: nothing does. */
  mark: z.nullable(z.string()),
  sections: z.array(paperSection),
});
export type PaperPages = z.output<typeof paperPages>;

/**
 * A paper as a file.
 * @example
 * await writePaper({
 *   layout: 'official', fonts: 'gb2312', draft: null, mark: null,
 *   properties: { title: '会议纪要', author: '管委会', date: '2018-12-28T00:00:00.000Z', custom: {} },
 *   sections: [{ blocks: [
 *     { kind: 'title', lines: ['联席会议纪要'] },
 *     { kind: 'heading', level: 1, text: '一、会议议定事项' },
 *     { kind: 'paragraph', text: '会议议定以下事项。' },
 *   ] }],
 * })
 */
export interface Paper extends PaperPages {
  readonly fonts: FontScheme;
  readonly properties: PaperProperties;
}

export interface PaperProperties {
  readonly title: string;
  /** The office that answers for it. */
  readonly author: string;
  readonly subject?: string;
  /**
   * ISO instant: what the file says of its making, in the place of the clock, so that the same paper
   * is the same bytes for ever.
   */
  readonly date: string;
  /** Further properties of the file, by their name, e.g. the hash of the sealed package. */
  readonly custom: Readonly<Record<string, string>>;
}
