import type { Insertable } from 'kysely';
import type { Tables } from '../../server/db/tables.ts';
import type { RoundState } from '../../shared/rounds.ts';
import type { TestApp } from './app.ts';
import { addDepartment } from './people.ts';

type Kind = Tables['indicators']['kind'];
type Target = Partial<Insertable<Tables['targets']>>;

interface Sketch {
  readonly kind: Kind;
  readonly leads: readonly string[];
  readonly unitZh?: string;
  readonly parts?: readonly [numerator: string, denominator: string, multiplier: number];
  readonly target: Target;
  readonly deadline?: number;
}

/** One indicator of every sort that a reading can meet; two shares have one denominator. */
const SKETCHES: Readonly<Record<string, Sketch>> = {
  share: {
    kind: 'atLeast',
    leads: ['steb'],
    unitZh: '%',
    parts: ['automated', 'enterprises', 100],
    target: { value: 60 },
  },
  otherShare: {
    kind: 'atLeast',
    leads: ['finance'],
    unitZh: '%',
    parts: ['certified', 'enterprises', 100],
    target: { value: 80 },
  },
  density: {
    kind: 'atLeast',
    leads: ['steb'],
    unitZh: '台/万人',
    parts: ['robots', 'workers', 10_000],
    target: { value: 100 },
  },
  index: { kind: 'atLeast', leads: ['steb'], unitZh: '分', target: { value: 85 } },
  percentage: { kind: 'atLeast', leads: ['steb'], unitZh: '%', target: { value: 90 } },
  emission: { kind: 'reduction', leads: ['steb'], unitZh: '吨', target: {} },
  count: { kind: 'countRange', leads: ['steb'], unitZh: '个', target: { lower: 3, upper: 5 } },
  milestone: { kind: 'milestone', leads: ['steb'], target: {}, deadline: 2016 },
  rating: { kind: 'rating', leads: ['steb'], target: { targetLevel: 3 } },
  undecided: { kind: 'countRange', leads: ['steb', 'finance'], target: { lower: 1 } },
  ownerless: { kind: 'countRange', leads: [], target: { lower: 1 } },
};

/** The id of an indicator of a small plan. */
export const indicatorOf = (name: keyof typeof SKETCHES, planId = 'small'): string =>
  `${planId}-${name}`;

/** Writes a plan of eleven indicators, 2016–2020 on a 2015 baseline, led by `steb` and `finance`. */
export async function addSmallPlan(t: TestApp, planId = 'small'): Promise<void> {
  const db = t.database.kysely;
  const at = t.clock.now.toISOString();
  await addDepartment(t, 'steb');
  await addDepartment(t, 'finance');
  await db
    .insertInto('plans')
    .values({
      id: planId,
      titleZh: '小计划',
      titleEn: 'A small plan',
      shortTitleZh: '小计划',
      shortTitleEn: 'Small plan',
      documentNumber: null,
      issueDate: null,
      effectiveQuote: null,
      baselineYear: 2015,
      startYear: 2016,
      endYear: 2020,
      schemaVersion: 1,
      contentHash: planId,
      revision: 1,
      loadedAt: at,
    })
    .execute();
  await db
    .insertInto('themes')
    .values({ planId, id: 'theme', position: 0, nameZh: '主题', nameEn: 'Theme' })
    .execute();
  for (const id of ['automated', 'certified', 'enterprises', 'robots', 'workers']) {
    await db
      .insertInto('components')
      .values({ planId, id, nameZh: id, nameEn: id, unitZh: '家' })
      .execute();
  }
  for (const [position, [name, sketch]] of Object.entries(SKETCHES).entries()) {
    await addIndicator(t, planId, name, sketch, position);
  }
}

