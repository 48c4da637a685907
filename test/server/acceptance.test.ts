import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DryRun, ScoreSheet } from '../../shared/acceptance.ts';
import type { Acceptance } from '../../shared/acceptances.ts';
import type { SealState } from '../../shared/seals.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import * as readings from '../support/readings.ts';
import { leadEverything, loadRealPlan } from '../support/real-plan.ts';
import { addClosedRound } from '../support/rounds.ts';

const SHEETS = '/api/plans/qetdz-2016/score-sheets';
const { ifMatch, publish, refusal } = readings;
let t: TestApp;
let reviewer: Signed;
let leader: Signed;
beforeEach(async () => {
  t = await startApp();
  await loadRealPlan(t);
  reviewer = await addPerson(t, { roles: ['reviewer'], name: '评审员' });
  leader = await addPerson(t, { roles: ['leader'], name: '组长' });
});
afterEach(() => t.close());

/** The answer. @throws Error with the body when it was refused */
function answerOf(response: LightMyRequestResponse): LightMyRequestResponse {
  if (response.statusCode > 201) throw new Error(`${response.statusCode}: ${response.body}`);
  return response;
}
const accepted = (response: LightMyRequestResponse) => answerOf(response).json<ScoreSheet>();

const begin = async (from = 'empty') => accepted(await reviewer.send('POST', SHEETS, { from }));
const take = (by: Signed, { id, version }: ScoreSheet, what: string) =>
  by.send('POST', `/api/score-sheets/${id}/${what}`, undefined, ifMatch(version));
const save = (by: Signed, sheet: ScoreSheet, more: object = {}) =>
  by.send(
    'PUT',
    `/api/score-sheets/${sheet.id}`,
    { ...typedOf(sheet), ...more },
    ifMatch(sheet.version),
  );
const list = async (by: Signed) =>
  (await by.get(SHEETS)).json<{ items: ScoreSheet[]; mayBegin: boolean }>();
const dryRun = async (by: Signed, { id }: ScoreSheet, year = 2018) =>
  answerOf(await by.get(`/api/score-sheets/${id}/dry-run?year=${year}`)).json<DryRun>();

function typedOf(sheet: ScoreSheet): object {
  const { title, items, grades, pendingRule, noDataRule, tentativeRule, passLine } = sheet;
  const { bonusCap, vetoGrade } = sheet;
  return {
    title,
    items,
    grades,
    pendingRule,
    noDataRule,
    tentativeRule,
    passLine,
    bonusCap,
    vetoGrade,
  };
}

const onIndicator = (indicatorId: string, weight: number, more: object = {}) => ({
  id: indicatorId,
  part: 'base',
  subject: 'indicator',
  indicatorId,
  measureId: null,
  title: '',
  departmentId: null,
  weight,
  rule: 'proportional',
  basis: 'attainment',
  points: [],
  standard: '完成得满分，未完成按比例得分',
  ...more,
});

