import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Transactions } from '../../server/db/transaction.ts';
import { loadPlan } from '../../server/plans/load.ts';
import { PlanRefused } from '../../server/plans/plan-problem.ts';
import { boardRows } from '../../server/plans/store.ts';
import { loadBuiltInPlan, readBuiltInPlan } from '../../server/seed/built-in-plan.ts';
import type { PlanFile } from '../../shared/plan-file.ts';
import type { Indicator } from '../../shared/plans.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { lakePlan } from '../support/lake-plan.ts';
import { addPerson, type Signed } from '../support/people.ts';

let t: TestApp;
let transactions: Transactions;
beforeEach(async () => {
  t = await startApp();
  transactions = new Transactions(t.database.kysely);
});
afterEach(() => t.close());

const QUALITY = 'qb-quality-competitiveness-index';

type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;
type Indicators = Writable<PlanFile>['indicators'];

/** The plan of the product, changed and loaded. */
function load(change: (file: Writable<PlanFile>) => void = () => undefined) {
  const { file, text } = readBuiltInPlan();
  change(file);
  return transactions.write((db) => loadPlan(db, file, text, t.clock.now));
}

async function problemsOf(loading: Promise<unknown>): Promise<string[]> {
  const error: unknown = await loading.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof PlanRefused)) throw new Error('was not refused');
  return error.problems.map(({ pointer, code, values }) =>
    `${pointer} ${code} ${String(values?.['value'] ?? '')}`.trim(),
  );
}

const tables = (): string[] =>
  t.database.connection
    .prepare(`select name from sqlite_schema where type = 'table' order by name`)
    .pluck()
    .all() as string[];

/** Every row of every table, as text. */
function everything(): Record<string, string[]> {
  return Object.fromEntries(
    tables().map((table) => [
      table,
      t.database.connection
        .prepare(`select * from "${table}"`)
        .all()
        .map((row) => JSON.stringify(row)),
    ]),
  );
}

const count = (table: string): number => everything()[table]?.length ?? -1;