async function addIndicator(
  t: TestApp,
  planId: string,
  name: string,
  sketch: Sketch,
  position: number,
): Promise<void> {
  const db = t.database.kysely;
  const id = indicatorOf(name, planId);
  const [numeratorId = null, denominatorId = null, multiplier = null] = sketch.parts ?? [];
  await db
    .insertInto('indicators')
    .values({
      id,
      planId,
      themeId: 'theme',
      code: `S${position + 1}`,
      position,
      nameZh: name,
      nameEn: name,
      origin: 'objective',
      measureNumber: null,
      kind: sketch.kind,
      unitZh: sketch.unitZh ?? null,
      unitEn: sketch.unitZh ?? null,
      decimals: sketch.kind === 'countRange' ? 0 : 1,
      direction: sketch.kind === 'reduction' ? 'down' : 'up',
      deadlineYear: sketch.deadline ?? 2020,
      deadlineSource: 'document',
      baselineYearSuggested: 2015,
      incremental: 0,
      tentative: 0,
      numeratorId,
      denominatorId,
      multiplier,
      clauseGroup: null,
      quote: name,
      quoteStart: 0,
    })
    .execute();
  await db
    .insertInto('targets')
    .values({
      indicatorId: id,
      version: 1,
      kind: sketch.kind,
      expression: 'document',
      value: null,
      lower: null,
      upper: null,
      reductionPct: null,
      tonnesCut: null,
      targetLevel: null,
      path: null,
      source: 'document',
      basis: null,
      documentNumber: null,
      effectiveDate: null,
      enteredBy: null,
      enteredAt: t.clock.now.toISOString(),
      ...sketch.target,
    })
    .execute();
  await db
    .insertInto('indicatorSettings')
    .values({
      indicatorId: id,
      version: 1,
      departmentsBy: null,
      departmentsAt: null,
      departmentsNote: null,
    })
    .execute();
  for (const [place, departmentId] of sketch.leads.entries()) {
    await db
      .insertInto('indicatorDepartments')
      .values({ indicatorId: id, departmentId, duty: 'lead', position: place })
      .execute();
  }
  if (sketch.kind === 'milestone') await addConditions(t, id, ['built', 'operating']);
  if (sketch.kind === 'rating') await addLevels(t, id, [0, 1, 2, 3]);
}

async function addConditions(t: TestApp, indicatorId: string, ids: string[]): Promise<void> {
  const rows = ids.map((id, position) => ({
    indicatorId,
    version: 1,
    id,
    position,
    nameZh: id,
    nameEn: id,
    plannedYear: 2016,
  }));
  await t.database.kysely.insertInto('targetConditions').values(rows).execute();
}

async function addLevels(t: TestApp, indicatorId: string, levels: number[]): Promise<void> {
  const rows = levels.map((level) => ({
    indicatorId,
    level,
    nameZh: `第${level}级`,
    nameEn: `Level ${level}`,
  }));
  await t.database.kysely.insertInto('ratingLevels').values(rows).execute();
}

const ROUND_DATES: Readonly<Record<RoundState, Partial<Insertable<Tables['rounds']>>>> = {
  none: {},
  planned: { opensOn: '2019-02-01' },
  open: {},
  closed: { closedAt: '2019-01-09T00:00:00.000Z' },
  sealed: { closedAt: '2019-01-08T00:00:00.000Z', sealedAt: '2019-01-09T00:00:00.000Z' },
};

/** Writes the round of a year, in a state as of the tests' clock; `none` writes nothing. */
export async function addRound(
  t: TestApp,
  planId: string,
  year: number,
  state: RoundState,
  more: Partial<Insertable<Tables['rounds']>> = {},
): Promise<void> {
  if (state === 'none') return;
  const anybody = await t.database.kysely
    .selectFrom('users')
    .select('id')
    .executeTakeFirstOrThrow();
  await t.database.kysely
    .insertInto('rounds')
    .values({
      planId,
      year,
      opensOn: '2018-12-01',
      dueOn: '2019-01-31',
      closedAt: null,
      closedBy: null,
      sealedAt: null,
      sealedBy: null,
      version: 1,
      createdBy: anybody.id,
      createdAt: t.clock.now.toISOString(),
      ...ROUND_DATES[state],
      ...more,
    })
    .execute();
}