describe('a score sheet', () => {
  it('begins with nothing preset, and its example is marked and loaded by hand only', async () => {
    expect(await list(reviewer)).toEqual({ items: [], mayBegin: true });
    const empty = await begin();
    expect(empty).toMatchObject({
      number: 1,
      state: 'draft',
      items: [],
      grades: [],
      pendingRule: null,
    });
    expect(refusal(await reviewer.send('POST', SHEETS, { from: 'example' }))).toBe(
      '409 wrongState',
    );
    const saved = accepted(
      await save(reviewer, empty, { title: '评分表', items: [onIndicator('im-cnc-rate', 100)] }),
    );
    expect(saved.items).toMatchObject([{ indicatorId: 'im-cnc-rate', weight: 100 }]);
    expect((await list(leader)).items, 'a draft is the committee’s').toEqual([]);
    expect(refusal(await save(reviewer, empty, { title: '旧' }))).toBe('412 staleVersion');
    expect(refusal(await save(reviewer, saved, { items: [onIndicator('nothing', 1)] }))).toBe(
      '422 /items/0/indicatorId unknownReference',
    );
  });

  it('is approved by a leader as a version, then frozen, whatever comes later', async () => {
    const draft = accepted(
      await save(reviewer, await begin(), {
        title: '第一版',
        items: [onIndicator('im-cnc-rate', 100)],
      }),
    );
    expect(refusal(await take(leader, draft, 'approve'))).toBe('409 wrongState');
    const presented = accepted(await take(reviewer, draft, 'present'));
    expect(refusal(await save(reviewer, presented))).toBe('409 wrongState');
    expect(refusal(await take(reviewer, presented, 'approve'))).toBe('403 forbidden');
    expect(presented.presented).toMatchObject({ name: '评审员' });
    const approved = accepted(await take(leader, presented, 'approve'));
    expect(approved).toMatchObject({ state: 'approved', approved: { name: '组长' }, steps: [] });

    const second = accepted(await reviewer.send('POST', SHEETS, { from: 'latest' }));
    accepted(
      await save(reviewer, second, { title: '第二版', items: [onIndicator('im-cnc-rate', 60)] }),
    );
    const reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
    expect((await list(reporter)).items).toMatchObject([
      { number: 1, title: '第一版', items: [{ weight: 100 }] },
    ]);
    const { connection } = t.database;
    for (const sql of [
      `update score_sheets set title = 'x' where number = 1`,
      `delete from score_items where sheet_id = '${approved.id}'`,
      `insert into score_grades values ('${approved.id}', 0, 'x', 'x', 0)`,
    ]) {
      expect(() => connection.exec(sql), sql).toThrow(/stays|only a draft/);
    }
  });

  it('an example is nobody’s proposal until it was saved as one', async () => {
    const example = await begin('example');
    expect(example).toMatchObject({ example: true, title: expect.stringContaining('示例') });
    expect(example.items).toHaveLength(27);
    const sum = example.items.reduce(
      (total, { weight }) => total + Math.round((weight ?? 0) * 100),
      0,
    );
    expect(sum).toBe(10_000);
    expect(refusal(await take(reviewer, example, 'present'))).toBe('409 wrongState');
    const own = accepted(await save(reviewer, example, { title: '评分表' }));
    expect(own.example).toBe(false);
    const presented = accepted(await take(reviewer, own, 'present'));
    const back = accepted(await take(reviewer, presented, 'take-back'));
    expect(back).toMatchObject({ state: 'draft', presented: null, editable: true });
  });
});

