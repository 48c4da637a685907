import type { getCoverage, getDocument, listMeasures, listPlans } from '../../shared/plans.ts';
import type { Output } from '../../shared/endpoint.ts';
import type { KeptByRevision } from '../db/by-revision.ts';
import type { Reader } from '../db/transaction.ts';

type PlanItem = Output<typeof listPlans>['items'][number];
type MeasureItem = Output<typeof listMeasures>['items'][number];
type PlanDocument = Output<typeof getDocument>;
type Clause = PlanDocument['clauses'][number];
type Coverage = Output<typeof getCoverage>;

/** Readings in these states count on a board. */
const COUNTED = ['approved', 'sealed'] as const;

/** What the list of plans says that is not in the row of a plan. */
export interface PlanFacts {
  /** The latest year with a reading that counts; null: none does yet. */
  readonly lastYear: number | null;
  readonly indicatorCount: number;
}

/**
 * All plans with the year that a board opens on: the latest that counts, else the first.
 * @param kept the facts of plans, made with `planFacts`
 */
export async function findPlans(
  db: Reader,
  kept: KeptByRevision<PlanFacts>,
): Promise<Omit<PlanItem, 'latestYear' | 'illustrative'>[]> {
  const rows = await db
    .selectFrom('plans')
    .select(['id', 'titleZh', 'titleEn', 'shortTitleZh', 'shortTitleEn'])
    .select(['baselineYear', 'startYear', 'endYear', 'revision'])
    .orderBy('id')
    .execute();
  const facts = await kept.all(db, new Map(rows.map(({ id, revision }) => [id, revision])));
  return rows.map((plan) => ({
    ...plan,
    defaultYear: facts.get(plan.id)?.lastYear ?? plan.startYear,
    indicatorCount: facts.get(plan.id)?.indicatorCount ?? 0,
  }));
}

/** What a plan is called for short; null: there is no such plan. */
export async function findPlanName(
  db: Reader,
  planId: string,
): Promise<Pick<PlanItem, 'shortTitleZh' | 'shortTitleEn'> | null> {
  const row = await db
    .selectFrom('plans')
    .select(['shortTitleZh', 'shortTitleEn'])
    .where('id', '=', planId)
    .executeTakeFirst();
  return row ?? null;
}

