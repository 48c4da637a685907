import { isApproved } from '../../shared/board.ts';
import type { PackageParts } from '../../shared/seals.ts';
import { liveInputs } from '../dashboard/inputs-store.ts';
import type { Reader } from '../db/transaction.ts';
import { lastBaseline, lastCheckpoints, lastTarget } from '../plans/version-store.ts';

/** The board of a plan without what came after a year and without what is not approved. */
export async function boardPart(
  db: Reader,
  planId: string,
  year: number,
): Promise<PackageParts['board']> {
  const inputs = await liveInputs(db, planId);
  if (inputs === null) throw new Error(`no plan ${planId}`);
  return {
    ...inputs,
    indicators: inputs.indicators.map((row) => ({
      ...row,
      readings: row.readings.filter((one) => isApproved(one) && one.year <= year),
    })),
  };
}

/** The target, baseline and checkpoints that stand, with their grounds. */
export async function settingsPart(
  db: Reader,
  indicatorIds: readonly string[],
): Promise<PackageParts['settings']> {
  const settings: PackageParts['settings'] = [];
  for (const indicatorId of indicatorIds) {
    const target = await lastTarget(db, indicatorId);
    if (target === null) throw new Error(`no target version of ${indicatorId}`);
    const baseline = await lastBaseline(db, indicatorId);
    const checkpoints = await lastCheckpoints(db, indicatorId);
    settings.push({
      indicatorId,
      target: {
        version: target.version,
        expression: target.expression,
        source: target.source,
        basis: target.basis,
        documentNumber: target.documentNumber,
        effectiveDate: target.effectiveDate,
        enteredBy: target.enteredBy,
        enteredAt: target.enteredAt,
      },
      baseline:
        baseline === null
          ? null
          : {
              version: baseline.version,
              basis: baseline.basis,
              basisZh: baseline.basisZh,
              documentNumber: baseline.documentNumber,
              enteredBy: baseline.enteredBy,
              enteredAt: baseline.enteredAt,
            },
      checkpoints:
        checkpoints === null
          ? null
          : {
              version: checkpoints.version,
              basis: checkpoints.basis,
              documentNumber: checkpoints.documentNumber,
              enteredBy: checkpoints.enteredBy,
              enteredAt: checkpoints.enteredAt,
            },
    });
  }
  return settings;
}

/**
 * The named lists of a year behind the figures of these indicators, each in the version that stands.
 * What lies behind a draft stays with its department.
 */
export async function listsPart(
  db: Reader,
  planId: string,
  year: number,
  indicatorIds: readonly string[],
): Promise<PackageParts['lists']> {
  const subjects = await listed(db, indicatorIds);
  const lists = await db
    .selectFrom('namedLists')
    .select(['id', 'indicatorId', 'componentId', 'version', 'changedBy', 'changedAt'])
    .where('planId', '=', planId)
    .where('year', '=', year)
    .execute();
  const entries = await db
    .selectFrom('namedListEntries as e')
    .innerJoin('namedLists as l', (join) =>
      join.onRef('l.id', '=', 'e.listId').onRef('l.version', '=', 'e.version'),
    )
    .select(['e.listId', 'e.name', 'e.documentNumber', 'e.recognisedOn'])
    .select(['e.quantity', 'e.baseline', 'e.evidenceId'])
    .where('l.planId', '=', planId)
    .where('l.year', '=', year)
    .orderBy('e.listId')
    .orderBy('e.position')
    .execute();
  const of = Map.groupBy(entries, ({ listId }) => listId);
  const behind = lists.filter(({ indicatorId, componentId }) =>
    subjects.has(indicatorId ?? componentId ?? ''),
  );
  return behind.map((list) => ({
    ...list,
    entries: (of.get(list.id) ?? []).map(({ listId: _list, baseline, ...entry }) => ({
      ...entry,
      baseline: baseline === 1,
    })),
  }));
}

/** What may have a list: the indicators themselves and the parts of their ratios. */
async function listed(db: Reader, indicatorIds: readonly string[]): Promise<Set<string | null>> {
  if (indicatorIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('indicators')
    .select(['id', 'numeratorId', 'denominatorId'])
    .where('id', 'in', indicatorIds)
    .execute();
  return new Set(rows.flatMap(({ id, ...parts }) => [id, parts.numeratorId, parts.denominatorId]));
}

/** The evidence of readings, by the hash of its bytes; what was taken away is not of the report. */
export async function evidencePart(
  db: Reader,
  readingIds: readonly string[],
): Promise<PackageParts['evidence']> {
  if (readingIds.length === 0) return [];
  return db
    .selectFrom('readingEvidence as r')
    .innerJoin('evidence as e', 'e.id', 'r.evidenceId')
    .innerJoin('files as f', 'f.sha256', 'e.sha256')
    .select(['r.readingId', 'r.evidenceId', 'e.name', 'e.sha256', 'f.size', 'f.mediaType'])
    .select(['e.addedBy', 'e.addedAt'])
    .where('r.readingId', 'in', readingIds)
    .where('e.removedAt', 'is', null)
    .execute();
}

export async function checksPart(db: Reader, planId: string): Promise<PackageParts['checks']> {
  return db
    .selectFrom('checkSettings as c')
    .innerJoin('indicators as i', 'i.id', 'c.indicatorId')
    .select(['c.indicatorId', 'c.code', 'c.grade', 'c.lowerLimit', 'c.upperLimit'])
    .where('i.planId', '=', planId)
    .execute();
}
