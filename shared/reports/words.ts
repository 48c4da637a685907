import type { Status } from '../assessment/types.ts';
import type { Say } from '../figures.ts';
import type { MeasureState } from '../measures.ts';
import type { FigureBasis, ReportClause, ReportCode } from './progress.ts';

/** The parts of a report that people write, in the order in which they are asked for. */
export const TEXT_SECTIONS = [
  /** After the sentence that opens the report. */
  'opening',
  /** After the figures, before the measures. */
  'results',
  'measures',
  'problems',
  'nextSteps',
] as const;
export type TextSection = (typeof TEXT_SECTIONS)[number];

/** What people say of the paper itself; empty: the report's own default. */
export const FACTS = ['addressee', 'signatory', 'signedOn', 'contact'] as const;
export type Fact = (typeof FACTS)[number];

/** Names of columns of the annexes; the workbook has the same. */
export const INDICATOR_COLUMNS = [
  'number',
  'code',
  'name',
  'target',
  'baseline',
  'figure',
  'unit',
  'completion',
  'planned',
  'gap',
  'status',
  'department',
  'remarks',
] as const;
export const MEASURE_COLUMNS = [
  'number',
  'title',
  'department',
  'state',
  'paid',
  'done',
  'results',
] as const;
export const EVIDENCE_COLUMNS = ['number', 'code', 'indicator', 'file', 'sha256'] as const;
export type AnnexColumn =
  | (typeof INDICATOR_COLUMNS)[number]
  | (typeof MEASURE_COLUMNS)[number]
  | (typeof EVIDENCE_COLUMNS)[number];

export const ANNEXES = ['indicators', 'measures', 'evidence', 'charts'] as const;
export type Annex = (typeof ANNEXES)[number];

/** Every sentence of a report; both dictionaries have them. */
export interface ReportWords {
  readonly clauses: {
    readonly [Code in ReportCode]: (
      clause: Extract<ReportClause, { code: Code }>,
      say: Say,
    ) => string;
  };
  /** The clauses as one sentence, with what the figure is: 截至2018年底为49.0%，…（快报数）。 */
  readonly sentence: (clauses: readonly string[], basis: FigureBasis) => string;
  readonly listed: (names: readonly string[]) => string;
  /** Numbers a heading: 一、（一）1. / 1. 1.1 1.1.1. `path` has one number for each level. */
  readonly heading: (path: readonly number[], text: string) => string;
  /** A label at the beginning of a paragraph: “1. 机器人密度。” */
  readonly label: (position: number, name: string) => string;

  readonly title: (parts: {
    readonly department: string | null;
    readonly year: number;
    readonly programme: string;
  }) => string;
  readonly committee: string;
  readonly addressee: { readonly department: string; readonly zone: string };
  readonly salutation: (addressee: string) => string;
  readonly contents: string;
  readonly opening: (document: string, year: number) => string;
  /** How the statuses of all are spread, ending as a sentence. */
  readonly overview: (headline: string, year: number) => string;
  readonly parts: {
    readonly targets: string;
    readonly theme: (name: string) => string;
    readonly measures: string;
    readonly problems: string;
    readonly nextSteps: string;
  };
  readonly closing: string;
  readonly attachments: string;
  readonly annex: (position: number) => string;
  readonly annexes: Readonly<Record<Annex, string>>;
  readonly tableCaption: (position: number, text: string) => string;
  readonly chartCaption: (position: number, text: string) => string;
  readonly spread: {
    readonly caption: string;
    readonly theme: string;
    readonly status: string;
    readonly total: string;
  };
  readonly columns: Readonly<Record<AnnexColumn, string>>;
  readonly asOf: (year: number) => string;
  readonly money: string;
  readonly notes: {
    readonly indicators: readonly string[];
    readonly measures: readonly string[];
    readonly evidence: string;
    readonly charts: string;
  };
  readonly status: (status: Status) => string;
  /** Without its sign. */
  readonly statusName: (status: Status) => string;
  readonly target: {
    readonly pending: string;
    readonly by: (year: number, text: string) => string;
    readonly reduction: (percent: string) => string;
    readonly notAboveBaseline: string;
    readonly better: Readonly<Record<'up' | 'down', string>>;
    /** So many conditions, where their names are too many for a cell. */
    readonly allOf: (count: number) => string;
  };
  readonly none: string;
  readonly remarks: {
    readonly tentative: string;
    readonly corrected: string;
    readonly ofYear: (year: number) => string;
    readonly late: string;
  };
  readonly lead: { readonly none: string; readonly undecided: string };
  readonly measure: {
    readonly by: (departments: string) => string;
    /** Measures of which nothing is reported, by their numbers and titles. */
    readonly notReported: (titles: readonly string[], year: number) => string;
    readonly states: Readonly<Record<MeasureState, string>>;
    readonly paid: (amount: string) => string;
    readonly paidInAll: (year: number, amount: string) => string;
    readonly result: (name: string, amount: string, unit: string) => string;
    readonly results: (results: readonly string[]) => string;
    /** What several departments say: each behind its name. */
    readonly said: (department: string, text: string) => string;
  };
  readonly problem: (status: Status, names: readonly string[]) => string;
  /** Of a department that leads none. */
  readonly noIndicators: string;
  readonly noProblem: (year: number) => string;
  readonly unreported: (names: readonly string[], year: number) => string;
  readonly nothingWritten: string;
  readonly figures: {
    readonly actual: string;
    readonly plan: string;
    readonly target: string;
    readonly year: (year: number) => string;
    readonly conditionsHeld: string;
    readonly level: string;
    readonly describe: (name: string, points: readonly string[], target: string) => string;
    readonly point: (year: number, figure: string) => string;
  };
  readonly date: (day: string) => string;
  readonly dateOpen: string;
  readonly contact: (contact: string) => string;
  readonly draft: string;
  readonly illustrative: string;
  readonly proof: (parts: { readonly sealedOn: string; readonly sha256: string }) => string;
  readonly unsealed: (year: number) => string;
}
