import type Database from 'better-sqlite3';
import { getInspection, type Inspection, listExports } from '../../shared/inspection.ts';
import { PASSWORD_POLICY, SIGN_IN_POLICY } from '../../shared/passwords.ts';
import { can } from '../../shared/permissions.ts';
import { findInstallation } from '../accounts/installation-store.ts';
import { listSecondFactors } from '../accounts/second-factor-store.ts';
import { listUsers, type User } from '../accounts/store.ts';
import { listRuns } from '../backup/store.ts';
import type { Config } from '../config.ts';
import { freeBytes } from '../data-folder.ts';
import type { Reader } from '../db/transaction.ts';
import { anyDamaged } from '../evidence/store.ts';
import { type BeforeContext, type Host, serve } from '../http/serve.ts';
import { components } from './components.ts';
import { controlsOf } from './controls.ts';
import type { LogFacts } from './log-facts.ts';
import { type Decided, findExports, newestRowAt } from './store.ts';

export interface InspectionSettings {
  readonly config: Config;
  readonly connection: Database.Database;
  /** Reads the whole log, beside the work of others. @param since from when sign-ins count, UTC */
  readonly readLog: (since: string) => Promise<LogFacts>;
  /** How long a session lasts. */
  readonly idleMinutes: number;
  readonly absoluteHours: number;
}

const DAYS = 90;
const DAY_MS = 86_400_000;

/** 安全自查: what an inspector asks, on one page for the auditor. */
export function inspectionRoutes(host: Host, settings: InspectionSettings): void {
  serve(
    host,
    getInspection,
    async ({ db, now, prepared: read }) => {
      const { profile, demandsSecondFactor } = await findInstallation(db);
      const users = await listUsers(db);
      const factors = await listSecondFactors(db);
      const { config } = settings;
      const facts = {
        at: now.toISOString(),
        profile,
        accounts: users.map((user) => accountOf(user, factors.has(user.id))),
        deciders: decidersOf(users, read.decided),
        exports: read.exports,
        failedSignIns: { days: DAYS, ...read.failedSignIns },
        settings: {
          passwordLength: PASSWORD_POLICY.minimumLength,
          passwordDays: PASSWORD_POLICY.days,
          failuresToLock: SIGN_IN_POLICY.failures,
          lockedMinutes: SIGN_IN_POLICY.lockedMinutes,
          idleMinutes: settings.idleMinutes,
          absoluteHours: settings.absoluteHours,
          demandsSecondFactor,
          origin: config.origin,
          allowHttp: config.allowHttp,
          backupHour: config.backupHour,
          secondFolder: config.secondBackupFolder !== null,
        },
        components: components(settings.connection),
        backups: await backupsOf(db),
        space: { free: freeBytes(config.dataFolder), low: config.lowSpace },
        clock: await clockOf(db, now, read.stepsBack),
        log: read.log,
      };
      const evidenceWhole = !(await anyDamaged(db));
      return { ...facts, controls: controlsOf({ ...facts, evidenceWhole }) };
    },
    {
      before: ({ now }: BeforeContext) =>
        settings.readLog(new Date(now.getTime() - DAYS * DAY_MS).toISOString()),
    },
  );

  serve(host, listExports, async ({ db }, { params }) => ({
    items: (await findExports(db, params.planId)).items,
  }));
}

function accountOf(user: User, secondFactor: boolean): Inspection['accounts'][number] {
  const { id, name, username, roles, departmentId, createdAt, lastSignInAt, disabledAt } = user;
  const times = { createdAt, lastSignInAt, disabledAt };
  return { id, name, username, roles: [...roles], departmentId, ...times, secondFactor };
}

/** Everybody who may sign or approve, and everybody who ever did. */
function decidersOf(users: readonly User[], decided: readonly Decided[]): Inspection['deciders'] {
  return users.flatMap(({ id, name, roles, disabledAt }) => {
    const own = decided.filter(({ userId }) => userId === id);
    const allowed = can(roles, 'readings.sign') || can(roles, 'readings.approve');
    const may = disabledAt === null && allowed;
    if (!may && own.length === 0) return [];
    const times = (wanted: Decided['decision']): number =>
      own.find(({ decision }) => decision === wanted)?.times ?? 0;
    const moments = own.map(({ lastAt }) => lastAt).sort((a, b) => (a < b ? 1 : -1));
    return [
      {
        id,
        name,
        may,
        signed: times('signed'),
        approved: times('approved'),
        sealed: times('sealed'),
        corrected: times('corrected'),
        lastAt: moments[0] ?? null,
      },
    ];
  });
}

async function backupsOf(db: Reader): Promise<Inspection['backups']> {
  const runs = await listRuns(db);
  const lastOf = (drill: boolean, outcome: 'ok' | 'failed'): string | null =>
    runs.find((run) => (run.kind === 'drill') === drill && run.outcome === outcome)?.startedAt ??
    null;
  return {
    lastGoodAt: lastOf(false, 'ok'),
    lastFailedAt: lastOf(false, 'failed'),
    lastDrillAt: lastOf(true, 'ok'),
  };
}

/** By the log alone: no other clock is asked over any network. */
async function clockOf(db: Reader, now: Date, stepsBack: number): Promise<Inspection['clock']> {
  const newest = await newestRowAt(db);
  const ahead = newest === null ? 0 : Math.floor((Date.parse(newest) - now.getTime()) / 1000);
  return {
    newestRowAt: newest,
    behind: Math.max(0, ahead),
    stepsBack,
  };
}
