import * as z from 'zod/mini';
import { boardInputs } from './board.ts';
import { assessment } from './dashboard.ts';
import { endpoint } from './endpoint.ts';
import { MEASURE_STATES } from './measures.ts';
import { ABSENCES, DATA_STATUSES, readingCondition } from './readings.ts';
import { ROUND_STATES } from './rounds.ts';
import { id, instant, line, version, yearInQuery } from './values.ts';
import { READING_STATUSES } from './workflow.ts';

/** The first words of every package, so that a file that was taken home says what it is. */
export const PACKAGE_FORMAT = 'biaochi-sealed-round';
/** 2: with the reports on measures. Packages of version 1 were sealed before there were any. */
export const PACKAGE_VERSION = 2;
export const PACKAGE_VERSIONS = [1, 2] as const;
export type PackageVersion = (typeof PACKAGE_VERSIONS)[number];

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const figure = z.nullable(z.number());
const words = z.nullable(z.string());
const act = z.object({ userId: z.string(), name: z.string(), at: instant });
const notYet = z.nullable(act);

/** Why nothing of an indicator is in a package: nobody led it, or it was not handed in. */
export const UNREPORTED_CAUSES = ['noLead', 'notHandedIn'] as const;

const sealPart = z.object({
  planId: z.string(),
  year: z.int(),
  sealedAt: instant,
  sealedBy: z.object({ userId: z.string(), name: z.string() }),
  round: z.object({ opensOn: z.string(), dueOn: z.string(), closedAt: instant }),
  /** Every indicator without an approved figure of the year, and why. */
  unreported: z.array(
    z.object({
      indicatorId: z.string(),
      cause: z.enum(UNREPORTED_CAUSES),
      /** The one lead department then; null: none or several. */
      departmentId: words,
      /** Where what had been begun of it stood; null: nothing had. */
      status: z.nullable(z.enum(READING_STATUSES)),
      /** In the words of the one who sealed; null: nobody owed it. */
      reason: words,
    }),
  ),
});

/** One figure of the sealed year, in full. */
const sealedReading = z.object({
  id: z.string(),
  indicatorId: z.string(),
  version,
  /** SHA-256 of the revision that the seal made; the audit log has the same. */
  revisionSha256: hash,
  dataStatus: z.enum(DATA_STATUSES),
  source: z.string(),
  /** 情况说明: the answer to what the checks asked. */
  note: z.string(),
  value: figure,
  numerator: figure,
  denominator: figure,
  level: z.nullable(z.int()),
  ground: words,
  conditions: z.array(readingCondition),
  absence: z.nullable(z.object({ kind: z.enum(ABSENCES), reason: z.string() })),
  scopeChange: words,
  paper: words,
  figureYear: z.nullable(z.int()),
  corrections: z.int(),
  departmentId: words,
  entered: act,
  changed: act,
  submitted: notYet,
  signed: notYet,
  approved: notYet,
});
export type SealedReading = z.output<typeof sealedReading>;

/** The versions that stood, with their grounds; the figures themselves are in `board`, too. */
const sealedSettings = z.object({
  indicatorId: z.string(),
  target: z.object({
    version: z.int(),
    expression: z.string(),
    source: z.string(),
    basis: words,
    documentNumber: words,
    effectiveDate: words,
    enteredBy: words,
    enteredAt: instant,
  }),
  baseline: z.nullable(
    z.object({
      version: z.int(),
      basis: z.string(),
      basisZh: words,
      documentNumber: words,
      enteredBy: words,
      enteredAt: instant,
    }),
  ),
  checkpoints: z.nullable(
    z.object({
      version: z.int(),
      basis: words,
      documentNumber: words,
      enteredBy: words,
      enteredAt: instant,
    }),
  ),
});

const sealedList = z.object({
  id: z.string(),
  /** One of the two is null. */
  indicatorId: words,
  componentId: words,
  version: z.int(),
  changedBy: z.string(),
  changedAt: instant,
  entries: z.array(
    z.object({
      name: z.string(),
      documentNumber: words,
      recognisedOn: words,
      quantity: z.number(),
      baseline: z.boolean(),
      evidenceId: words,
    }),
  ),
});

const sealedEvidence = z.object({
  readingId: z.string(),
  evidenceId: z.string(),
  name: z.string(),
  sha256: hash,
  /** Bytes. */
  size: z.int(),
  mediaType: z.string(),
  addedBy: z.string(),
  addedAt: instant,
});

/** What an office changed about the checks; what is not here was as the program has it. */
const sealedCheck = z.object({
  indicatorId: z.string(),
  code: z.string(),
  grade: z.string(),
  lowerLimit: figure,
  upperLimit: figure,
});

/** One report on a measure in the sealed year, in full. */
const sealedReport = z.object({
  id: z.string(),
  measureId: z.string(),
  /** As it was begun. */
  departmentId: z.string(),
  version,
  /** SHA-256 of the revision that the seal made; the audit log has the same. */
  revisionSha256: hash,
  state: z.nullable(z.enum(MEASURE_STATES)),
  done: z.string(),
  results: z.array(z.object({ name: z.string(), amount: z.number(), unit: z.string() })),
  paidWan: figure,
  problems: z.string(),
  nextSteps: z.string(),
  paper: words,
  entered: act,
  changed: act,
  submitted: notYet,
  signed: notYet,
  approved: notYet,
  evidence: z.array(
    z.object({
      evidenceId: z.string(),
      name: z.string(),
      sha256: hash,
      size: z.int(),
      mediaType: z.string(),
    }),
  ),
});
export type SealedReport = z.output<typeof sealedReport>;

