import * as z from 'zod/mini';
import type { BoardIndicator, BoardReading } from './dashboard.ts';
import { asJudged } from './figure-years.ts';
import type { PackageParts } from './seals.ts';

/**
 * What an acceptance asks to see of a target (佐证材料清单). `source` 数据来源; `file` a file beside the
 * figure; `list` the named list behind a count; `recognition` 认定文号 of each name on it;
 * `conditionDocument` the document of each stage that is reached; `ground` 评价依据 of a rating;
 * `targetDocument` 下达文号 of a target that the document left open; `baselineDocument` what the baseline
 * rests on; `measures` the year's reports on the measures that serve it; `actions` that what meetings
 * decided about it is carried out.
 */
export const DEMANDS = [
  'source',
  'file',
  'list',
  'recognition',
  'conditionDocument',
  'ground',
  'targetDocument',
  'baselineDocument',
  'measures',
  'actions',
] as const;
export type DemandCode = (typeof DEMANDS)[number];

/** A file as a list of evidence names it; its bytes are kept under the hash. */
export const evidenceFile = z.object({
  evidenceId: z.string(),
  name: z.string(),
  sha256: z.string(),
  /** Bytes. */
  size: z.int(),
  mediaType: z.string(),
});
export type EvidenceFile = z.output<typeof evidenceFile>;

export const demand = z.object({
  code: z.enum(DEMANDS),
  /** How many there are of how many that are asked for; fewer is missing. */
  have: z.int(),
  of: z.int(),
  files: z.array(evidenceFile),
});
export type Demand = z.output<typeof demand>;

export const checkedTarget = z.object({ indicatorId: z.string(), demands: z.array(demand) });
export type CheckedTarget = z.output<typeof checkedTarget>;

/** What is known of the papers behind one target in the year of an acceptance. */
export interface Papers {
  /** 评价依据 of the level that is judged; null: none. */
  readonly ground: string | null;
  /** Beside the figure. */
  readonly files: readonly EvidenceFile[];
  readonly list: PackageParts['lists'][number] | null;
  readonly setting: PackageParts['settings'][number] | null;
  /** Approved of owed reports on the measures that serve it, with their files. */
  readonly measures: {
    readonly approved: number;
    readonly owed: number;
    readonly files: readonly EvidenceFile[];
  };
  /** Carried out of decided. */
  readonly actions: {
    readonly settled: number;
    readonly all: number;
    readonly files: readonly EvidenceFile[];
  };
}

/**
 * What is asked for of a target, what is there and what is missing. A demand that does not apply to its
 * kind is not listed.
 * @example checkTarget(milestone, papers).demands[1] // { code: 'file', have: 0, of: 1, files: [] }
 */
export function checkTarget(indicator: BoardIndicator, papers: Papers): CheckedTarget {
  const { documentKind, target } = indicator;
  const { list, setting, measures, actions } = papers;
  const reading = judgedReading(indicator);
  const one = (code: DemandCode, there: boolean, files: readonly EvidenceFile[] = []): Demand => ({
    code,
    have: there ? 1 : 0,
    of: 1,
    files: [...files],
  });
  const demands: Demand[] = [
    one('source', (reading?.source ?? '') !== ''),
    one('file', papers.files.length > 0, papers.files),
  ];
  if (documentKind === 'countRange') {
    const entries = (list?.entries ?? []).filter(({ baseline }) => !baseline);
    demands.push(one('list', entries.length > 0));
    if (entries.length > 0) {
      const have = entries.filter(({ documentNumber }) => (documentNumber ?? '') !== '').length;
      demands.push({ code: 'recognition', have, of: entries.length, files: [] });
    }
  }
  if (target.kind === 'milestone') {
    const reached = (reading?.conditions ?? []).filter(({ metOn }) => metOn !== null);
    if (reached.length > 0) {
      const have = reached.filter(({ documentNumber }) => (documentNumber ?? '') !== '').length;
      demands.push({ code: 'conditionDocument', have, of: reached.length, files: [] });
    }
  }
  if (target.kind === 'rating') demands.push(one('ground', (papers.ground ?? '') !== ''));
  if (documentKind === 'reduction') {
    demands.push(one('targetDocument', (setting?.target.documentNumber ?? '') !== ''));
  }
  const based = setting?.baseline ?? null;
  if (based !== null || documentKind === 'reduction') {
    const rests = based?.documentNumber ?? based?.basisZh ?? '';
    demands.push(one('baselineDocument', rests !== '' || based?.basis === 'wording'));
  }
  if (measures.owed > 0) {
    demands.push({
      code: 'measures',
      have: measures.approved,
      of: measures.owed,
      files: [...measures.files],
    });
  }
  if (actions.all > 0) {
    demands.push({
      code: 'actions',
      have: actions.settled,
      of: actions.all,
      files: [...actions.files],
    });
  }
  return { indicatorId: indicator.id, demands };
}

/** The report whose figure is judged; undefined: there is none. */
export function judgedReading({
  readings,
  assessment,
}: Pick<BoardIndicator, 'readings' | 'assessment'>): BoardReading | undefined {
  return asJudged(readings).find(({ year }) => year === assessment.assessedYear);
}

/** @example lacks({ code: 'list', have: 0, of: 1, files: [] }) // true */
export const lacks = ({ have, of }: Demand): boolean => have < of;
