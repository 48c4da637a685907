import { createHash } from 'node:crypto';
import { completed } from '../../shared/checks/setting-rules.ts';
import type { IndicatorPart, PlanFile } from '../../shared/plan-file.ts';
import type { Tables } from '../db/tables.ts';
import { subjectOf } from './check-indicator.ts';
import { incentiveRows, safeguardRows, startOf } from './clause-rows.ts';

type Row<T extends keyof Tables> = Tables[T];

/** What the document itself demands of an indicator, as a target version holds it. */
export type DocumentTarget = Pick<
  Row<'targets'>,
  'kind' | 'value' | 'lower' | 'upper' | 'reductionPct' | 'targetLevel'
> & {
  readonly source: 'document' | 'convention' | 'pendingAssignment';
  readonly conditions: readonly {
    readonly id: string;
    readonly nameZh: string;
    readonly nameEn: string;
    readonly plannedYear: number | null;
  }[];
};

export type DocumentBaseline = Pick<
  Row<'baselines'>,
  'year' | 'value' | 'basis' | 'basisZh' | 'basisEn'
>;

/** A plan file as the rows that describe the document; what people decide is not among them. */
export interface PlanRows {
  readonly plan: Omit<Row<'plans'>, 'revision'>;
  readonly document: Row<'planDocuments'>;
  readonly departments: readonly Omit<
    Row<'departments'>,
    'validFrom' | 'validTo' | 'successorId' | 'version'
  >[];
  readonly themes: readonly Row<'themes'>[];
  readonly components: readonly Row<'components'>[];
  readonly bodies: readonly Row<'bodies'>[];
  readonly indicators: readonly Row<'indicators'>[];
  readonly ambiguities: readonly Row<'indicatorAmbiguities'>[];
  readonly expressions: readonly Row<'targetExpressions'>[];
  readonly levels: readonly Row<'ratingLevels'>[];
  readonly checks: readonly (Row<'checkSettings'> & { readonly source: 'plan' })[];
  readonly measures: readonly Row<'measures'>[];
  readonly measureDepartments: readonly Row<'measureDepartments'>[];
  readonly measureIndicators: readonly Row<'measureIndicators'>[];
  readonly incentives: readonly Row<'incentives'>[];
  readonly tiers: readonly Row<'incentiveTiers'>[];
  readonly conditions: readonly Row<'incentiveConditions'>[];
  readonly notes: readonly Row<'incentiveNotes'>[];
  readonly safeguards: readonly Row<'safeguards'>[];
  readonly obligations: readonly Row<'obligations'>[];
}

/** The words of the API for those of the file. */
const EXPRESSIONS = {
  reductionPct: 'percentage',
  tonnesReduced: 'tonnesCut',
  ceiling: 'ceiling',
} as const;

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** @param file one that checkPlan found nothing wrong with, in the order of the schema */
export function planRows(file: PlanFile, text: string, contentHash: string, now: Date): PlanRows {
  const planId = file.document.id;
  const of = <T>(rows: readonly T[]) => rows.map((row, position) => ({ planId, position, ...row }));
  const clauses = new Map(
    file.measures.map((measure) => [
      measure.number,
      { start: text.indexOf(measure.text), text: measure.text },
    ]),
  );
  return {
    plan: {
      ...planRow(file),
      contentHash,
      loadedAt: now.toISOString(),
    },
    document: { planId, text, sha256: sha256(text) },
    departments: file.departments,
    themes: of(file.themes),
    components: componentRows(file),
    bodies: of(file.bodies).map((body) => ({ ...body, quoteStart: startOf(text, body.quote) })),
    indicators: inShownOrder(file).map((indicator, position) => ({
      ...indicatorRow(planId, position, indicator),
      quoteStart: startOf(text, indicator.quote, clauses.get(indicator.measureNumber ?? -1)),
    })),
    ambiguities: file.indicators.flatMap(({ id: indicatorId, ambiguities }) =>
      ambiguities.map((said, position) => {
        const { zh, en } = typeof said === 'string' ? { zh: said, en: said } : said;
        return { indicatorId, position, textZh: zh, textEn: en };
      }),
    ),
    expressions: file.indicators.flatMap(({ id: indicatorId, targetExpressions = [] }) =>
      targetExpressions.map((word, position) => ({
        indicatorId,
        position,
        expression: EXPRESSIONS[word],
      })),
    ),
    levels: file.indicators.flatMap((indicator) =>
      indicator.kind === 'rating'
        ? indicator.target.levels.map((level) => ({ indicatorId: indicator.id, ...level }))
        : [],
    ),
    checks: file.indicators.flatMap((indicator) => checkRows(indicator, now)),
    measures: file.measures.map(({ id, number, themeId, titleZh, titleEn, text: said }) => ({
      planId,
      id,
      number,
      themeId,
      titleZh,
      titleEn,
      text: said,
      textStart: clauses.get(number)?.start ?? -1,
    })),
    measureDepartments: file.measures.flatMap(({ id: measureId, departmentIds }) =>
      departmentIds.map((departmentId, position) => ({
        planId,
        measureId,
        departmentId,
        position,
      })),
    ),
    measureIndicators: file.measures.flatMap(({ id: measureId, linkedIndicatorIds }) =>
      linkedIndicatorIds.map((indicatorId) => ({ planId, measureId, indicatorId })),
    ),
    ...incentiveRows(planId, file.measures, text),
    ...safeguardRows(file, text),
  };
}

