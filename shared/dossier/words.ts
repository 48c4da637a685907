import type { DemandCode } from '../acceptance-evidence.ts';
import type { FilePurpose } from '../acceptance-life.ts';
import type { DossierKind } from '../acceptance-dossier.ts';

export type DossierPaper = Extract<DossierKind, 'report' | 'scoreSheet' | 'evidenceList'>;

export const SHEET_COLUMNS = [
  'number',
  'group',
  'item',
  'target',
  'figure',
  'weight',
  'standard',
  'self',
  'marks',
  'reason',
  'files',
] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

export const EVIDENCE_COLUMNS = ['demand', 'have', 'files', 'remarks'] as const;
export const FILE_COLUMNS = ['number', 'name', 'size', 'use', 'sha256'] as const;
export type EvidenceColumn = (typeof EVIDENCE_COLUMNS)[number] | (typeof FILE_COLUMNS)[number];

/** Marks of one item, as they are said. null: there is none. */
export interface SaidMarks {
  readonly weight: string | null;
  readonly self: string | null;
  readonly marks: string | null;
  readonly reason: string;
}

/** Every sentence of the papers of an acceptance; both dictionaries have them. Days are `2019-01-15`. */
export interface DossierWords {
  /** Stands on each page until it is concluded, beside 草稿. */
  readonly trial: string;
  readonly range: (low: string, high: string) => string;
  readonly titles: Readonly<Record<DossierPaper, (year: number, programme: string) => string>>;
  /** Of the archive, and of its parts. */
  readonly archiveName: (year: number, programme: string) => string;
  readonly fileNames: Readonly<Record<DossierPaper | 'basis', string>>;
  readonly folder: string;
  readonly opening: (document: string, year: number) => string;
  readonly heads: {
    readonly course: string;
    readonly targets: string;
    readonly items: string;
    readonly others: string;
    readonly work: string;
    readonly problems: string;
    readonly conclusion: string;
  };
  readonly course: {
    readonly opened: (day: string, sheet: number, approved: string | null, year: number) => string;
    readonly sealed: (day: string, year: number) => string;
    readonly unsealed: (day: string, year: number) => string;
    readonly self: (handedIn: number, of: number) => string;
    /** Whoever did not assess itself, and why verification began without them. */
    readonly absent: (departments: readonly string[], reason: string) => string;
    readonly stillOut: (departments: readonly string[]) => string;
    readonly verified: (count: number, of: number, differing: number) => string;
    readonly noDispute: string;
    readonly disputes: (all: number, upheld: number, changed: number, open: number) => string;
    readonly presented: (day: string) => string;
    readonly concluded: (day: string) => string;
  };
  readonly counts: (of: number, met: number, notMet: number, cannotJudge: number) => string;
  /** Some are judged before they are due, by whether they are reached. */
  readonly dueLater: (count: number) => string;
  readonly notInSheet: (names: readonly string[]) => string;
  readonly table: { readonly caption: string; readonly theme: string; readonly total: string };
  readonly verdict: (verdict: string, why: string | null) => string;
  readonly late: string;
  readonly marks: (said: SaidMarks) => string;
  readonly excluded: string;
  readonly partHead: (part: string, marks: string | null) => string;
  readonly struck: string;
  readonly notStruck: string;
  readonly objected: (state: 'open' | 'upheld' | 'changed', from: string, to: string) => string;
  readonly measures: (
    of: number,
    states: {
      readonly done: number;
      readonly mostlyDone: number;
      readonly inProgress: number;
      readonly notStarted: number;
    },
  ) => string;
  readonly nothingSaid: string;
  readonly notMet: (names: readonly string[]) => string;
  readonly because: (name: string, why: string) => string;
  readonly cannotJudge: (names: readonly string[]) => string;
  readonly reduced: (parts: readonly string[]) => string;
  readonly reducedBy: (name: string, marks: string, reason: string) => string;
  /** `of`: how many there are in all. */
  readonly lacking: (names: readonly string[], of: number) => string;
  readonly noProblem: string;
  readonly units: {
    readonly caption: string;
    readonly department: string;
    readonly of: string;
    readonly self: string;
    readonly marks: string;
  };
  readonly result: (score: string, of: string, grade: string | null) => string;
  readonly vetoed: (names: readonly string[]) => string;
  readonly concluded: (day: string) => string;
  readonly notConcluded: string;
  readonly columns: Readonly<Record<SheetColumn | EvidenceColumn, string>>;
  /** In the place of marks: a veto that strikes. */
  readonly strikes: string;
  readonly leftOut: (why: string | null) => string;
  /** Between numbers of files in a cell. */
  readonly between: string;
  readonly usedFor: (of: string, what: string) => string;
  /** A department below what it answers for. */
  readonly under: (department: string) => string;
  readonly total: string;
  readonly grade: string;
  readonly signatures: string;
  readonly sheetNotes: readonly string[];
  readonly demands: Readonly<Record<DemandCode, string>>;
  readonly have: (have: number, of: number) => string;
  readonly complete: string;
  readonly lacks: (count: number) => string;
  readonly itemFiles: string;
  readonly purposes: Readonly<Record<FilePurpose, string>>;
  readonly filesCaption: (count: number) => string;
  readonly missing: string;
  readonly bytes: (size: number) => string;
  readonly filesNote: string;
  readonly proof: (basis: string, seal: string | null) => string;
}
