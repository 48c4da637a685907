import type { Incentive } from '../../shared/incentives.ts';
import type { Reader } from '../db/transaction.ts';

/** The money rules of a plan, or of one measure of it, in the order of the document. */
export async function findIncentives(
  db: Reader,
  planId: string,
  measureId?: string,
): Promise<Incentive[]> {
  const rows = await db
    .selectFrom('incentives as n')
    .innerJoin('measures as m', (join) =>
      join.onRef('m.planId', '=', 'n.planId').onRef('m.id', '=', 'n.measureId'),
    )
    .selectAll('n')
    .select(['m.number as measureNumber', 'm.titleZh as measureZh', 'm.titleEn as measureEn'])
    .where('n.planId', '=', planId)
    .$if(measureId !== undefined, (query) => query.where('n.measureId', '=', measureId ?? ''))
    .orderBy('m.number')
    .orderBy('n.position')
    .execute();
  const tiers = Map.groupBy(
    await db
      .selectFrom('incentiveTiers')
      .selectAll()
      .where('planId', '=', planId)
      .orderBy('position')
      .execute(),
    ({ incentiveId }) => incentiveId,
  );
  const conditions = Map.groupBy(
    await db
      .selectFrom('incentiveConditions')
      .selectAll()
      .where('planId', '=', planId)
      .orderBy('position')
      .execute(),
    ({ incentiveId }) => incentiveId,
  );
  const notes = Map.groupBy(
    await db
      .selectFrom('incentiveNotes')
      .selectAll()
      .where('planId', '=', planId)
      .orderBy('position')
      .execute(),
    ({ incentiveId }) => incentiveId,
  );
  return rows.map((row) => ({
    id: row.id,
    measureId: row.measureId,
    measureNumber: row.measureNumber,
    kind: row.kind as Incentive['kind'],
    titleZh: row.titleZh ?? row.measureZh,
    titleEn: row.titleEn ?? row.measureEn,
    grantor: row.grantor,
    grantorEn: row.grantorEn ?? row.grantor,
    beneficiary: row.beneficiary,
    beneficiaryEn: row.beneficiaryEn ?? row.beneficiary,
    condition: row.condition,
    conditionEn: row.conditionEn ?? row.condition,
    per: row.per,
    perEn: row.perEn ?? row.per,
    oneOff: row.oneOff === null ? null : row.oneOff === 1,
    amountWan: row.amountWan,
    capWan: row.capWan,
    floorWan: row.floorWan,
    ratePercent: row.ratePercent,
    rateBase: row.rateBase,
    rateBaseEn: row.rateBaseEn ?? row.rateBase,
    rateBaseField: row.rateBaseField,
    tiers: (tiers.get(row.id) ?? []).map((tier) => ({
      labelZh: tier.label,
      labelEn: tier.labelEn ?? tier.label,
      amountWan: tier.amountWan,
      capWan: tier.capWan,
      ratePercent: tier.ratePercent,
      maxRatePercent: tier.maxRatePercent,
      provinceRatePercent: tier.provinceRatePercent,
      minQuantity: tier.minQuantity,
      maxQuantity: tier.maxQuantity,
    })),
    conditions: (conditions.get(row.id) ?? []).map((condition) => ({
      field: condition.field,
      nameZh: condition.nameZh ?? condition.field,
      nameEn: condition.nameEn ?? condition.field,
      operator: condition.operator as Incentive['conditions'][number]['operator'],
      value: condition.valueNumber ?? condition.valueText ?? '',
      unitZh: condition.unit,
      unitEn: condition.unitEn ?? condition.unit,
    })),
    caseByCase: row.caseByCase === 1,
    notes: (notes.get(row.id) ?? []).map(({ note, noteEn }) => ({
      textZh: note,
      textEn: noteEn ?? note,
    })),
    quote: row.quote,
    start: row.quoteStart,
    end: row.quoteStart + row.quote.length,
  }));
}
