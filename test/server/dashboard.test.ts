import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { assess } from '../../shared/assessment/assess.ts';
import type { BoardIndicator, Dashboard } from '../../shared/dashboard.ts';
import type { NewReading } from '../../shared/readings.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addEveryRole, addPerson, asStranger, type Signed } from '../support/people.ts';
import { accepted, enter, publish, refusal, step } from '../support/readings.ts';
import { leadEverything, loadRealPlan, REAL_PLAN } from '../support/real-plan.ts';

const PLAN = REAL_PLAN.document.id;
const YEARS = [2015, 2016, 2017, 2018, 2019];

let t: TestApp;
let people: ReadonlyMap<string, Signed>;
const who = (role: string): Signed => people.get(role) as Signed;

beforeAll(async () => {
  t = await startApp();
  t.clock.now = new Date('2020-03-01T02:00:00.000Z');
  await loadRealPlan(t);
  await leadEverything(t, 'steb');
  people = await addEveryRole(t, 'steb');
});
afterAll(() => t.close());

async function board(by: Signed, query = ''): Promise<Dashboard> {
  const response = await by.get(`/api/plans/${PLAN}/dashboard${query}`);
  if (response.statusCode !== 200) throw new Error(response.body);
  return response.json<Dashboard>();
}
function pick({ indicators }: Dashboard, id: string): BoardIndicator {
  const found = indicators.find((indicator) => indicator.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

describe('the first day', () => {
  it('shows all 26 in the order of the themes, each with its target and no reading', async () => {
    const first = await board(who('leader'));
    expect(first).toMatchObject({
      year: 2016,
      plan: { id: PLAN, baselineYear: 2015, endYear: 2020, defaultYear: 2016 },
    });
    expect(first.indicators.map(({ code }) => code)).toEqual([
      ...Array.from({ length: 14 }, (_, n) => `A${n + 1}`),
      ...Array.from({ length: 6 }, (_, n) => `B${n + 1}`),
      ...Array.from({ length: 6 }, (_, n) => `C${n + 1}`),
    ]);
    for (const { readings, assessment, target } of first.indicators) {
      expect(readings).toEqual([]);
      // Zero by the document's own wording is a baseline, and no more than that.
      const counted = target.baseline.value === 0;
      const judged = counted ? ['inProgress', 'baselineYear'] : ['noData', 'noReadings'];
      const expected = target.kind === 'reduction' ? ['targetPending', null] : judged;
      expect([assessment.status, assessment.reason]).toEqual(expected);
    }
  });

  it('tells who leads: nobody, one, or several', async () => {
    const other = await startApp();
    await loadRealPlan(other);
    const reader = await addPerson(other, { roles: ['leader'] });
    const response = await reader.get(`/api/plans/${PLAN}/dashboard`);
    const { indicators } = response.json<Dashboard>();
    const states = Object.groupBy(indicators, ({ lead }) => lead.state);
    expect(states.none?.length).toBeGreaterThan(0);
    for (const { lead } of indicators) {
      const [first, second] = lead.departmentIds;
      const expected = first === undefined ? 'none' : second === undefined ? 'named' : 'undecided';
      expect(lead.state).toBe(expected);
    }
    await other.close();
  });
});

/** A figure of a kind for a year, so that every kind of the plan is judged on something. */
function typed(
  indicator: (typeof REAL_PLAN.indicators)[number],
  year: number,
): Partial<NewReading> {
  const n = year - 2015;
  if (indicator.ratio !== null) return { numerator: 20 + 11 * n, denominator: 120 + n };
  switch (indicator.kind) {
    case 'countRange':
      return { value: n - 1 };
    case 'milestone': {
      const conditions = 'conditions' in indicator.target ? indicator.target.conditions : [];
      const named = conditions.slice(0, n).map(({ id }) => ({ id, metOn: `${year}-06-30` }));
      return { conditions: named };
    }
    case 'rating':
      return { level: Math.min(3, n - 1), ground: '见年度总结' };
    default:
      return { value: 80 + n, dataStatus: n === 3 ? 'preliminary' : 'final' };
  }
}

describe('with readings', () => {
  beforeAll(async () => {
    for (const indicator of REAL_PLAN.indicators) {
      for (const year of [2016, 2017, 2018]) {
        await publish(who('reporter'), who('reviewer'), indicator.id, year, typed(indicator, year));
      }
    }
    await publish(who('reporter'), who('reviewer'), 'im-cnc-rate', 2019, {
      absence: { kind: 'unavailable', reason: '口径调整' },
    });
  });

  test.each(YEARS)(
    'assess() on the answer of %d gives its assessment again, for all 26',
    async (year) => {
      const { indicators } = await board(who('leader'), `?year=${year}`);
      expect(indicators).toHaveLength(26);
      for (const { id, target, readings, assessment, history } of indicators) {
        expect(assess(target, readings, year), id).toEqual(assessment);
        expect(
          history.map((cell) => cell.year),
          id,
        ).toEqual(YEARS.filter((one) => one <= year));
        expect(history.at(-1), id).toEqual({
          year,
          status: assessment.status,
          flags: assessment.flags,
        });
      }
    },
  );

  it('the cell of a year is what the board of that year says', async () => {
    const latest = await board(who('leader'), '?year=2019');
    for (const year of YEARS) {
      const then = await board(who('leader'), `?year=${year}`);
      for (const { id, history } of latest.indicators) {
        const { status, flags } = pick(then, id).assessment;
        expect(
          history.find((cell) => cell.year === year),
          `${id} ${year}`,
        ).toEqual({
          year,
          status,
          flags,
        });
      }
    }
  });

  it('a ratio is the unrounded quotient of its parts', async () => {
    const rate = pick(await board(who('leader')), 'im-cnc-rate');
    expect(rate.readings[0]).toMatchObject({
      year: 2016,
      numerator: 31,
      denominator: 121,
      value: 3100 / 121,
    });
    expect(rate.readings.at(-1)).toMatchObject({
      year: 2019,
      value: null,
      absence: 'unavailable',
      numerator: null,
    });
  });

  it('a milestone has conditions and no figure, a rating its level', async () => {
    const shown = await board(who('leader'), '?year=2017');
    const space = pick(shown, 'im-maker-space');
    expect(space.target).toMatchObject({
      kind: 'milestone',
      reportedThrough: 2017,
      conditions: [
        { id: 'built', metYear: 2017 },
        { id: 'operating', metYear: 2017 },
        { id: 'recognised', metYear: null },
      ],
    });
    expect(space.readings.map(({ value }) => value)).toEqual([null, null, null]);
    const level = pick(shown, 'so-online-brands').readings.map(({ value }) => value);
    expect(level).toEqual([0, 1, 2]);
  });

  it('only a final figure is not provisional', async () => {
    const index = pick(await board(who('leader')), 'qb-quality-competitiveness-index');
    expect(index.readings.map(({ dataStatus, provisional }) => [dataStatus, provisional])).toEqual([
      ['final', false],
      ['final', false],
      ['preliminary', true],
    ]);
  });

  it('the default year is the latest with an approved reading', async () => {
    const shown = await board(who('leader'));
    expect([shown.year, shown.plan.defaultYear]).toEqual([2019, 2019]);
    expect((await board(who('leader'), '?year=2016')).plan.defaultYear).toBe(2019);
  });

  test.each([
    ['?year=2014', '422 /year yearOutsidePlan'],
    ['?year=2025', '422 /year futureYear'],
    ['?year=2026', '422 /year yearOutsidePlan'],
    ['?year=20x6', '422 /year badFormat'],
    ['?year=201', '422 /year badFormat'],
    ['?unapproved=yes', '422 /unapproved notAllowed'],
    ['?yaer=2016', '422 /yaer unknownField'],
  ])('%s is %s', async (query, expected) => {
    expect(refusal(await who('leader').get(`/api/plans/${PLAN}/dashboard${query}`))).toBe(expected);
  });

  it('another plan is 404, a stranger 401 for both', async () => {
    expect(refusal(await who('leader').get('/api/plans/none/dashboard'))).toBe('404 notFound');
    for (const plan of [PLAN, 'none']) {
      const response = await asStranger(t, 'GET', `/api/plans/${plan}/dashboard`);
      expect(refusal(response)).toBe('401 notSignedIn');
    }
  });

  describe('what is not approved yet', () => {
    const id = 'im-automated-enterprise-share';
    const years = async (by: Signed, query: string): Promise<number[]> =>
      pick(await board(by, query), id).unapproved.map(({ year }) => year);

    it('is shown to those who may see it and ask, and never moves an assessment', async () => {
      const finance = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
      const before = await board(who('leader'), '?year=2019');
      const typedNow = { source: '快报', numerator: 119, denominator: 120 };
      const draft = await enter(who('reporter'), id, 2019, typedNow);
      expect(await years(who('reviewer'), '?year=2019&unapproved=include')).toEqual([]);
      const submitted = accepted(await step(who('reporter'), draft, 'submit'));

      for (const role of ['reporter', 'departmentHead', 'reviewer']) {
        expect(await years(who(role), '?year=2019&unapproved=include'), role).toEqual([2019]);
        expect(await years(who(role), '?year=2019'), role).toEqual([]);
      }
      for (const by of [who('leader'), who('administrator'), who('display'), finance]) {
        expect(await years(by, '?year=2019&unapproved=include')).toEqual([]);
      }
      const after = await board(who('reviewer'), '?year=2019&unapproved=include');
      expect(pick(after, id).assessment).toEqual(pick(before, id).assessment);
      expect(pick(after, id).unapproved[0]).toMatchObject({
        id: draft.id,
        status: 'submitted',
        value: 11_900 / 120,
        provisional: true,
      });

      accepted(await step(who('reviewer'), submitted, 'approve'));
      const approved = pick(await board(who('leader'), '?year=2019'), id);
      expect(approved.assessment).toMatchObject({ status: 'exceeded', assessedYear: 2019 });
      expect(await years(who('reviewer'), '?year=2019&unapproved=include')).toEqual([]);
    });
  });
});
