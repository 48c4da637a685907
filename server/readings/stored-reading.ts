import type { Figures } from '../../shared/reading-rules.ts';
import { dayInChina, type RoundDates, roundStateOf } from '../../shared/rounds.ts';
import type { ReadingStatus, ReturnReason, Standing } from '../../shared/workflow.ts';
import type { Tables } from '../db/tables.ts';

type Readings = Tables['readings'];

/** Somebody and the moment they did it; null: nobody has. */
export interface Act {
  readonly userId: string;
  readonly name: string;
  readonly at: string;
}

/** A reading with all that its rules and its answer need. */
export interface StoredReading {
  readonly id: string;
  readonly indicatorId: string;
  readonly planId: string;
  readonly year: number;
  readonly status: ReadingStatus;
  readonly version: number;
  readonly figures: Figures;
  /** Of the indicator; null: not a ratio. */
  readonly multiplier: number | null;
  readonly leadDepartmentId: string | null;
  /** Of its plan and year; null: there is none. What it is today follows from the day. */
  readonly round: RoundDates | null;
  /** Everybody who typed something into it. */
  readonly typedBy: readonly string[];
  readonly entered: Act;
  readonly changed: Act;
  readonly submitted: Act | null;
  readonly signed: Act | null;
  /** The signature that the last return met; null: none, or it is signed. */
  readonly signedBefore: Act | null;
  readonly approved: Act | null;
  /** With its year; null: that is not sealed. */
  readonly sealed: Act | null;
  /** The last time it came back. */
  readonly returned: {
    readonly name: string;
    readonly at: string;
    readonly reason: string;
    readonly reasonCode: ReturnReason | null;
  } | null;
  /** How often it came back, ever. */
  readonly returns: number;
  /** Who sent it back last: handed in again it goes straight there; null: nobody did. */
  readonly returnedByDuty: Readings['returnedByDuty'];
  /** How often it was corrected after its approval. */
  readonly corrections: number;
}

export type Condition = Figures['conditions'][number];
export type Return = NonNullable<StoredReading['returned']>;

/** A row of `readings` with what stands in other tables, one value each. */
export interface Row extends Readings {
  readonly planId: string;
  readonly multiplier: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly createdName: string;
  readonly changedName: string;
  readonly sealedAt: string | null;
  readonly sealedBy: string | null;
  readonly sealedName: string | null;
  readonly submittedName: string | null;
  readonly signedName: string | null;
  readonly approvedName: string | null;
}

/** What stands in other tables as lists, or as the latest of many. */
export interface Beside {
  readonly conditions: readonly Condition[];
  readonly leadDepartmentId: string | null;
  readonly round: RoundDates | null;
  readonly typedBy: readonly string[];
  readonly returned: Return | null;
  readonly signedBefore: Act | null;
}

/**
 * The signature that the last return met, in the signatures and returns of one reading in their order.
 * @example signatureMet([sign, back, back]) // that of the first
 */
export function signatureMet(
  steps: readonly (Act & { readonly action: Tables['readingRevisions']['action'] })[],
): Act | null {
  let standing: Act | null = null;
  let met: Act | null = null;
  for (const { action, ...by } of steps) {
    if (action === 'sign') standing = by;
    else met = standing;
  }
  return met;
}

/** A reading as the rules of the workflow judge it at one moment. */
export function standingOf(reading: StoredReading, now: Date): Standing {
  return { ...reading, round: roundStateOf(reading.round, dayInChina(now)) };
}

export function assemble(row: Row, { conditions, ...beside }: Beside): StoredReading {
  return {
    id: row.id,
    indicatorId: row.indicatorId,
    planId: row.planId,
    year: row.year,
    status: row.status,
    version: row.version,
    multiplier: row.multiplier,
    figures: {
      dataStatus: row.dataStatus,
      source: row.source,
      note: row.note,
      value: row.value,
      numerator: row.numerator,
      denominator: row.denominator,
      level: row.level,
      ground: row.ground,
      conditions,
      absence: row.absence === null ? null : { kind: row.absence, reason: row.absenceReason ?? '' },
      scopeChange: row.scopeChange,
      paper: row.paper,
      figureYear: row.figureYear,
    },
    ...beside,
    returnedByDuty: row.returnedByDuty,
    corrections: row.corrections,
    returns: row.returns,
    entered: { userId: row.createdBy, name: row.createdName, at: row.createdAt },
    changed: { userId: row.changedBy, name: row.changedName, at: row.changedAt },
    submitted: act(row.submittedBy, row.submittedName, row.submittedAt),
    signed: act(row.signedBy, row.signedName, row.signedAt),
    approved: act(row.approvedBy, row.approvedName, row.approvedAt),
    sealed: row.status === 'sealed' ? act(row.sealedBy, row.sealedName, row.sealedAt) : null,
  };
}

/** A revision of sending back, as the reading tells of it. */
export function toReturn(row: {
  readonly name: string;
  readonly at: string;
  readonly reason: string | null;
  readonly reasonCode: string | null;
}): Return {
  const { name, at, reason, reasonCode } = row;
  return { name, at, reason: reason ?? '', reasonCode: reasonCode as ReturnReason | null };
}

function act(userId: string | null, name: string | null, at: string | null): Act | null {
  return userId === null || name === null || at === null ? null : { userId, name, at };
}
