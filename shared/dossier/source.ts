import type { DemandCode } from '../acceptance-evidence.ts';
import type { FilePurpose } from '../acceptance-life.ts';
import type { Acceptance, AcceptanceItem } from '../acceptances.ts';
import type { BoardIndicator, Dashboard } from '../dashboard.ts';
import { numeral } from '../figures.ts';
import type { Messages } from '../i18n/zh-CN.ts';
import type { MeasureState } from '../measures.ts';
import type { ReportSource, Voice } from '../reports/source.ts';
import { pick, ZONE } from '../reports/source.ts';
import type { DossierWords } from './words.ts';

/** Everything that a dossier is written from. The same source always gives the same papers. */
export interface DossierSource {
  /** As the committee sees it: what the departments handed in, every mark, every objection. */
  readonly acceptance: Acceptance;
  /** The board that it judges by. */
  readonly board: Dashboard;
  /** When the leading group approved its score sheet; ISO instant. */
  readonly sheetApprovedAt: string | null;
  readonly measures: readonly {
    readonly id: string;
    readonly number: number;
    readonly titleZh: string;
    readonly titleEn: string;
  }[];
  /** How far those are that the departments reported on. */
  readonly measureStates: readonly MeasureState[];
  /** Hashes of files that are lost or damaged where they were kept. */
  readonly missing: readonly string[];
}

/** A language with all that a dossier says in it, and all that a report says. */
export interface DossierVoice extends Voice {
  readonly dossier: DossierWords;
  /** What verdicts, rules and open points are called on the page, too. */
  readonly acceptance: Pick<
    Messages['acceptance'],
    'verdicts' | 'why' | 'parts' | 'subjects' | 'rules' | 'bases' | 'gaps'
  >;
}

/** What a file was handed in for: a demand of the evidence checklist, or an item of the sheet. */
export type FileUse =
  | { readonly kind: 'target'; readonly indicatorId: string; readonly demand: DemandCode }
  | { readonly kind: 'item'; readonly itemId: string; readonly purpose: FilePurpose };

/** A file of the dossier; the same bytes lie in it once, whatever they were handed in for. */
export interface DossierFile {
  /** `001`, by which the papers call it. */
  readonly number: string;
  /** As it was called where it was handed in first. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly missing: boolean;
  readonly uses: readonly FileUse[];
}

/** The files of a dossier, target by target, then item by item. */
export function filesOf({ acceptance, missing }: DossierSource): DossierFile[] {
  const found = new Map<string, { name: string; size: number; uses: FileUse[] }>();
  const add = (
    { name, size, sha256 }: { name: string; size: number; sha256: string },
    use: FileUse,
  ): void => {
    const known = found.get(sha256) ?? { name, size, uses: [] };
    found.set(sha256, known);
    known.uses.push(use);
  };
  for (const { indicatorId, demands } of acceptance.evidence) {
    for (const { code, files } of demands) {
      for (const file of files) add(file, { kind: 'target', indicatorId, demand: code });
    }
  }
  for (const { itemId, files } of acceptance.items) {
    for (const file of files) add(file, { kind: 'item', itemId, purpose: file.purpose });
  }
  return [...found].map(([sha256, file], at) => ({
    ...file,
    number: String(at + 1).padStart(3, '0'),
    sha256,
    missing: missing.includes(sha256),
  }));
}

/** The numbers of files that were handed in for something. */
export const numbersOf = (
  files: readonly DossierFile[],
  use: (one: FileUse) => boolean,
): string[] => files.filter(({ uses }) => uses.some(use)).map(({ number }) => number);

/** An item with what it is about, where that is of the plan. */
export interface ItemSubject {
  readonly item: AcceptanceItem;
  readonly indicator: BoardIndicator | null;
  readonly name: string;
  /** null: nobody answers for it. */
  readonly department: string | null;
}

/** The items of the sheet, in its order. */
export function itemsOf(source: DossierSource, voice: DossierVoice): ItemSubject[] {
  const { acceptance, board, measures } = source;
  return acceptance.items.map((item) => {
    const indicator = board.indicators.find(({ id }) => id === item.indicatorId) ?? null;
    const measure = measures.find(({ id }) => id === item.measureId);
    const name =
      indicator !== null
        ? pick(voice, indicator.nameZh, indicator.nameEn)
        : measure !== undefined
          ? pick(voice, measure.titleZh, measure.titleEn)
          : item.title;
    const department = item.departmentId === null ? null : nameOf(source, item.departmentId, voice);
    return { item, indicator, name, department };
  });
}

/** What a department is called on the board that is judged by. */
export function nameOf({ board }: DossierSource, id: string, voice: Voice): string {
  const found = board.departments.find((one) => one.id === id);
  return found === undefined ? id : pick(voice, found.shortNameZh, found.nameEn);
}

/** The board as the annual report reads it: its sentences and its columns are those of the dossier. */
export const asReport = ({ board }: DossierSource): ReportSource => ({
  board,
  scope: ZONE,
  measures: [],
  evidence: [],
  texts: {},
  seal: null,
  final: true,
});

/** Marks have at most two decimals, and show those that there are. @example marksText(3.5) // '3.5' */
export function marksText(marks: number): string {
  const places = [0, 1, 2].find((one) => Math.abs(marks - Number(marks.toFixed(one))) < 1e-9) ?? 2;
  return numeral(marks, places);
}

/** A score that may still be open: “86.5”, or “80—92”. */
export function scoreText(
  { low, high }: { readonly low: number; readonly high: number },
  { dossier }: DossierVoice,
): string {
  const [from, to] = [marksText(low), marksText(high)];
  return from === to ? from : dossier.range(from, to);
}

/** Grades by their place; null: the sheet has none for that score. */
export function gradeText(
  { acceptance }: DossierSource,
  { gradeLow, gradeHigh }: { readonly gradeLow: number | null; readonly gradeHigh: number | null },
  voice: DossierVoice,
): string | null {
  const named = (place: number | null): string | null => {
    const grade = place === null ? undefined : acceptance.grades[place];
    return grade === undefined ? null : pick(voice, grade.nameZh, grade.nameEn);
  };
  const [low, high] = [named(gradeLow), named(gradeHigh)];
  if (low === null || high === null) return null;
  return low === high ? low : voice.dossier.range(low, high);
}

/** What the papers of a dossier are called and marked, whatever they hold. */
export function marksOf(
  { acceptance, board }: DossierSource,
  { dossier, words }: DossierVoice,
): { readonly draft: string | null; readonly mark: string | null } {
  const settled = acceptance.state === 'concluded';
  const marks = [
    ...(settled ? [] : [dossier.trial]),
    ...(board.plan.illustrative ? [words.illustrative] : []),
  ];
  return {
    draft: settled ? null : words.draft,
    mark: marks.length === 0 ? null : marks.join(' · '),
  };
}