export async function planFacts(
  db: Reader,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, PlanFacts>> {
  const rows = await db
    .selectFrom('indicators as i')
    .leftJoin('readings as r', (join) =>
      join.onRef('r.indicatorId', '=', 'i.id').on('r.status', 'in', COUNTED),
    )
    .select('i.planId')
    .select(({ fn }) => [
      fn.max('r.year').as('lastYear'),
      fn.count<number>('i.id').distinct().as('indicatorCount'),
    ])
    .where('i.planId', 'in', planIds)
    .groupBy('i.planId')
    .execute();
  return new Map(rows.map(({ planId, ...facts }) => [planId, facts]));
}

/** The text with all its clauses, in the order of the text; null: no such plan. */
export async function findDocument(db: Reader, planId: string): Promise<PlanDocument | null> {
  const plan = await db
    .selectFrom('plans as p')
    .innerJoin('planDocuments as d', 'd.planId', 'p.id')
    .select(['p.titleZh', 'p.titleEn', 'p.documentNumber', 'p.issueDate', 'd.text', 'd.sha256'])
    .where('p.id', '=', planId)
    .executeTakeFirst();
  if (plan === undefined) return null;
  const clauses = [
    ...(await indicatorClauses(db, planId)),
    ...(await measureClauses(db, planId)),
    ...(await safeguardClauses(db, planId)),
    ...(await bodyClauses(db, planId)),
  ];
  return {
    planId,
    ...plan,
    clauses: clauses.sort((one, other) => one.start - other.start || other.end - one.end),
  };
}

async function indicatorClauses(db: Reader, planId: string): Promise<Clause[]> {
  const rows = await db
    .selectFrom('indicators')
    .select(['id', 'code', 'nameZh', 'nameEn', 'quote', 'quoteStart'])
    .where('planId', '=', planId)
    .orderBy('position')
    .execute();
  return rows.map(({ id, code, nameZh, nameEn, quote, quoteStart }) => ({
    subject: 'indicator',
    id,
    code,
    titleZh: nameZh,
    titleEn: nameEn,
    ...spanOf(quoteStart, quote),
  }));
}

/** Measures, and their money rules under the title of the measure. */
async function measureClauses(db: Reader, planId: string): Promise<Clause[]> {
  const measures = await db
    .selectFrom('measures')
    .select(['id', 'number', 'titleZh', 'titleEn', 'text', 'textStart'])
    .where('planId', '=', planId)
    .orderBy('number')
    .execute();
  const incentives = await db
    .selectFrom('incentives as n')
    .innerJoin('measures as m', (join) =>
      join.onRef('m.planId', '=', 'n.planId').onRef('m.id', '=', 'n.measureId'),
    )
    .select(['n.id', 'm.titleZh', 'm.titleEn', 'n.quote', 'n.quoteStart'])
    .where('n.planId', '=', planId)
    .orderBy('m.number')
    .orderBy('n.position')
    .execute();
  return [
    ...measures.map(({ id, number, titleZh, titleEn, text, textStart }) => ({
      subject: 'measure' as const,
      id,
      code: String(number),
      titleZh,
      titleEn,
      ...spanOf(textStart, text),
    })),
    ...incentives.map(({ id, titleZh, titleEn, quote, quoteStart }) => ({
      subject: 'incentive' as const,
      id,
      code: null,
      titleZh,
      titleEn,
      ...spanOf(quoteStart, quote),
    })),
  ];
}

async function safeguardClauses(db: Reader, planId: string): Promise<Clause[]> {
  const safeguards = await db
    .selectFrom('safeguards')
    .select(['number', 'titleZh', 'titleEn', 'text', 'textStart'])
    .where('planId', '=', planId)
    .orderBy('number')
    .execute();
  const obligations = await db
    .selectFrom('obligations')
    .select(['id', 'nameZh', 'nameEn', 'quote', 'quoteStart'])
    .where('planId', '=', planId)
    .orderBy('safeguardNumber')
    .orderBy('position')
    .execute();
  return [
    ...safeguards.map(({ number, titleZh, titleEn, text, textStart }) => ({
      subject: 'safeguard' as const,
      id: String(number),
      code: String(number),
      titleZh,
      titleEn,
      ...spanOf(textStart, text),
    })),
    ...obligations.map(({ id, nameZh, nameEn, quote, quoteStart }) => ({
      subject: 'obligation' as const,
      id,
      code: null,
      titleZh: nameZh,
      titleEn: nameEn,
      ...spanOf(quoteStart, quote),
    })),
  ];
}

async function bodyClauses(db: Reader, planId: string): Promise<Clause[]> {
  const rows = await db
    .selectFrom('bodies')
    .select(['id', 'nameZh', 'nameEn', 'quote', 'quoteStart'])
    .where('planId', '=', planId)
    .orderBy('position')
    .execute();
  return rows.map(({ id, nameZh, nameEn, quote, quoteStart }) => ({
    subject: 'body',
    id,
    code: null,
    titleZh: nameZh,
    titleEn: nameEn,
    ...spanOf(quoteStart, quote),
  }));
}

/** @example spanOf(10, '管委会') // { start: 10, end: 13 } */
export function spanOf(start: number, quote: string): { start: number; end: number } {
  return { start, end: start + quote.length };
}

export async function findMeasures(db: Reader, planId: string): Promise<MeasureItem[]> {
  const measures = await db
    .selectFrom('measures as m')
    .select(['m.id', 'm.number', 'm.themeId', 'm.titleZh', 'm.titleEn', 'm.text', 'm.textStart'])
    .select((eb) =>
      eb
        .selectFrom('incentives as n')
        .whereRef('n.planId', '=', 'm.planId')
        .whereRef('n.measureId', '=', 'm.id')
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('incentiveCount'),
    )
    .where('m.planId', '=', planId)
    .orderBy('m.number')
    .execute();
  const departments = await db
    .selectFrom('measureDepartments')
    .select(['measureId', 'departmentId'])
    .where('planId', '=', planId)
    .orderBy('position')
    .execute();
  const indicators = await db
    .selectFrom('measureIndicators as l')
    .innerJoin('indicators as i', 'i.id', 'l.indicatorId')
    .select(['l.measureId', 'l.indicatorId'])
    .where('l.planId', '=', planId)
    .orderBy('i.position')
    .execute();
  return measures.map(({ textStart, incentiveCount, ...measure }) => ({
    ...measure,
    incentiveCount: Number(incentiveCount),
    departmentIds: departments
      .filter(({ measureId }) => measureId === measure.id)
      .map(({ departmentId }) => departmentId),
    indicatorIds: indicators
      .filter(({ measureId }) => measureId === measure.id)
      .map(({ indicatorId }) => indicatorId),
    ...spanOf(textStart, measure.text),
  }));
}

/** Indicators that no measure works for. */
export async function findIndicatorsWithoutMeasure(
  db: Reader,
  planId: string,
): Promise<Coverage['indicatorsWithoutMeasure']> {
  return db
    .selectFrom('indicators as i')
    .select(['i.id', 'i.code', 'i.nameZh', 'i.nameEn'])
    .where('i.planId', '=', planId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('measureIndicators as l')
            .whereRef('l.indicatorId', '=', 'i.id')
            .select('l.measureId'),
        ),
      ),
    )
    .orderBy('i.position')
    .execute();
}
