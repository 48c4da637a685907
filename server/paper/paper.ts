import type { FontScheme } from '../../shared/paper.ts';

/**
 * Documents as plain data: what a room wants to see on paper, block by block. The data crosses the
 * border to the thread that makes the bytes (workshop.ts), which alone knows the library.
 *
 * @example
 * await writePaper({
 *   layout: 'official', fonts: 'gb2312', draft: null, mark: null,
 *   properties: { title: '会议纪要', author: '管委会', date: '2018-12-28T00:00:00.000Z', custom: {} },
 *   sections: [{ blocks: [
 *     { kind: 'title', lines: ['关于召开联席会议的通知'] },
 *     { kind: 'heading', level: 1, text: '一、会议议定事项' },
 *     { kind: 'paragraph', text: '会议议定以下事项。' },
 *   ] }],
 * })
 */
export interface Paper {
  /** `official`: the form of GB/T 9704-2012; `ordinary`: a plain report layout, for English. */
  readonly layout: 'official' | 'ordinary';
  readonly fonts: FontScheme;
  /** Stands over every page as long as the paper is none yet, e.g. 草稿; null: it is final. */
  readonly draft: string | null;
  /** Stands at the head of every page, e.g. 示例数据; null: nothing does. */
  readonly mark: string | null;
  readonly properties: PaperProperties;
  readonly sections: readonly PaperSection[];
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

/** Pages of one orientation; a section begins on a new page. */
export interface PaperSection {
  readonly landscape?: true;
  readonly blocks: readonly Block[];
}

/** A piece of text that looks different from the rest of its paragraph. */
export interface Span {
  readonly text: string;
  /** 黑体, for a label at the beginning; bold in the ordinary layout. */
  readonly strong?: true;
  /** 楷体, for what is said beside the matter; italic in the ordinary layout. */
  readonly aside?: true;
}
export type Text = string | readonly Span[];

export type Block =
  /** Centred, one line each: the writer breaks them (梯形、菱形), at most 20 characters. */
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  /** Centred below the title, e.g. （2018年度）. */
  | { readonly kind: 'subtitle'; readonly text: string }
  /** 标志 of minutes: large, red, centred; below it the line with number, office and date. */
  | {
      readonly kind: 'masthead';
      readonly text: string;
      readonly number: string | null;
      readonly department: string;
      readonly date: string;
    }
  /** 主送, flush left; the text has its colon. */
  | { readonly kind: 'addressee'; readonly text: string }
  /** Numbered by the writer: 一、 / （一） / 1. / （1）. In the table of contents up to `depth`. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly text: Text;
      readonly align?: 'left' | 'center' | 'right';
      /** Without the two characters at the beginning of its first line. */
      readonly flush?: true;
      /** Smaller, for what is no part of the matter (notes, hashes). */
      readonly small?: true;
      /** Stays on the page of what follows. */
      readonly keepNext?: true;
    }
  /** The table of contents, with the headings up to this level. */
  | { readonly kind: 'contents'; readonly title: string; readonly depth: 1 | 2 | 3 }
  | ({ readonly kind: 'table' } & PaperTable)
  | ({ readonly kind: 'chart' } & PaperChart)
  /** 附件说明: “附件：1. …”. */
  | { readonly kind: 'attachments'; readonly label: string; readonly items: readonly string[] }
  /** 落款: the office and the date below it. */
  | { readonly kind: 'signature'; readonly department: string; readonly date: string }
  /** 附注, in its brackets. */
  | { readonly kind: 'note'; readonly text: string }
  /** 出席、请假、列席: the names hang behind the label, which has its colon. */
  | { readonly kind: 'people'; readonly label: string; readonly names: string }
  /** The head of an annex, on a new page: “附件1” and its title. */
  | { readonly kind: 'annex'; readonly label: string; readonly title: string }
  | { readonly kind: 'pageBreak' }
  | { readonly kind: 'blankLine' };

export interface PaperColumn {
  readonly head: string;
  /** In millimetres; all columns together 156 upright, 225 across. */
  readonly width: number;
  /** @default left */
  readonly align?: 'left' | 'center' | 'right';
}

export interface PaperTable {
  /** 表题, above the table, e.g. 表1 主要指标完成情况. */
  readonly caption: string | null;
  /** At the right above the table, e.g. 单位：万元. */
  readonly unit: string | null;
  readonly columns: readonly PaperColumn[];
  /** As many texts in each as there are columns; “\n” breaks a line. A string alone spans all of them. */
  readonly rows: readonly (readonly string[] | string)[];
  /** Below the table: 注：… 数据来源：… */
  readonly notes: readonly string[];
}

/** How a series is drawn: what was reported, what the plan wants by then, what is the aim. */
export type SeriesRole = 'actual' | 'plan' | 'target';

export interface PaperChart {
  /** 图题, below the chart, e.g. 图1 …. */
  readonly caption: string;
  /** `line`: over the years; `column`: of counts; `bar`: of several things beside each other. */
  readonly type: 'line' | 'column' | 'bar';
  readonly categories: readonly string[];
  /** One value for each category; null leaves a gap, never a zero. */
  readonly series: readonly {
    readonly name: string;
    readonly role: SeriesRole;
    readonly values: readonly (number | null)[];
  }[];
  /** Of the axis and the labels, e.g. `0.0`. */
  readonly numberFormat: string;
  /** Beside the axis, e.g. 台/万人; null: none. */
  readonly unit: string | null;
  /** What a reader hears who does not see it. */
  readonly description: string;
  /** In millimetres. @default 148 × 70 */
  readonly width?: number;
  readonly height?: number;
}