function checkRows(indicator: IndicatorPart, now: Date): PlanRows['checks'][number][] {
  const subject = subjectOf(indicator);
  return (indicator.checks ?? []).map((typed) => {
    const { code, grade, lower, upper } = completed(subject, typed);
    return {
      indicatorId: indicator.id,
      code,
      grade,
      lowerLimit: lower,
      upperLimit: upper,
      source: 'plan',
      enteredBy: null,
      enteredAt: now.toISOString(),
    };
  });
}

function planRow(file: PlanFile): Omit<PlanRows['plan'], 'contentHash' | 'loadedAt'> {
  const { sourceFile: _file, ...document } = file.document;
  const { note: periodNote, ...period } = file.period;
  return {
    ...document,
    ...period,
    periodNote,
    schemaVersion: file.schemaVersion,
  };
}

function componentRows(file: PlanFile): Row<'components'>[] {
  const byId = new Map<string, Row<'components'>>();
  for (const { ratio } of file.indicators) {
    if (ratio === null) continue;
    for (const one of [ratio.numerator, ratio.denominator]) {
      byId.set(one.id, { planId: file.document.id, ...one });
    }
  }
  return [...byId.values()];
}

/** By theme, then as in the file. */
function inShownOrder(file: PlanFile): IndicatorPart[] {
  return file.themes.flatMap(({ id }) => file.indicators.filter(({ themeId }) => themeId === id));
}

function indicatorRow(
  planId: string,
  position: number,
  indicator: IndicatorPart,
): Omit<Row<'indicators'>, 'quoteStart'> {
  const { ratio } = indicator;
  return {
    id: indicator.id,
    planId,
    themeId: indicator.themeId,
    code: indicator.code,
    position,
    nameZh: indicator.nameZh,
    nameEn: indicator.nameEn,
    origin: indicator.origin,
    measureNumber: indicator.measureNumber,
    kind: indicator.kind,
    unitZh: indicator.unitZh,
    unitEn: indicator.unitEn,
    decimals: indicator.decimals,
    direction: indicator.direction,
    deadlineYear: indicator.deadlineYear,
    deadlineSource: indicator.deadlineSource,
    baselineYearSuggested: indicator.baselineYearSuggested,
    incremental: indicator.incremental ? 1 : 0,
    tentative: indicator.tentative ? 1 : 0,
    numeratorId: ratio?.numerator.id ?? null,
    denominatorId: ratio?.denominator.id ?? null,
    multiplier: ratio?.multiplier ?? null,
    clauseGroup: indicator.clauseGroup ?? null,
    quote: indicator.quote,
  };
}

const NO_FIGURES = {
  value: null,
  lower: null,
  upper: null,
  reductionPct: null,
  targetLevel: null,
} as const;

/** @example documentTarget({ kind: 'countRange', target: { lower: 3, upper: 5 }, … }).lower // 3 */
export function documentTarget(indicator: IndicatorPart): DocumentTarget {
  const { kind, targetSource: source } = indicator;
  const base = { kind, source, ...NO_FIGURES, conditions: [] };
  switch (indicator.kind) {
    case 'atLeast':
    case 'atMost':
    case 'countRange':
    case 'reduction':
      return { ...base, ...indicator.target };
    case 'rating':
      return { ...base, targetLevel: indicator.target.targetLevel };
    case 'milestone':
      return { ...base, conditions: indicator.target.conditions };
    case 'directional':
      return base;
  }
}
