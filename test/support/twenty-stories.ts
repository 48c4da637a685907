import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { codeOf, stepAt } from '../../server/accounts/totp.ts';
import { prepareInstallation } from '../../server/installation.ts';
import { approvedSheet, markAll, opened, selfAssessed, setTheScene } from './acceptance.ts';
import { startApp, type TestApp } from './app.ts';
import type { Meeting } from '../../shared/meetings.ts';
import { call, confirmed, decide, made, seeAction, stepAction, stepMeeting } from './meetings.ts';
import { addPerson, asStranger, PASSWORD, type Signed, signIn } from './people.ts';
import { enter, ifMatch, publish } from './readings.ts';
import { addClosedRound } from './rounds.ts';
import { bytesOf } from './second-factor.ts';
import { indicatorOf } from './small-plan.ts';
import { byTwenty, sendTwenty } from './twenty.ts';
import { PDF, sendFile } from './uploads.ts';

/** People of one office, and a plan of its own for each story. */
export interface Office {
  readonly t: TestApp;
  readonly reporter: Signed;
  readonly reviewer: Signed;
  readonly second: Signed;
  readonly leader: Signed;
  readonly freshPlan: () => Promise<string>;
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

const one = (answer: LightMyRequestResponse): Versioned => made(answer).json<Versioned>();

/** Lives of things, told from beginning to end; whoever is `byTwenty` does each step twenty times at once. */
export const STORIES: Readonly<Record<string, (office: Office) => Promise<void>>> = {
  'a figure is typed over, sent back and approved with others': async ({ t, ...people }) => {
    const { reporter, reviewer, second, freshPlan } = people;
    const plan = await freshPlan();
    const clerks = byTwenty(t, reporter);
    const figure = { indicatorId: indicatorOf('index', plan), year: 2017, value: 80 };
    const draft = one(await clerks.send('POST', '/api/readings', { ...figure, source: '年报' }));
    const url = `/api/readings/${draft.id}`;
    const typed = one(await clerks.send('PATCH', url, { value: 81 }, ifMatch(draft.version)));
    const handed = one(
      await reporter.send('POST', `${url}/submit`, undefined, ifMatch(typed.version)),
    );
    const items = [{ id: handed.id, version: handed.version }];
    await severalTimes(t, ofBoth(reviewer, second), '/api/readings/approve', items);
  },

  'a round is opened, moved and withdrawn': async ({ t, reviewer, second, freshPlan }) => {
    const committee = byTwenty(t, reviewer, second);
    const rounds = `/api/plans/${await freshPlan()}/rounds`;
    const days = { opensOn: '2018-12-01', dueOn: '2019-01-31' };
    const opened = one(await committee.send('POST', rounds, { year: 2018, ...days }));
    const moved = one(
      await committee.send(
        'PATCH',
        `${rounds}/2018`,
        { ...days, dueOn: '2019-02-15' },
        ifMatch(opened.version),
      ),
    );
    const back = { reason: '年度选错' };
    await committee.send('POST', `${rounds}/2018/withdraw`, back, ifMatch(moved.version));
  },

  'a meeting is arranged by hand, minuted, and a decision dropped again': async (office) => {
    const { t, reviewer, second, freshPlan } = office;
    const committee = byTwenty(t, reviewer, second);
    const agenda = [{ title: '研究下一步工作', slideKey: null }];
    let meeting = await call(reviewer, { agenda }, await freshPlan());
    const url = `/api/meetings/${meeting.id}`;
    const step = async (by: Signed, name: string) => {
      const answer = await by.send('POST', `${url}/${name}`, undefined, ifMatch(meeting.version));
      meeting = made(answer).json();
    };
    const place = { place: '二楼' };
    meeting = made(await committee.send('PATCH', url, place, ifMatch(meeting.version))).json();
    await step(reviewer, 'start');
    await step(committee, 'moment');
    const [item] = meeting.agenda;
    const notes = `${url}/agenda/${item?.id}/notes`;
    await committee.send('PUT', notes, { text: '记录' }, ifMatch(1));
    const decision = await decide(reviewer, meeting);
    const its = `/api/decisions/${decision.id}`;
    const later = { dueOn: '2019-04-30' };
    const changed = one(await committee.send('PATCH', its, later, ifMatch(decision.version)));
    await committee.send('DELETE', its, undefined, ifMatch(changed.version));
    await step(reviewer, 'end');
    await step(reviewer, 'minutes/draft');
    const text = { text: '会议纪要正文。' };
    await committee.send('PUT', `${url}/minutes`, text, ifMatch(meeting.version));
  },

  'a note is written to an action item, with a file': async ({
    t,
    reporter,
    reviewer,
    freshPlan,
  }) => {
    const meeting = made(
      await stepMeeting(reviewer, await call(reviewer, {}, await freshPlan()), 'start'),
    ).json<Meeting>();
    const { id } = await confirmed(reviewer, meeting);
    made(await stepAction(reporter, id, 'receive'));
    const { version } = await seeAction(reporter, id);
    const note = { text: '台账已建立' };
    await byTwenty(t, reporter).send('POST', `/api/actions/${id}/notes`, note, ifMatch(version));
    await toAndFro(t, reporter, `/api/actions/${id}/evidence`);
  },

  'an annual report is written, remarked on and issued': async (office) => {
    const { t, reporter, reviewer, second, freshPlan } = office;
    const plan = await freshPlan();
    await publish(reporter, reviewer, indicatorOf('index', plan), 2017, { value: 81 });
    await addClosedRound(t, reviewer, plan, 2017);
    const owed = ['share', 'otherShare', 'density', 'percentage', 'emission', 'count'];
    const unreported = [...owed, 'milestone', 'rating'].map((name) => ({
      indicatorId: indicatorOf(name, plan),
      reason: '牵头单位年内未报送数据',
    }));
    made(
      await reviewer.send(
        'POST',
        `/api/plans/${plan}/rounds/2017/seal`,
        { unreported },
        ifMatch(3),
      ),
    );
    const committee = byTwenty(t, reviewer, second);
    const url = `/api/plans/${plan}/years/2017/reports/zone`;
    await committee.send('PATCH', url, { problems: '甲' }, ifMatch(0));
    const remark = { section: 'problems', text: '请补充资金情况' };
    const { id } = one(await reviewer.send('POST', `${url}/comments`, remark));
    await committee.send('POST', `/api/report-comments/${id}/settle`);
    await committee.send('POST', `${url}/issue`, {}, ifMatch(1));
  },

  'a score sheet is begun, saved, shown, taken back and approved': async ({ t, ...people }) => {
    const { reviewer, second, leader, freshPlan } = people;
    const committee = byTwenty(t, reviewer, second);
    const sheets = `/api/plans/${await freshPlan()}/score-sheets`;
    let sheet = made(await committee.send('POST', sheets, { from: 'example' })).json<
      Versioned & Record<string, unknown>
    >();
    const url = `/api/score-sheets/${sheet.id}`;
    const typed = [
      'title',
      'items',
      'grades',
      'pendingRule',
      'noDataRule',
      'tentativeRule',
      'passLine',
      'bonusCap',
      'vetoGrade',
    ].map((name) => [name, sheet[name]]);
    const said = { ...Object.fromEntries(typed), title: '验收考核评分表' };
    sheet = made(await committee.send('PUT', url, said, ifMatch(sheet.version))).json();
    const step = async (by: Signed, name: string) => {
      sheet = made(
        await by.send('POST', `${url}/${name}`, undefined, ifMatch(sheet.version)),
      ).json();
    };
    await step(committee, 'present');
    await step(committee, 'take-back');
    await step(reviewer, 'present');
    await step(byTwenty(t, leader), 'approve');
  },

  'targets, baselines, checkpoints, departments and checks are set': async ({ t, freshPlan }) => {
    const administrators = byTwenty(
      t,
      await addPerson(t, { roles: ['administrator'] }),
      await addPerson(t, { roles: ['administrator'] }),
    );
    const url = `/api/indicators/${indicatorOf('percentage', await freshPlan())}`;
    const grounds = { basis: '省下达任务', documentNumber: '闽政〔2017〕29号' };
    const set = async (method: 'POST' | 'PUT', what: string, body: object) => {
      const { version } = (await administrators.get(url)).json<Versioned>();
      await administrators.send(method, `${url}/${what}`, body, ifMatch(version));
    };
    const target = { expression: 'value', value: 90, effectiveDate: '2017-07-01', ...grounds };
    await set('POST', 'targets', target);
    await set('POST', 'baselines', { year: 2015, value: 60, restated: false, ...grounds });
    await set('POST', 'checkpoints', { checkpoints: [{ year: 2017, value: 70 }], ...grounds });
    await set('PUT', 'departments', {
      leadDepartmentIds: ['finance'],
      supportingDepartmentIds: [],
    });
    const { version } = (await administrators.get(`${url}/checks`)).json<Versioned>();
    await administrators.send('PUT', `${url}/checks`, { checks: [] }, ifMatch(version));
  },

  'accounts and departments are made and changed': async ({ t }) => {
    const officers = byTwenty(
      t,
      await addPerson(t, { roles: ['securityAdministrator'] }),
      await addPerson(t, { roles: ['securityAdministrator'] }),
    );
    const username = `n${randomUUID().slice(0, 8)}`;
    const account = one(
      await officers.send('POST', '/api/users', { username, name: '新人', roles: ['leader'] }),
    );
    const url = `/api/users/${account.id}`;
    await officers.send('PATCH', url, { name: '新名' }, ifMatch(account.version));
    const administrators = byTwenty(t, await addPerson(t, { roles: ['administrator'] }));
    const names = { shortNameZh: '统计局', fullNameZh: '统计局', nameEn: 'Statistics' };
    const department = { id: 'statistics', ...names };
    const added = one(await administrators.send('POST', '/api/departments', department));
    await administrators.send(
      'PATCH',
      `/api/departments/${added.id}`,
      { nameEn: 'Bureau of Statistics' },
      ifMatch(added.version),
    );
  },

  'somebody changes their password, and turns a second factor on and off': async ({ t }) => {
    const person = await addPerson(t, { roles: ['administrator'] });
    const secret = await turnOn(t, byTwenty(t, person), person);
    // A code is good once: the next one is that of the next step.
    const next = codeOf(bytesOf(secret), stepAt(t.clock.now) + 1);
    const url = '/api/session/second-factor';
    await byTwenty(t, person).send('POST', `${url}/end`, { password: PASSWORD, code: next });
    await turnOn(t, person);
    const officer = await addPerson(t, { roles: ['securityAdministrator'] });
    await byTwenty(t, officer).send('DELETE', `/api/users/${person.user.id}/second-factor`);
    const again = await signIn(t, person.user.username, PASSWORD);
    const changed = { currentPassword: PASSWORD, newPassword: 'Longan-43-orchard' };
    await byTwenty(t, again).send('POST', '/api/session/password', changed);
  },

  'a session is ended from another one of the same person': async ({ t }) => {
    const person = await addPerson(t, { roles: ['leader'] });
    await signIn(t, person.user.username, PASSWORD);
    const { items } = (await person.get('/api/sessions')).json<{
      items: { id: string; current: boolean }[];
    }>();
    const other = items.find(({ current }) => !current);
    await byTwenty(t, person).send('DELETE', `/api/sessions/${other?.id}`);
  },

  'a wall is paired and unpaired': async ({ t }) => {
    const keeper = byTwenty(t, await addPerson(t, { roles: ['securityAdministrator'] }));
    const { code } = (await asStranger(t, 'POST', '/api/session/pairing')).json<{ code: string }>();
    const wall = { code, name: '一楼大厅', place: '政务服务中心' };
    const { id } = one(await keeper.send('POST', '/api/displays', wall));
    await keeper.send('DELETE', `/api/displays/${id}`);
  },

  'a list is saved': async ({ t, reporter, freshPlan }) => {
    const plan = await freshPlan();
    await byTwenty(t, reporter).send(
      'PUT',
      `/api/plans/${plan}/years/2018/lists/indicator/${indicatorOf('count', plan)}`,
      { entries: [{ name: '甲公司' }] },
      ifMatch(0),
    );
  },

  'a correction is asked for, with a file': async ({ t, reporter, reviewer, freshPlan }) => {
    const plan = await freshPlan();
    const figure = await publish(reporter, reviewer, indicatorOf('count', plan), 2017, {
      value: 2,
    });
    const asked = await byTwenty(t, reporter).send(
      'POST',
      `/api/readings/${figure.id}/corrections`,
      { reason: '认定文件漏计一家', changes: { value: 3 } },
      ifMatch(figure.version),
    );
    await toAndFro(t, reporter, `/api/corrections/${one(asked).id}/evidence`);
  },

  'a file is taken away and put back': async ({ t, reporter, freshPlan }) => {
    const plan = await freshPlan();
    const draft = await enter(reporter, indicatorOf('count', plan), 2017, { value: 2 });
    await toAndFro(t, reporter, `/api/readings/${draft.id}/evidence`);
  },

  'a backup is begun': async ({ t }) => {
    const administrator = await addPerson(t, { roles: ['administrator'] });
    await byTwenty(t, administrator).send('POST', '/api/backups');
  },

  'a report on a measure is typed over, its file goes and comes back, and it is approved': async (
    office,
  ) => {
    const { t, reporter, reviewer, second } = office;
    const begun = one(
      await reporter.send('POST', '/api/measure-reports', {
        planId: 'qetdz-2016',
        measureId: 'm01',
        departmentId: 'steb',
        year: 2017,
        state: 'done',
        done: '全年认定示范企业4家、示范项目3个，均已公示。',
        paidWan: 12.5,
      }),
    );
    const url = `/api/measure-reports/${begun.id}`;
    await toAndFro(t, reporter, `${url}/evidence`);
    const typed = one(
      await byTwenty(t, reporter).send('PATCH', url, { paidWan: 13 }, ifMatch(begun.version)),
    );
    const handed = one(
      await reporter.send('POST', `${url}/submit`, undefined, ifMatch(typed.version)),
    );
    const items = [{ id: handed.id, version: handed.version }];
    await severalTimes(t, ofBoth(reviewer, second), '/api/measure-reports/approve', items);
  },

  'an acceptance is opened, assessed, verified, objected to and concluded': () =>
    withFreshApp(anAcceptance),

  'a folder is set up': () =>
    withFreshApp(async (t) => {
      const now = () => t.clock.now;
      const { setupToken: token } = await prepareInstallation(t.database, {
        now,
        illustrative: false,
      });
      const administrator = { username: 'chen', name: '陈主任', password: PASSWORD };
      const body = { profile: 'simple', token, administrator };
      const { faults } = await sendTwenty(t, () => asStranger(t, 'POST', '/api/setup', body));
      if (faults.length > 0) throw new Error(faults.join('\n'));
    }),
};

async function withFreshApp(tell: (t: TestApp) => Promise<void>): Promise<void> {
  const t = await startApp();
  await tell(t);
  await t.close();
}

function ofBoth(person: Signed, other: Signed): (at: number) => Signed {
  return (at) => (at % 2 === 0 ? person : other);
}

/**
 * Several are approved in one request, and each of them has an outcome of its own: of twenty requests
 * one approves it.
 */
async function severalTimes(
  t: TestApp,
  by: (at: number) => Signed,
  url: string,
  items: readonly Versioned[],
): Promise<void> {
  const { answers } = await sendTwenty(t, (at) => by(at).send('POST', url, { items }));
  const approved = answers
    .flatMap((answer) => made(answer).json<{ items: { outcome: string }[] }>().items)
    .filter(({ outcome }) => outcome === 'approved');
  if (approved.length !== 1) throw new Error(`${url}: ${answers[0]?.body}`);
}

/** A file beside something is taken away and put back. */
async function toAndFro(t: TestApp, by: Signed, url: string, files = url): Promise<void> {
  const { id } = one(await sendFile(t, by, url, '一.pdf', PDF));
  await byTwenty(t, by).send('DELETE', `${files}/${id}`);
  await byTwenty(t, by).send('PUT', `${files}/${id}`);
}

async function anAcceptance(t: TestApp): Promise<void> {
  const people = await setTheScene(t);
  const sheet = await approvedSheet(people);
  const reporter = byTwenty(t, people.reporter);
  const head = byTwenty(t, people.head);
  const reviewer = byTwenty(t, people.reviewer);
  const leader = byTwenty(t, people.leader);
  const wrong = await opened({ ...people, reviewer }, sheet);
  made(await wrong.step(reviewer, 'withdraw', '启动有误，改用新版评分表'));
  const it = await opened(people, sheet);
  const files = `${it.url}/evidence`;
  await toAndFro(t, people.reporter, `${it.url}/items/organisation/evidence`, files);
  made(await it.assess(reporter, 'organisation', { marks: 18, words: '专班推进。' }));
  made(await it.ofDepartment(reporter, 'steb', 'submit'));
  made(await it.ofDepartment(reporter, 'steb', 'recall'));
  made(await it.ofDepartment(people.reporter, 'steb', 'submit'));
  made(await it.ofDepartment(head, 'steb', 'hand-in'));
  made(await it.ofDepartment(reviewer, 'steb', 'send-back', '请补充四季度调度材料'));
  await selfAssessed(it, people);
  made(await it.step(reviewer, 'verification', ''));
  made(await it.verify(reviewer, 'organisation', 15, '三、四季度调度会没有纪要'));
  await markAll(it, people);
  made(await it.step(reviewer, 'announcement'));
  const because = { reason: '三、四季度纪要已补交，见附件' };
  made(await it.dispute(head, 'organisation', '', because));
  made(await it.dispute(head, 'organisation', 'withdraw'));
  made(await it.dispute(people.head, 'organisation', '', because));
  const answer = { answer: 'changed', marks: 17, reason: '纪要内容完整，补记两分' };
  made(await it.dispute(reviewer, 'organisation', 'answer', answer));
  made(await it.step(reviewer, 'present'));
  made(await it.step(reviewer, 'take-back'));
  made(await it.step(people.reviewer, 'present'));
  made(await it.step(leader, 'conclusion'));
}

/** Turns a second factor on. @returns its secret, as it is typed */
async function turnOn(t: TestApp, by: Signed, beginning = by): Promise<string> {
  const url = '/api/session/second-factor';
  const begun = made(await beginning.send('POST', url, { password: PASSWORD }));
  const { secret } = begun.json<{ secret: string }>();
  const code = codeOf(bytesOf(secret), stepAt(t.clock.now));
  made(await by.send('POST', `${url}/confirm`, { code }));
  return secret;
}
