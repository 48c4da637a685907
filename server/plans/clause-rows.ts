import type { MeasurePart, PlanFile } from '../../shared/plan-file.ts';

/**
 * Where a quote stands in the text, in UTF-16 units: inside the clause that it belongs to if it is
 * there, else its first place. A checked file has no quote that stands nowhere.
 * @example startOf('甲乙甲', '甲', { start: 1, text: '乙甲' }) // 2
 */
export function startOf(
  text: string,
  quote: string,
  clause?: { readonly start: number; readonly text: string },
): number {
  const within = clause?.text.indexOf(quote) ?? -1;
  return clause !== undefined && within >= 0 ? clause.start + within : text.indexOf(quote);
}

/** The money rules of the measures, with their tiers, conditions and notes. */
export function incentiveRows(planId: string, measures: readonly MeasurePart[], text: string) {
  const all = measures.flatMap(({ id: measureId, text: said, incentives }) =>
    incentives.map((incentive, position) => ({
      incentive,
      position,
      measureId,
      clause: { start: text.indexOf(said), text: said },
    })),
  );
  return {
    incentives: all.map(({ incentive, position, measureId, clause }) => {
      const { tiers: _tiers, conditions: _conditions, notes: _notes, ...row } = incentive;
      const { oneOff } = row;
      return {
        ...row,
        titleZh: row.titleZh ?? null,
        titleEn: row.titleEn ?? null,
        grantorEn: row.grantorEn ?? null,
        beneficiaryEn: row.beneficiaryEn ?? null,
        conditionEn: row.conditionEn ?? null,
        perEn: row.perEn ?? null,
        rateBaseEn: row.rateBaseEn ?? null,
        rateBaseField: row.rateBaseField ?? null,
        planId,
        measureId,
        position,
        oneOff: oneOff === null ? null : oneOff ? (1 as const) : (0 as const),
        caseByCase: row.caseByCase ? (1 as const) : (0 as const),
        quoteStart: startOf(text, row.quote, clause),
      };
    }),
    tiers: all.flatMap(({ incentive }) =>
      incentive.tiers.map((tier, position) => ({
        planId,
        incentiveId: incentive.id,
        position,
        label: tier.label,
        labelEn: tier.labelEn ?? null,
        amountWan: tier.amountWan ?? null,
        capWan: tier.capWan ?? null,
        ratePercent: tier.ratePercent ?? null,
        maxRatePercent: tier.maxRatePercent ?? null,
        provinceRatePercent: tier.provinceRatePercent ?? null,
        minQuantity: tier.minQty ?? null,
        maxQuantity: tier.maxQty ?? null,
      })),
    ),
    conditions: all.flatMap(({ incentive }) =>
      incentive.conditions.map(({ op: operator, value, ...said }, position) => ({
        planId,
        incentiveId: incentive.id,
        position,
        field: said.field,
        nameZh: said.nameZh ?? null,
        nameEn: said.nameEn ?? null,
        unitEn: said.unitEn ?? null,
        operator,
        valueNumber: typeof value === 'number' ? value : null,
        valueText: typeof value === 'string' ? value : null,
        unit: said.unit,
      })),
    ),
    notes: all.flatMap(({ incentive }) =>
      incentive.notes.map((said, position) => ({
        planId,
        incentiveId: incentive.id,
        position,
        note: typeof said === 'string' ? said : said.zh,
        noteEn: typeof said === 'string' ? null : said.en,
      })),
    ),
  };
}

export function safeguardRows(file: PlanFile, text: string) {
  const planId = file.document.id;
  return {
    safeguards: file.safeguards.map(({ number, titleZh, titleEn, text: said }) => ({
      planId,
      number,
      titleZh,
      titleEn,
      text: said,
      textStart: text.indexOf(said),
    })),
    obligations: file.safeguards.flatMap(({ number: safeguardNumber, text: said, obligations }) =>
      obligations.map((one, position) => ({
        planId,
        id: one.id,
        safeguardNumber,
        position,
        nameZh: one.zh,
        nameEn: one.en,
        responsible: one.responsible,
        recipient: one.recipient ?? null,
        frequency: one.frequency,
        due: one.due ?? null,
        deadlineDate: one.deadlineDate ?? endOf(one.deadlineYear),
        fourFixes: one.fourFixes?.join('、') ?? null,
        quote: one.quote,
        quoteStart: startOf(text, one.quote, { start: text.indexOf(said), text: said }),
      })),
    ),
  };
}

/** A year alone means its last day. */
function endOf(year: number | undefined): string | null {
  return year === undefined ? null : `${year}-12-31`;
}
