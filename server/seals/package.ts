import { boardOf } from '../../shared/board.ts';
import {
  PACKAGE_FORMAT,
  PACKAGE_VERSION,
  type PackageParts,
  partsOf,
  type SealedMeasures,
  type SealedPackage,
} from '../../shared/seals.ts';
import { canonicalJson, sha256Of } from '../db/canonical.ts';

/** What a package is made of: all of it but what the method makes of it. */
export type Contents = Omit<PackageParts, 'assessments'>;

export interface MadePackage {
  readonly text: string;
  /** Of the text in UTF-8, hex. */
  readonly sha256: string;
}

/**
 * The package of a sealed year. Pure: the same contents, in whatever order, give the same bytes.
 */
export function packageOf(contents: Contents): MadePackage {
  const parts = inOrder({ ...contents, assessments: assessmentsOf(contents) });
  const manifest = partsOf(PACKAGE_VERSION).map((part) => ({
    part,
    sha256: sha256Of(canonicalJson(parts[part])),
  }));
  const whole: SealedPackage = {
    format: PACKAGE_FORMAT,
    formatVersion: PACKAGE_VERSION,
    manifest,
    parts,
  };
  const text = canonicalJson(whole);
  return { text, sha256: sha256Of(text) };
}

/** The judgement of the day: a later method may judge the same figures differently. */
function assessmentsOf({ board, seal }: Contents): PackageParts['assessments'] {
  const { indicators } = boardOf(board, {
    year: seal.year,
    known: 'reported',
    sealedAt: seal.sealedAt,
    showsUnapproved: () => false,
  });
  return indicators.map(({ id, assessment }) => ({ indicatorId: id, assessment }));
}

/** Lists whose order says nothing are put in one; the board's are in the order of the document. */
function inOrder(parts: PackageParts): PackageParts {
  return {
    ...parts,
    seal: { ...parts.seal, unreported: sorted(parts.seal.unreported, (one) => one.indicatorId) },
    readings: sorted(parts.readings, (one) => one.indicatorId),
    settings: sorted(parts.settings, (one) => one.indicatorId),
    lists: sorted(parts.lists, (one) => one.id),
    evidence: sorted(parts.evidence, (one) => `${one.readingId} ${one.evidenceId}`),
    checks: sorted(parts.checks, (one) => `${one.indicatorId} ${one.code}`),
    assessments: sorted(parts.assessments, (one) => one.indicatorId),
    ...(parts.measures === undefined ? {} : { measures: measuresInOrder(parts.measures) }),
  };
}

function measuresInOrder(measures: SealedMeasures): SealedMeasures {
  return {
    reports: sorted(measures.reports, (one) => `${one.measureId} ${one.departmentId}`).map(
      (one) => ({
        ...one,
        evidence: sorted(one.evidence, ({ evidenceId }) => evidenceId),
      }),
    ),
    unreported: sorted(measures.unreported, (one) => `${one.measureId} ${one.departmentId}`),
  };
}

function sorted<T>(list: readonly T[], key: (one: T) => string): T[] {
  return [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
