import {
  assignTarget,
  enterBaseline,
  getCoverage,
  getDocument,
  getIndicator,
  type Indicator,
  listMeasures,
  listPlans,
  setCheckpoints,
  setDepartments,
} from '../../shared/plans.ts';
import { Problem } from '../../shared/problems.ts';
import { latestYear } from '../../shared/reading-rules.ts';
import { findInstallation } from '../accounts/installation-store.ts';
import { KeptByRevision } from '../db/by-revision.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { type Context, type Host, serve } from '../http/serve.ts';
import * as commands from './commands.ts';
import { coverageOf } from './coverage.ts';
import { findIndicator } from './indicator-store.ts';
import { hasPlan } from './load-store.ts';
import { findDocument, findMeasures, findPlans, planFacts } from './plan-store.ts';

export function planRoutes(host: Host): void {
  const kept = new KeptByRevision(planFacts);
  serve(host, listPlans, async ({ db, now }) => {
    const { illustrative } = await findInstallation(db);
    const plans = await findPlans(db, kept);
    return {
      items: plans.map((plan) => ({ ...plan, latestYear: latestYear(plan, now), illustrative })),
    };
  });

  serve(host, getDocument, async ({ db }, { params }) =>
    found(await findDocument(db, params.planId)),
  );

  serve(host, getCoverage, async ({ db }, { params }) =>
    found(await coverageOf(db, params.planId)),
  );

  serve(host, listMeasures, async ({ db }, { params }) => {
    if (!(await hasPlan(db, params.planId))) throw new Problem('notFound');
    return { items: await findMeasures(db, params.planId) };
  });

  serve(host, getIndicator, async ({ db }, { params }) => answer(db, params.indicatorId));

  serve(host, assignTarget, async (context, { params, body }) => {
    const setting = settingOf(context, params.indicatorId);
    return record(context, setting, await commands.assignTarget(setting, body));
  });

  serve(host, enterBaseline, async (context, { params, body }) => {
    const setting = settingOf(context, params.indicatorId);
    return record(context, setting, await commands.enterBaseline(setting, body));
  });

  serve(host, setCheckpoints, async (context, { params, body }) => {
    const setting = settingOf(context, params.indicatorId);
    return record(context, setting, await commands.setCheckpoints(setting, body));
  });

  serve(host, setDepartments, async (context, { params, body }) => {
    const setting = settingOf(context, params.indicatorId);
    return record(context, setting, await commands.setDepartments(setting, body));
  });
}

function settingOf(context: Context<Writer>, indicatorId: string): commands.Setting {
  const { db, user, now, expectedVersion } = context;
  if (user === null) throw new Problem('notSignedIn');
  return { db, user, now, indicatorId, expectedVersion };
}

async function record(
  context: Context<Writer>,
  { db, indicatorId }: commands.Setting,
  { before, after }: commands.Changed,
): Promise<Indicator> {
  context.note({ target: { type: 'indicator', id: indicatorId }, before, after });
  return answer(db, indicatorId);
}

async function answer(db: Reader, indicatorId: string): Promise<Indicator> {
  return found(await findIndicator(db, indicatorId));
}

function found<T>(value: T | null): T {
  if (value === null) throw new Problem('notFound');
  return value;
}
