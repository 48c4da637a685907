import * as z from 'zod/mini';
import { PROFILES } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import { ROLES } from './permissions.ts';
import { id, instant } from './values.ts';

/**
 * What an inspector asks for. Each is met or open; an open one is a sentence in the report, not a
 * refusal: a small office may live with it, knowingly.
 */
export const CONTROLS = [
  /** Three people hold the three administrators' offices (等保). */
  'officesApart',
  /** Somebody reads the log. */
  'auditorThere',
  'administratorsHaveCode',
  /** Between browser and gateway. */
  'transportEncrypted',
  /** Everybody with an account came within ninety days. */
  'accountsInUse',
  'backupOfToday',
  'backupElsewhere',
  'drillThisQuarter',
  'evidenceWhole',
  'spaceLeft',
  'clockSteady',
  'logWhole',
] as const;
export type Control = (typeof CONTROLS)[number];

/** What takes figures, papers, the log or everything out of the house: all that is recorded of it. */
export const EXPORTS = [
  'exportPlan',
  'exportPayments',
  'exportTasks',
  'exportAudit',
  'downloadPackage',
  'downloadReport',
  'downloadDossier',
  'downloadIssuedReport',
  'takeMinutes',
  'takeBackup',
] as const;

const exportRow = z.object({
  at: instant,
  /** null: on the machine itself. */
  name: z.nullable(z.string()),
  /** Operation: a file of figures, of the log, of a report, of everything. */
  action: z.string(),
  /** Of an export of figures: what, in which format, of which year (null: all of them). */
  what: z.nullable(z.string()),
  format: z.nullable(z.string()),
  year: z.nullable(z.int()),
});
export type ExportRow = z.output<typeof exportRow>;

const count = z.int();

export const inspection = z.object({
  at: instant,
  profile: z.nullable(z.enum(PROFILES)),
  controls: z.array(
    z.object({
      control: z.enum(CONTROLS),
      met: z.boolean(),
      /** How many accounts, rows or steps are behind an open one; null: that is no number. */
      count: z.nullable(count),
    }),
  ),
  accounts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      username: z.string(),
      roles: z.array(z.enum(ROLES)),
      departmentId: z.nullable(z.string()),
      createdAt: instant,
      lastSignInAt: z.nullable(instant),
      disabledAt: z.nullable(instant),
      secondFactor: z.boolean(),
    }),
  ),
  /** Who can sign or approve, and who did, whatever their account may do today. */
  deciders: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** May decide today. */
      may: z.boolean(),
      signed: count,
      approved: count,
      sealed: count,
      corrected: count,
      lastAt: z.nullable(instant),
    }),
  ),
  exports: z.object({ total: count, items: z.array(exportRow) }),
  failedSignIns: z.object({
    /** How far back they are counted. */
    days: count,
    total: count,
    items: z.array(
      z.object({
        at: instant,
        /** null: nobody has the name that was tried, which is kept nowhere. */
        name: z.nullable(z.string()),
        address: z.string(),
        outcome: z.string(),
      }),
    ),
  }),
  settings: z.object({
    passwordLength: count,
    passwordDays: count,
    failuresToLock: count,
    lockedMinutes: count,
    idleMinutes: count,
    absoluteHours: count,
    demandsSecondFactor: z.boolean(),
    /** null: the Host header decides. */
    origin: z.nullable(z.string()),
    allowHttp: z.boolean(),
    /** In China; null: no nightly backup is made. */
    backupHour: z.nullable(count),
    secondFolder: z.boolean(),
  }),
  components: z.array(z.object({ name: z.string(), version: z.string() })),
  backups: z.object({
    lastGoodAt: z.nullable(instant),
    lastFailedAt: z.nullable(instant),
    lastDrillAt: z.nullable(instant),
  }),
  space: z.object({
    /** Bytes. */
    free: z.number(),
    /** Fewer free bytes than these are an alarm. */
    low: z.number(),
  }),
  clock: z.object({
    /** When the newest row of the log says it was written; null: there is none. */
    newestRowAt: z.nullable(instant),
    /** Seconds by which the clock is behind that row; 0: it is not. */
    behind: count,
    /** How often in ninety days a row is dated before the row that it follows by more than a minute. */
    stepsBack: count,
  }),
  log: z.object({
    rows: count,
    /** The first row that is not what was written; null: all are. */
    firstBad: z.nullable(count),
  }),
});
export type Inspection = z.output<typeof inspection>;

export const getInspection = endpoint({
  operationId: 'getInspection',
  method: 'GET',
  path: '/api/inspection',
  summary: 'The self-inspection (安全自查): accounts, decisions, exports, settings, parts, backups',
  access: 'audit.read',
  response: inspection,
});

export const listExports = endpoint({
  operationId: 'listExports',
  method: 'GET',
  path: '/api/plans/{planId}/exports',
  summary: 'Who took the figures of a plan out, in which file, newest first',
  access: 'audit.read',
  params: z.strictObject({ planId: id }),
  response: z.object({ items: z.array(exportRow) }),
});