const indicatorOf = (file: { indicators: Indicators }, id: string): Indicators[number] => {
  const found = file.indicators.find((indicator) => indicator.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

async function read(person: Signed, id: string): Promise<Indicator> {
  const response = await person.get(`/api/indicators/${id}`);
  expect(response.statusCode).toBe(200);
  return response.json<Indicator>();
}

const revision = async (): Promise<number> => {
  const rows = await transactions.read((db) => boardRows(db, 'qetdz-2016'));
  return rows?.plan.revision ?? -1;
};

describe('loading the plan of the product', () => {
  it('holds the whole document', async () => {
    expect(await load()).toBe('loaded');
    expect(
      ['plans', 'themes', 'departments', 'indicators', 'measures', 'incentives', 'safeguards'].map(
        (table) => [table, count(table)],
      ),
    ).toEqual([
      ['plans', 1],
      ['themes', 3],
      ['departments', 8],
      ['indicators', 26],
      ['measures', 30],
      ['incentives', 27],
      ['safeguards', 5],
    ]);
    expect([count('obligations'), count('bodies'), count('components')]).toEqual([6, 4, 8]);
    expect([count('incentive_tiers'), count('incentive_conditions')]).toEqual([24, 13]);
    expect([count('targets'), count('baselines'), count('rating_levels')]).toEqual([26, 5, 20]);
    expect([count('target_conditions'), count('indicator_ambiguities')]).toEqual([12, 38]);
    expect(t.database.connection.pragma('foreign_key_check')).toEqual([]);
  });

  it('shows the indicators in the document’s order within each theme', async () => {
    await load();
    const rows = await transactions.read((db) => boardRows(db, 'qetdz-2016'));
    const codes = rows?.indicators.map(({ code }) => code).join(' ');
    expect(codes).toBe(
      'A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12 A13 A14 B1 B2 B3 B4 B5 B6 C1 C2 C3 C4 C5 C6',
    );
  });

  it('again changes nothing: no row, no revision, no time', async () => {
    await load();
    const before = everything();
    t.clock.now = new Date('2020-05-05T05:05:05.000Z');
    expect(await load()).toBe('unchanged');
    expect(await transactions.write((db) => loadBuiltInPlan(db, t.clock.now))).toBe('unchanged');
    expect(everything()).toEqual(before);
  });

  it('keeps pending, absent and zero apart', async () => {
    await load();
    const rows = await transactions.read((db) => boardRows(db, 'qetdz-2016'));
    const by = (code: string) => rows?.indicators.find((row) => row.code === code);
    expect(by('C4')?.target).toMatchObject({ kind: 'reduction', reductionPct: null, value: null });
    expect(by('A1')?.baseline).toBeNull();
    expect(by('A3')?.baseline).toEqual({ year: 2015, value: 0, restated: false });
    expect(by('A1')?.leadDepartmentIds).toEqual([]);
    expect(by('A11')?.leadDepartmentIds).toEqual(['steb', 'finance']);
  });
});

describe('loading a changed file', () => {
  it('brings the description up to date and raises the revision', async () => {
    await load();
    const admin = await addPerson(t, { roles: ['administrator'] });
    const outcome = await load((file) => {
      indicatorOf(file, QUALITY).nameEn = 'Quality index';
      indicatorOf(file, QUALITY).ambiguities = ['Which source?'];
      file.measures[2]!.titleEn = 'Better management';
      file.measures[3]!.incentives.pop();
      file.safeguards[1]!.obligations.pop();
      file.departments[1]!.nameEn = 'Treasury';
    });
    expect(outcome).toBe('updated');
    expect(await revision()).toBe(2);
    const indicator = await read(admin, QUALITY);
    expect(indicator).toMatchObject({
      nameEn: 'Quality index',
      ambiguities: [{ textZh: 'Which source?', textEn: 'Which source?' }],
    });
    expect([count('incentives'), count('obligations')]).toEqual([26, 5]);
    const departments = await admin.get('/api/departments');
    expect(departments.json<{ items: object[] }>().items).toContainEqual(
      expect.objectContaining({ id: 'finance', nameEn: 'Treasury', version: 2 }),
    );
  });

  it('lets two indicators exchange their codes, and two measures their numbers', async () => {
    await load();
    await load((file) => {
      indicatorOf(file, 'im-cnc-rate').code = 'A2';
      indicatorOf(file, 'im-robot-density').code = 'A5';
      file.measures[12]!.number = 3;
      file.measures[2]!.number = 13;
      for (const indicator of file.indicators) {
        indicator.linkedMeasures = indicator.linkedMeasures.map((number) =>
          number === 13 ? 3 : number,
        );
      }
    });
    const rows = t.database.connection.prepare('select id, number from measures').all();
    expect(rows).toContainEqual({ id: 'm13', number: 3 });
    expect(rows).toContainEqual({ id: 'm03', number: 13 });
  });

  it('adds a version where the document’s own target or baseline changed, nowhere else', async () => {
    await load();
    await load((file) => {
      const parks = indicatorOf(file, 'im-smart-workshops');
      if (parks.kind === 'countRange') parks.target.lower = 4;
      indicatorOf(file, 'so-design-centers').baseline = null;
      indicatorOf(file, 'ms-demo-projects').baseline = {
        year: 2015,
        value: 2,
        basis: 'document',
        basisZh: '据说明',
        basisEn: 'by a note',
      };
    });
    const admin = await addPerson(t, { roles: ['administrator'] });
    const workshops = await read(admin, 'im-smart-workshops');
    expect(workshops.targets.map(({ version, lower }) => [version, lower])).toEqual([
      [2, 4],
      [1, 3],
    ]);
    expect(workshops.version).toBe(2);
    expect((await read(admin, 'so-design-centers')).baselines.map(({ value }) => value)).toEqual([
      null,
      0,
    ]);
    expect((await read(admin, 'ms-demo-projects')).baselines.map(({ value }) => value)).toEqual([
      2,
    ]);
    expect(count('targets')).toBe(27);
  });

  it('adds a version when the conditions of a milestone change', async () => {
    await load();
    await load((file) => {
      const park = indicatorOf(file, 'so-park-2-5');
      if (park.kind === 'milestone') park.target.conditions[0]!.plannedYear = 2018;
    });
    const admin = await addPerson(t, { roles: ['administrator'] });
    const { targets } = await read(admin, 'so-park-2-5');
    expect(targets.map(({ conditions }) => conditions.map((one) => one.plannedYear))).toEqual([
      [2018, null],
      [null, null],
    ]);
  });

  it('never touches what people entered', async () => {
    await load();
    const admin = await addPerson(t, { roles: ['administrator'], name: '李管理' });
    const grounds = { basis: '管委会会议纪要' };
    const change = async (id: string, path: string, method: 'POST' | 'PUT', body: object) => {
      const { version } = await read(admin, id);
      const response = await admin.send(method, `/api/indicators/${id}/${path}`, body, {
        'if-match': `"${version}"`,
      });
      expect(response.statusCode, response.body).toBeLessThan(300);
    };
    await change('im-smart-workshops', 'targets', 'POST', {
      expression: 'value',
      lower: 6,
      effectiveDate: '2018-01-01',
      ...grounds,
    });
    await change('ms-demo-projects', 'baselines', 'POST', { year: 2015, value: 1, ...grounds });
    await change('im-cnc-rate', 'checkpoints', 'POST', {
      checkpoints: [{ year: 2018, value: 60 }],
      ...grounds,
    });
    await change('ms-industry-review', 'departments', 'PUT', {
      leadDepartmentIds: ['steb'],
      supportingDepartmentIds: ['finance'],
    });
    const renamed = await admin.send(
      'PATCH',
      '/api/departments/steb',
      { shortNameZh: '科经局' },
      { 'if-match': '"1"' },
    );
    expect(renamed.statusCode).toBe(200);

    expect(
      await load((file) => {
        const workshops = indicatorOf(file, 'im-smart-workshops');
        if (workshops.kind === 'countRange') workshops.target.lower = 4;
        indicatorOf(file, 'ms-demo-projects').baseline = {
          year: 2015,
          value: 0,
          basis: 'wording',
          basisZh: '自零起计',
          basisEn: 'from zero',
        };
        indicatorOf(file, 'ms-industry-review').departmentIds = ['finance', 'steb'];
        file.departments[0]!.shortNameZh = '科技局';
      }),
    ).toBe('updated');

    const workshops = await read(admin, 'im-smart-workshops');
    expect(workshops.targets[0]).toMatchObject({ lower: 6, enteredBy: '李管理' });
    expect(workshops.targets).toHaveLength(2);
    expect((await read(admin, 'ms-demo-projects')).baselines.map(({ value }) => value)).toEqual([
      1,
    ]);
    expect((await read(admin, 'im-cnc-rate')).checkpointSets).toHaveLength(1);
    expect(await read(admin, 'ms-industry-review')).toMatchObject({
      leadDepartmentIds: ['steb'],
      supportingDepartmentIds: ['finance'],
    });
    const departments = await admin.get('/api/departments');
    expect(departments.json<{ items: object[] }>().items).toContainEqual(
      expect.objectContaining({ id: 'steb', shortNameZh: '科经局', nameSource: 'entered' }),
    );
  });

  it('follows the document’s departments until an administrator assigns some', async () => {
    await load();
    await load((file) => {
      indicatorOf(file, QUALITY).departmentIds = ['quality'];
    });
    const admin = await addPerson(t, { roles: ['administrator'] });
    expect(await read(admin, QUALITY)).toMatchObject({
      leadDepartmentIds: ['quality'],
      version: 2,
    });
  });

  it('drops an indicator that vanished and that nobody has touched', async () => {
    await load();
    await load((file) => drop(file, 'so-online-brands'));
    expect(count('indicators')).toBe(25);
    expect(count('targets')).toBe(25);
    expect(t.database.connection.pragma('foreign_key_check')).toEqual([]);
  });

  it('refuses to drop one with readings or settings of people, and writes nothing', async () => {
    await load();
    const lead = { steb: 'im-maker-space' };
    await enterReadings(lead);
    const before = everything();
    const refused = load((file) => {
      drop(file, 'im-maker-space');
      indicatorOf(file, QUALITY).nameEn = 'Quality index';
    });
    expect(await problemsOf(refused)).toEqual(['/indicators reportedOn im-maker-space']);
    expect(everything()).toEqual(before);
  });

  it('refuses to take the condition away that a reading names', async () => {
    await load();
    await enterReadings({ steb: 'im-maker-space' });
    const refused = load((file) => {
      const space = indicatorOf(file, 'im-maker-space');
      if (space.kind === 'milestone') space.target.conditions.shift();
      delete space.checks;
    });
    expect(await problemsOf(refused)).toEqual(['/indicators/6/target/conditions reportedOn built']);
  });

  it('refuses a kind that would orphan what was reported', async () => {
    await load();
    await enterReadings({ steb: 'im-maker-space' });
    const refused = load((file) => {
      const before = indicatorOf(file, 'im-maker-space');
      const at = file.indicators.indexOf(before);
      const other = indicatorOf(file, 'so-online-brands');
      if (other.kind !== 'rating') throw new Error(other.kind);
      const { target, kind } = other;
      file.indicators[at] = { ...before, kind, target, checks: [] };
    });
    expect(await problemsOf(refused)).toEqual(['/indicators/6/kind reportedOn milestone']);
  });
});

describe('a figure that is computed', () => {
  const ROBOTS = 'im-robot-density';

  it('is not computed another way once it was reported', async () => {
    await load();
    await enterReadings({ steb: ROBOTS }, { numerator: 300, denominator: 40_000 });
    for (const change of [
      { multiplier: 100 },
      { denominator: { id: 'another', nameZh: '另一个', nameEn: 'Another', unitZh: '人' } },
    ]) {
      const refused = load((file) => {
        const robots = indicatorOf(file, ROBOTS);
        robots.ratio = { ...robots.ratio!, ...change };
      });
      expect(await problemsOf(refused)).toContain(`/indicators/1/ratio reportedOn ${ROBOTS}`);
    }
  });

  it('may be, while nobody has reported it', async () => {
    await load();
    expect(
      await load((file) => {
        indicatorOf(file, ROBOTS).ratio!.multiplier = 1000;
      }),
    ).toBe('updated');
  });
});

describe('two plans in one installation', () => {
  const loadLake = (change: (file: Writable<PlanFile>) => void = () => undefined) => {
    const { file, text } = lakePlan();
    change(file);
    return transactions.write((db) => loadPlan(db, file, text, t.clock.now));
  };

  it('stand beside each other', async () => {
    await load();
    expect(await loadLake()).toBe('loaded');
    const admin = await addPerson(t, { roles: ['administrator'] });
    const plans = (await admin.get('/api/plans')).json<{ items: { id: string }[] }>();
    expect(plans.items.map(({ id }) => id)).toEqual(['lake-2021', 'qetdz-2016']);
  });

  it('do not share an indicator', async () => {
    await load();
    const refused = loadLake((file) => {
      file.indicators[1]!.id = QUALITY;
    });
    expect(await problemsOf(refused)).toEqual([`/indicators/1/id idOfAnotherPlan ${QUALITY}`]);
    expect(count('plans')).toBe(1);
  });

  it('share a department that both call the same, and no other', async () => {
    await load();
    const { file: first } = readBuiltInPlan();
    const share = (file: Writable<PlanFile>, nameEn: string) => {
      file.departments.push({ ...first.departments[1]!, nameEn });
    };
    expect(await problemsOf(loadLake((file) => share(file, 'Treasury')))).toEqual([
      '/departments/1/id idOfAnotherPlan finance',
    ]);
    expect(await loadLake((file) => share(file, 'Finance Bureau'))).toBe('loaded');
  });
});

/** Takes an indicator and the links to it out of a file. */
function drop(file: Writable<PlanFile>, id: string): void {
  file.indicators = file.indicators.filter((indicator) => indicator.id !== id);
  for (const measure of file.measures) {
    measure.linkedIndicatorIds = measure.linkedIndicatorIds.filter((linked) => linked !== id);
  }
}

/** A department leads an indicator and reports on it: a first condition, or other figures. */
async function enterReadings(
  leads: Readonly<Record<string, string>>,
  figures: object = { conditions: [{ id: 'built', metOn: '2016-06-30' }] },
): Promise<void> {
  for (const [departmentId, indicatorId] of Object.entries(leads)) {
    const admin = await addPerson(t, { roles: ['administrator'] });
    const assigned = await admin.send(
      'PUT',
      `/api/indicators/${indicatorId}/departments`,
      { leadDepartmentIds: [departmentId], supportingDepartmentIds: [] },
      { 'if-match': '"1"' },
    );
    expect(assigned.statusCode, assigned.body).toBe(200);
    const reporter = await addPerson(t, { roles: ['reporter'], departmentId });
    const entered = await reporter.send('POST', '/api/readings', {
      indicatorId,
      year: 2016,
      ...figures,
    });
    expect(entered.statusCode, entered.body).toBe(201);
  }
}
