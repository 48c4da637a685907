import { Problem } from '../../shared/problems.ts';
import type { Reader } from '../db/transaction.ts';
import { findSubjects } from '../measures/duty-store.ts';
import { acceptanceFor } from './answer.ts';
import { boardOfBasis } from './basis-store.ts';
import type { GatheredDossier } from './dossier.ts';
import { findAcceptance } from './whole-store.ts';

/** The dossier is the committee's, whoever takes it out: what was handed in, and no draft of anybody. */
const COMMITTEE = { userId: '', roles: ['auditor'], departmentId: null } as const;

/**
 * Everything that a dossier is made of, at one moment, but for what became of its files.
 * @throws Problem notFound; wrongState for one that was withdrawn; databaseDamaged
 */
export async function gatherDossier(db: Reader, id: string, now: Date): Promise<GatheredDossier> {
  const whole = await findAcceptance(db, id, now);
  if (whole === null) throw new Problem('notFound');
  const { row, sheet, basis } = whole;
  if (row.state === 'withdrawn') throw new Problem('wrongState');
  const measures = await findSubjects(db, row.planId);
  return {
    basis: row.basis,
    source: {
      acceptance: acceptanceFor(whole, COMMITTEE),
      board: boardOfBasis(basis),
      sheetApprovedAt: sheet.row.approvedAt,
      measures: measures.map(({ id: measureId, number, titleZh, titleEn }) => ({
        id: measureId,
        number,
        titleZh,
        titleEn,
      })),
      measureStates: basis.measures.map(({ state }) => state),
      missing: [],
    },
  };
}