const sealedMeasures = z.object({
  reports: z.array(sealedReport),
  /** What was owed and has no approved report. `status` of what was begun; null: nothing was. */
  unreported: z.array(
    z.object({
      measureId: z.string(),
      departmentId: z.string(),
      status: z.nullable(z.enum(READING_STATUSES)),
    }),
  ),
});
export type SealedMeasures = z.output<typeof sealedMeasures>;

/** The parts of a package. Each is hashed by itself, so that damage can be named. */
export const packageParts = z.object({
  seal: sealPart,
  /** What the board of the year is made of: every approved figure up to it, as known then. */
  board: boardInputs,
  readings: z.array(sealedReading),
  settings: z.array(sealedSettings),
  lists: z.array(sealedList),
  evidence: z.array(sealedEvidence),
  checks: z.array(sealedCheck),
  /** What the method of the day made of it. */
  assessments: z.array(z.object({ indicatorId: z.string(), assessment })),
  /** The reports on measures; absent in packages of version 1. */
  measures: z.optional(sealedMeasures),
});
export type PackageParts = z.output<typeof packageParts>;
export const PARTS = [
  'seal',
  'board',
  'readings',
  'settings',
  'lists',
  'evidence',
  'checks',
  'assessments',
  'measures',
] as const satisfies readonly (keyof PackageParts)[];

/** The parts that a package of a version has, in the order of its manifest. */
export function partsOf(formatVersion: PackageVersion): readonly (keyof PackageParts)[] {
  return formatVersion === 1 ? PARTS.filter((part) => part !== 'measures') : PARTS;
}

/** One sealed year of one plan, as text that never changes; docs/sealed-package.md describes it. */
export const sealedPackage = z.object({
  format: z.literal(PACKAGE_FORMAT),
  formatVersion: z.literal(PACKAGE_VERSIONS),
  manifest: z.array(z.object({ part: z.enum(PARTS), sha256: hash })),
  parts: packageParts,
});
export type SealedPackage = z.output<typeof sealedPackage>;

/** A seal that was set. */
export const seal = z.object({
  sealedAt: instant,
  sealedBy: z.string(),
  /** SHA-256, hex, of the package. */
  sha256: hash,
  /** Of the package, in bytes. */
  size: z.int(),
  readings: z.int(),
  lists: z.int(),
  evidence: z.int(),
  /** What it has no figure of. */
  unreported: z.int(),
  /** Reports on measures in it. */
  reports: z.int(),
});
export type Seal = z.output<typeof seal>;

const openFigures = z.object({
  /** Handed in and not decided: they stand in the way of a seal. */
  undecided: z.array(
    z.object({
      readingId: z.string(),
      indicatorId: z.string(),
      departmentId: words,
      status: z.enum(READING_STATUSES),
    }),
  ),
  /** Owed and not handed in: each needs a reason. `status` of what was begun; null: nothing was. */
  notHandedIn: z.array(
    z.object({
      indicatorId: z.string(),
      departmentId: z.string(),
      status: z.nullable(z.enum(READING_STATUSES)),
    }),
  ),
  /** Owed by nobody (无责任单位 or 牵头待定), and nothing of them approved. */
  noLead: z.array(z.string()),
  /** Reports on measures that were handed in and not decided: they stand in the way, too. */
  undecidedReports: z.array(
    z.object({ reportId: z.string(), measureId: z.string(), departmentId: z.string() }),
  ),
});
export type OpenFigures = z.output<typeof openFigures>;

export const sealState = z.object({
  planId: z.string(),
  year: z.int(),
  state: z.enum(ROUND_STATES),
  /** null: the round is not sealed. */
  seal: z.nullable(seal),
  /** How many figures of the year are approved, and go into the package. */
  approved: z.int(),
  /** What stands in the way and what needs a reason; null: not for the one who asks to know. */
  open: z.nullable(openFigures),
  /** Of the round. */
  version,
});
export type SealState = z.output<typeof sealState>;

const oneRound = z.strictObject({ planId: id, year: yearInQuery });

export const getSeal = endpoint({
  operationId: 'getSeal',
  method: 'GET',
  path: '/api/plans/{planId}/rounds/{year}/seal',
  summary: 'What sealing a round would freeze, what stands in its way, and the seal that was set',
  access: 'evidence.see',
  params: oneRound,
  response: sealState,
});

export const sealRound = endpoint({
  operationId: 'sealRound',
  method: 'POST',
  path: '/api/plans/{planId}/rounds/{year}/seal',
  summary: 'Seal a closed round: every figure of the year, and all behind it, as one package',
  access: 'rounds.manage',
  params: oneRound,
  body: z.strictObject({
    /** Exactly what is owed and was not handed in, each with its reason. */
    unreported: z._default(
      z.array(z.strictObject({ indicatorId: id, reason: line(500) })).check(z.maxLength(1000)),
      [],
    ),
  }),
  response: sealState,
  versioned: true,
  problems: ['wrongState', 'roundNotReady'],
});

export const downloadPackage = endpoint({
  operationId: 'downloadPackage',
  method: 'GET',
  path: '/api/plans/{planId}/rounds/{year}/package',
  summary: 'The package of a sealed round, byte for byte',
  access: 'evidence.see',
  params: oneRound,
  file: ['application/json'],
  recorded: true,
  problems: ['notSealed', 'databaseDamaged'],
});