describe('the dry run', () => {
  it('scores a year by approved figures, with every verdict and what is open', async () => {
    await leadEverything(t, 'steb');
    const reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
    await publish(reporter, reviewer, 'im-cnc-rate', 2018, { numerator: 159, denominator: 200 });
    await publish(reporter, reviewer, 'im-smart-workshops', 2018, { value: 3 });
    const design = { value: 2, source: '年报' };
    const waiting = await readings.enter(reporter, 'so-design-centers', 2018, design);
    readings.accepted(await readings.step(reporter, waiting, 'submit'));
    const draft = accepted(
      await save(reviewer, await begin(), {
        title: '评分表',
        items: [
          onIndicator('im-cnc-rate', 40),
          onIndicator('im-smart-workshops', 30, { rule: 'fullWhenMet', basis: null }),
          onIndicator('so-design-centers', 20),
          onIndicator('qb-cod-reduction', 10),
        ],
        grades: [
          { nameZh: '合格', nameEn: 'Passed', lower: 70 },
          { nameZh: '不合格', nameEn: 'Not passed', lower: 0 },
        ],
        noDataRule: 'zero',
      }),
    );
    const run = await dryRun(reviewer, draft);
    const told = run.items.map(({ itemId, verdict, why, low, high }) =>
      [itemId, verdict, why, low, high].join(' '),
    );
    expect(told).toEqual([
      // 79.5 ÷ 80 × 40
      'im-cnc-rate notMet  39.75 39.75',
      'im-smart-workshops met  30 30',
      // Handed in and not approved: nothing is known of it.
      'so-design-centers cannotJudge noData 0 0',
      'qb-cod-reduction cannotJudge targetPending 0 10',
    ]);
    expect(run).toMatchObject({
      total: { low: 69.75, high: 79.75, of: 100 },
      gradeLow: 1,
      gradeHigh: 0,
      open: ['noPendingRule', 'noPassLine'],
      departments: [{ departmentId: 'steb', low: 69.75, high: 79.75 }],
      years: [{ year: 2018, low: 69.75 }],
    });
    const swings = run.swings.map(({ itemId, swing, from, to, verdict, total, gradeLow }) =>
      [itemId, swing, from, to, verdict, total.low, gradeLow].join(' '),
    );
    expect(swings).toEqual([
      'im-cnc-rate oneMore 159 160 met 70 0',
      'im-smart-workshops oneLess 3 2 notMet 39.75 1',
      'im-smart-workshops passUpper 3 5 notMet 39.75 1',
      'qb-cod-reduction pendingMet   met 79.75 0',
      'qb-cod-reduction pendingNotMet   notMet 69.75 1',
    ]);
    expect(refusal(await reviewer.get(`/api/score-sheets/${draft.id}/dry-run?year=2031`))).toBe(
      '422 /year yearOutsidePlan',
    );
    expect(refusal(await reporter.get(`/api/score-sheets/${draft.id}/dry-run?year=2018`))).toBe(
      '404 notFound',
    );
  });

  it('of a sealed year goes by its package, the reports on measures included', async () => {
    const reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
    const written = answerOf(
      await reporter.send('POST', '/api/measure-reports', {
        planId: 'qetdz-2016',
        measureId: 'm01',
        departmentId: 'steb',
        year: 2018,
        state: 'done',
        done: '全年认定示范企业4家、示范项目3个，均已公示。',
      }),
    ).json<{ id: string; version: number }>();
    const url = `/api/measure-reports/${written.id}`;
    const submitted = answerOf(
      await reporter.send('POST', `${url}/submit`, undefined, ifMatch(written.version)),
    ).json<{ version: number }>();
    answerOf(await reviewer.send('POST', `${url}/approve`, undefined, ifMatch(submitted.version)));
    const version = await addClosedRound(t, reviewer, 'qetdz-2016', 2018);
    const round = '/api/plans/qetdz-2016/rounds/2018/seal';
    const { open } = (await reviewer.get(round)).json<SealState>();
    const unreported = (open?.notHandedIn ?? []).map(({ indicatorId }) => ({
      indicatorId,
      reason: '统计口径年内调整，年内未报送',
    }));
    answerOf(await reviewer.send('POST', round, { unreported }, ifMatch(version)));

    const item = {
      ...onIndicator('im-cnc-rate', 60),
      id: 'm',
      subject: 'measure',
      indicatorId: null,
      measureId: 'm01',
      rule: 'fullWhenMet',
      basis: null,
    };
    const draft = accepted(await save(reviewer, await begin(), { title: '评分表', items: [item] }));
    // Behind everybody's back: what stands in the database now is not what was sealed.
    t.database.connection.exec(`update measure_reports set state = 'inProgress'`);
    const run = await dryRun(reviewer, draft);
    expect(run.sealedAt).not.toBeNull();
    expect(run.items).toMatchObject([{ status: 'done', low: 60, high: 60 }]);

    // So does an acceptance that is opened of that year, and it says of which package.
    const presented = accepted(await take(reviewer, draft, 'present'));
    accepted(await take(leader, presented, 'approve'));
    const body = { sheetId: draft.id, year: 2018 };
    const opened = answerOf(
      await reviewer.send('POST', '/api/plans/qetdz-2016/acceptances', body),
    ).json<Acceptance>();
    const sealed = (await reviewer.get(round)).json<SealState>().seal;
    expect(opened.basis).toMatchObject({
      sealedAt: run.sealedAt,
      sealSha256: sealed?.sha256 ?? 'none',
    });
    expect(opened.items).toMatchObject([{ status: 'done', claim: 60, takesOwnMark: false }]);
  });
});
