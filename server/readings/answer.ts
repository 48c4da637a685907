import { type Figures, valueOf } from '../../shared/reading-rules.ts';
import type { Reading } from '../../shared/readings.ts';
import {
  mayEdit,
  needsSignature,
  openSteps,
  type Person,
  type Standing,
} from '../../shared/workflow.ts';
import { standingOf, type StoredReading } from './stored-reading.ts';

/** The figures of a reading, as every answer tells them. */
export function figuresTold(
  stored: Pick<StoredReading, 'figures' | 'multiplier'>,
): Pick<Reading, keyof Figures> {
  const { figures } = stored;
  const ratio = stored.multiplier !== null && figures.absence === null;
  return {
    dataStatus: figures.dataStatus,
    source: figures.source,
    note: figures.note,
    value: valueOf(stored, figures),
    // An absent reading shows nothing of components that other readings share.
    numerator: ratio ? figures.numerator : null,
    denominator: ratio ? figures.denominator : null,
    level: figures.level,
    ground: figures.ground,
    conditions: figures.conditions.map((condition) => ({ ...condition })),
    absence: figures.absence,
    scopeChange: figures.scopeChange,
    paper: figures.paper,
    figureYear: figures.figureYear,
  };
}

/** A reading as the one who asks sees it, with what they may do with it now. */
export function readingFor(person: Person, stored: StoredReading, now: Date): Reading {
  const standing = standingOf(stored, now);
  return {
    id: stored.id,
    indicatorId: stored.indicatorId,
    year: stored.year,
    status: stored.status,
    ...figuresTold(stored),
    entered: stored.entered,
    changed: stored.changed,
    submitted: stored.submitted,
    signed: stored.signed,
    signedBefore: countsStill(stored, standing) ? stored.signedBefore : null,
    approved: stored.approved,
    sealed: stored.sealed,
    returned: stored.status === 'returned' ? stored.returned : null,
    returns: stored.returns,
    corrections: stored.corrections,
    round: standing.round,
    steps: openSteps(standing, person),
    editable: mayEdit(standing, person),
    version: stored.version,
  };
}

/** Whether a signature from before the last return spares a new one, or has done so. */
function countsStill({ status }: StoredReading, standing: Standing): boolean {
  if (status === 'submitted') return !needsSignature(standing);
  return status === 'approved' || status === 'sealed';
}

/** What the audit log says of a reading: the figures and the state, never what was written. */
export function auditedReading(stored: StoredReading): object {
  const { figures } = stored;
  return {
    indicatorId: stored.indicatorId,
    year: stored.year,
    status: stored.status,
    version: stored.version,
    dataStatus: figures.dataStatus,
    value: valueOf(stored, figures),
    ...(stored.multiplier === null
      ? {}
      : { numerator: figures.numerator, denominator: figures.denominator }),
    ...(figures.level === null ? {} : { level: figures.level }),
    ...(figures.conditions.length === 0 ? {} : { conditions: figures.conditions }),
    ...(figures.absence === null ? {} : { absence: figures.absence.kind }),
  };
}
