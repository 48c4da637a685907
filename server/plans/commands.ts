import type { Received } from '../../shared/endpoint.ts';
import type * as contract from '../../shared/plans.ts';
import { Problem } from '../../shared/problems.ts';
import { type FieldIssue, yearInChina } from '../../shared/reading-rules.ts';
import {
  refuseBaseline,
  refuseCheckpoints,
  refuseDepartments,
  type StandingSettings,
  survive,
} from '../../shared/settings-rules.ts';
import { afterCut, decideTarget } from '../../shared/target-rules.ts';
import type { Writer } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import { findSettable } from './indicator-store.ts';
import { departmentsNamed } from './load-store.ts';
import { bumpRevision } from './store.ts';
import {
  addBaseline,
  addCheckpoints,
  addTarget,
  dutiesOfIndicator,
  findSettings,
  lastBaseline,
  lastCheckpoints,
  lastTarget,
  replaceDuties,
  touchSettings,
} from './version-store.ts';

/** Who changes the settings of which indicator, and which version of them they read. */
export interface Setting {
  readonly db: Writer;
  readonly user: Principal;
  readonly now: Date;
  readonly indicatorId: string;
  readonly expectedVersion: number;
}

/** What changed, for the audit log. */
export interface Changed {
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Adds a version of the target. Checkpoints that mean nothing under its kind are cleared by a
 * version of their own.
 * @throws Problem notFound, staleVersion, or invalid with every reason
 */
export async function assignTarget(
  setting: Setting,
  assignment: contract.TargetAssignment,
): Promise<Changed> {
  const { db, indicatorId } = setting;
  const { indicator, standing, target } = await open(setting);
  const decision = decideTarget(indicator, assignment, standing.baseline);
  if ('issues' in decision) throw Problem.fields(...decision.issues);
  const { basis, documentNumber = null, effectiveDate } = assignment;
  const after = {
    ...decision.figures,
    expression: assignment.expression,
    basis,
    documentNumber,
    effectiveDate,
  };
  await addTarget(db, {
    ...after,
    ...signature(setting),
    indicatorId,
    source: 'entered',
    conditions: [],
  });
  if (!survive(standing.checkpoints, after.kind)) {
    await addCheckpoints(db, {
      ...signature(setting),
      indicatorId,
      basis,
      documentNumber,
      checkpoints: [],
    });
  }
  await close(setting, indicator.planId);
  return { before: target, after };
}

/**
 * Adds a version of the baseline; null takes it back. A tonnes cut that stands is worked out anew
 * from it, as another version of the target.
 * @throws Problem notFound, staleVersion, or invalid with every reason
 */
export async function enterBaseline(
  setting: Setting,
  typed: Received<typeof contract.enterBaseline>['body'],
): Promise<Changed> {
  const { db, indicatorId } = setting;
  const { indicator, standing, target } = await open(setting);
  refuse(refuseBaseline(indicator, typed, standing, yearInChina(setting.now)));
  const before = await lastBaseline(db, indicatorId);
  const { year, value, restated, basis, documentNumber = null } = typed;
  const after = { year, value, restated, basis, documentNumber };
  await addBaseline(db, {
    ...signature(setting),
    indicatorId,
    year,
    value,
    basis: 'entered',
    basisZh: basis,
    basisEn: null,
    documentNumber,
    restated: restated ? 1 : 0,
  });
  if (target.tonnesCut !== null && value !== null) {
    const { version: _version, ...cut } = target;
    await addTarget(db, {
      ...cut,
      ...signature(setting),
      value: afterCut(value, target.tonnesCut),
    });
  }
  await close(setting, indicator.planId);
  return { before, after };
}

/** @throws Problem notFound, staleVersion, or invalid with every reason */
export async function setCheckpoints(
  setting: Setting,
  typed: Received<typeof contract.setCheckpoints>['body'],
): Promise<Changed> {
  const { db, indicatorId } = setting;
  const { indicator, standing } = await open(setting);
  refuse(refuseCheckpoints(indicator, typed.checkpoints, standing));
  const { basis, documentNumber = null } = typed;
  const checkpoints = typed.checkpoints.map(({ year, value = null, reductionPct = null }) => ({
    year,
    value,
    reductionPct,
  }));
  const after = { basis, documentNumber, checkpoints };
  await addCheckpoints(db, { ...signature(setting), indicatorId, ...after });
  await close(setting, indicator.planId);
  return { before: { checkpoints: standing.checkpoints }, after };
}

/**
 * Replaces the departments of an indicator. From then on they are an administrator's and no plan
 * file changes them.
 * @throws Problem notFound, staleVersion, or invalid with every reason
 */
export async function setDepartments(
  setting: Setting,
  typed: Received<typeof contract.setDepartments>['body'],
): Promise<Changed> {
  const { db, indicatorId, user, now } = setting;
  const { indicator } = await open(setting);
  const { leadDepartmentIds, supportingDepartmentIds, note = '' } = typed;
  const known = await departmentsNamed(db, [...leadDepartmentIds, ...supportingDepartmentIds]);
  refuse(refuseDepartments(typed, (id) => known.has(id)));
  const before = await dutiesOfIndicator(db, indicatorId);
  const after = [
    ...leadDepartmentIds.map((departmentId) => ({ departmentId, duty: 'lead' as const })),
    ...supportingDepartmentIds.map((departmentId) => ({
      departmentId,
      duty: 'supporting' as const,
    })),
  ];
  await replaceDuties(db, indicatorId, after);
  await close(setting, indicator.planId, {
    departmentsBy: user.userId,
    departmentsAt: now.toISOString(),
    departmentsNote: note === '' ? null : note,
  });
  return { before: { departments: before }, after: { departments: after, note } };
}

/** What stands, for somebody who read the version that stands. */
async function open({ db, indicatorId, expectedVersion }: Setting) {
  const indicator = await findSettable(db, indicatorId);
  const settings = await findSettings(db, indicatorId);
  const target = await lastTarget(db, indicatorId);
  if (indicator === null || settings === null || target === null) throw new Problem('notFound');
  if (settings.version !== expectedVersion) {
    throw new Problem('staleVersion', { currentVersion: settings.version });
  }
  const baseline = await lastBaseline(db, indicatorId);
  const checkpoints = await lastCheckpoints(db, indicatorId);
  const standing: StandingSettings = {
    targetKind: target.kind,
    tonnesCut: target.tonnesCut,
    baseline:
      baseline === null || baseline.value === null
        ? null
        : { year: baseline.year, value: baseline.value },
    baselineYearSuggested: indicator.baselineYearSuggested,
    checkpoints: checkpoints?.checkpoints ?? [],
  };
  return { indicator, standing, target };
}

async function close(
  { db, indicatorId }: Setting,
  planId: string,
  changes: Parameters<typeof touchSettings>[2] = {},
): Promise<void> {
  await touchSettings(db, indicatorId, changes);
  await bumpRevision(db, planId);
}

function signature({ user, now }: Setting) {
  return { enteredBy: user.userId, enteredAt: now.toISOString() };
}

function refuse(issues: readonly FieldIssue[]): void {
  if (issues.length > 0) throw Problem.fields(...issues);
}
