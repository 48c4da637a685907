import { valueOf } from '../../shared/reading-rules.ts';
import type { SealedReading } from '../../shared/seals.ts';
import type { StoredReading } from './state.ts';

/** A figure as a package keeps it. @param revisionSha256 of the revision that the seal made */
export function sealedReadingOf(reading: StoredReading, revisionSha256: string): SealedReading {
  const { figures } = reading;
  const ratio = reading.multiplier !== null && figures.absence === null;
  return {
    id: reading.id,
    indicatorId: reading.indicatorId,
    version: reading.version,
    revisionSha256,
    dataStatus: figures.dataStatus,
    source: figures.source,
    note: figures.note,
    value: valueOf(reading, figures),
    numerator: ratio ? figures.numerator : null,
    denominator: ratio ? figures.denominator : null,
    level: figures.level,
    ground: figures.ground,
    conditions: figures.conditions.map((condition) => ({ ...condition })),
    absence: figures.absence,
    scopeChange: figures.scopeChange,
    paper: figures.paper,
    figureYear: figures.figureYear,
    corrections: reading.corrections,
    departmentId: reading.leadDepartmentId,
    entered: reading.entered,
    changed: reading.changed,
    submitted: reading.submitted,
    signed: reading.signed,
    approved: reading.approved,
  };
}
