import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Correction } from '../../shared/corrections.ts';
import type { MeasureReport } from '../../shared/measures.ts';
import type { Meeting } from '../../shared/meetings.ts';
import type { Payment } from '../../shared/payments.ts';
import type { Reading } from '../../shared/readings.ts';
import type { Round } from '../../shared/rounds.ts';
import { type Breakdown, TASK_FIELDS } from '../../shared/tasks.ts';
import { startApp, type TestApp } from '../support/app.ts';
import {
  call,
  confirmed,
  decide as takeDown,
  made,
  seeAction,
  stepAction,
  stepMeeting,
} from '../support/meetings.ts';
import { operationsOf } from '../support/operations.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { accepted, enter, ifMatch, publish, step } from '../support/readings.ts';
import { loadRealPlan } from '../support/real-plan.ts';
import { addClosedRound } from '../support/rounds.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';
import { STORIES } from '../support/twenty-stories.ts';
import { raced } from '../support/twenty.ts';

let t: TestApp;
let reporter: Signed;
let colleague: Signed;
let head: Signed;
let reviewer: Signed;
let second: Signed;
let leader: Signed;
let otherLeader: Signed;
let plans = 0;

beforeAll(async () => {
  t = await startApp();
  await loadRealPlan(t);
  const own = (role: 'reporter' | 'departmentHead') =>
    addPerson(t, { roles: [role], departmentId: 'steb' });
  [reporter, colleague, head] = [
    await own('reporter'),
    await own('reporter'),
    await own('departmentHead'),
  ];
  [reviewer, second] = [
    await addPerson(t, { roles: ['reviewer'] }),
    await addPerson(t, { roles: ['reviewer'] }),
  ];
  [leader, otherLeader] = [
    await addPerson(t, { roles: ['leader'] }),
    await addPerson(t, { roles: ['leader'] }),
  ];
});
afterAll(() => t.close());

/** What twenty people, or twenty fingers, send at the same moment. */
interface Race {
  readonly action: string;
  /** What the rows of the log are about; of something new, what the answers say of it. */
  readonly target: string | ((answers: readonly LightMyRequestResponse[]) => string);
  readonly send: (at: number) => Promise<LightMyRequestResponse>;
}

/** A plan of its own for each race, so that none meets the traces of another. */
async function freshPlan(): Promise<string> {
  plans += 1;
  await addSmallPlan(t, `race${plans}`);
  return `race${plans}`;
}

async function draftIn(plan: string, year = 2017): Promise<Reading> {
  return enter(reporter, indicatorOf('count', plan), year, { value: 2, source: '年报' });
}

async function submitted(): Promise<Reading> {
  return accepted(await step(reporter, await draftIn(await freshPlan()), 'submit'));
}

async function published(year = 2017): Promise<Reading> {
  const plan = await freshPlan();
  return publish(reporter, reviewer, indicatorOf('count', plan), year, { value: 2 });
}

const ask = (by: Signed, { id, version }: Reading, value = 3) =>
  by.send(
    'POST',
    `/api/readings/${id}/corrections`,
    { reason: '认定文件漏计一家', changes: { value } },
    ifMatch(version),
  );

async function askedFor(): Promise<Correction> {
  return (await ask(reporter, await published())).json<Correction>();
}

const decide = (by: Signed, { id, version }: Correction, what: string, body?: object) =>
  by.send('POST', `/api/corrections/${id}/${what}`, body, ifMatch(version));

const roundOf = (plan: string, more = '') => `/api/plans/${plan}/rounds${more}`;

async function openedRound(): Promise<{ plan: string; round: Round }> {
  const plan = await freshPlan();
  const days = { year: 2018, opensOn: '2018-12-01', dueOn: '2019-01-31' };
  const answer = await reviewer.send('POST', roundOf(plan), days);
  return { plan, round: answer.json<Round>() };
}

const ofTwo = (one: Signed, other: Signed, at: number): Signed => (at % 2 === 0 ? one : other);

async function reportOf(measureId: string): Promise<MeasureReport> {
  const answer = await reporter.send('POST', '/api/measure-reports', {
    planId: 'qetdz-2016',
    measureId,
    departmentId: 'steb',
    year: 2018,
    state: 'done',
    done: '全年认定示范企业4家、示范项目3个，均已公示。',
    paidWan: 12.5,
  });
  return answer.json<MeasureReport>();
}

const stepOf = (by: Signed, { id, version }: MeasureReport, what: string, body?: object) =>
  by.send('POST', `/api/measure-reports/${id}/${what}`, body, ifMatch(version));

async function handedInReport(measureId: string): Promise<MeasureReport> {
  return (await stepOf(reporter, await reportOf(measureId), 'submit')).json<MeasureReport>();
}

const RACES: Readonly<Record<string, () => Promise<Race>>> = {
  'handing a figure in': async () => {
    const draft = await draftIn(await freshPlan());
    const send = (at: number) => step(ofTwo(reporter, colleague, at), draft, 'submit');
    return { action: 'submitReading', target: draft.id, send };
  },
  'signing a figure': async () => {
    const reading = await submitted();
    return { action: 'signReading', target: reading.id, send: () => step(head, reading, 'sign') };
  },
  'sending a figure back': async () => {
    const reading = await submitted();
    const send = (at: number) => step(ofTwo(reviewer, head, at), reading, 'return');
    return { action: 'returnReading', target: reading.id, send };
  },
  'approving a figure': async () => {
    const reading = await submitted();
    const send = (at: number) => step(ofTwo(reviewer, second, at), reading, 'approve');
    return { action: 'approveReading', target: reading.id, send };
  },
  'deciding for a correction': async () => {
    const asked = await askedFor();
    const send = () => decide(second, asked, 'approve');
    return { action: 'approveCorrection', target: asked.id, send };
  },
  'deciding against a correction': async () => {
    const asked = await askedFor();
    const send = () => decide(second, asked, 'refuse', { note: '与认定文件一致' });
    return { action: 'refuseCorrection', target: asked.id, send };
  },
  'taking a correction back': async () => {
    const asked = await askedFor();
    const send = () => decide(reporter, asked, 'withdraw');
    return { action: 'withdrawCorrection', target: asked.id, send };
  },
  'closing a round': async () => {
    const { plan, round } = await openedRound();
    const url = roundOf(plan, '/2018/close');
    const send = (at: number) =>
      ofTwo(reviewer, second, at).send('POST', url, undefined, ifMatch(round.version));
    return { action: 'closeRound', target: `${plan}/2018`, send };
  },
  'opening a round again': async () => {
    const { plan, round } = await openedRound();
    const close = roundOf(plan, '/2018/close');
    const closed = await reviewer.send('POST', close, undefined, ifMatch(round.version));
    const { version } = closed.json<Round>();
    const url = roundOf(plan, '/2018/reopen');
    const send = () => reviewer.send('POST', url, undefined, ifMatch(version));
    return { action: 'reopenRound', target: `${plan}/2018`, send };
  },
  'sealing a year': async () => {
    const { indicatorId } = await published(2018);
    const plan = indicatorId.replace('-count', '');
    const version = await addClosedRound(t, reviewer, plan, 2018);
    const names = [
      'share',
      'otherShare',
      'density',
      'index',
      'percentage',
      'emission',
      'milestone',
      'rating',
    ];
    const unreported = names.map((name) => ({
      indicatorId: indicatorOf(name, plan),
      reason: '牵头单位年内未报送数据',
    }));
    const url = roundOf(plan, '/2018/seal');
    const send = (at: number) =>
      ofTwo(reviewer, second, at).send('POST', url, { unreported }, ifMatch(version));
    return { action: 'sealRound', target: `${plan}/2018`, send };
  },
  'handing a report on a measure in': async () => {
    const report = await reportOf('m01');
    const send = (at: number) => stepOf(ofTwo(reporter, colleague, at), report, 'submit');
    return { action: 'submitMeasureReport', target: report.id, send };
  },
  'signing a report on a measure': async () => {
    const report = await handedInReport('m02');
    return {
      action: 'signMeasureReport',
      target: report.id,
      send: () => stepOf(head, report, 'sign'),
    };
  },
  'sending a report on a measure back': async () => {
    const report = await handedInReport('m03');
    const send = () => stepOf(reviewer, report, 'return', { reason: '请附认定文件' });
    return { action: 'returnMeasureReport', target: report.id, send };
  },
  'approving a report on a measure': async () => {
    const report = await handedInReport('m05');
    const send = (at: number) => stepOf(ofTwo(reviewer, second, at), report, 'approve');
    return { action: 'approveMeasureReport', target: report.id, send };
  },
};

const approvedReport = async (measureId: string): Promise<MeasureReport> =>
  (await stepOf(reviewer, await handedInReport(measureId), 'approve')).json<MeasureReport>();

const askReport = (by: Signed, { id, version }: MeasureReport) =>
  by.send(
    'POST',
    `/api/measure-reports/${id}/corrections`,
    { reason: '漏计一家示范企业', changes: { done: '全年认定示范企业5家、示范项目3个。' } },
    ifMatch(version),
  );

const askedReport = async (measureId: string): Promise<Correction> =>
  (await askReport(reporter, await approvedReport(measureId))).json<Correction>();

const REAL = '/api/plans/qetdz-2016';

async function payment(): Promise<Payment> {
  const answer = await reporter.send('POST', `${REAL}/payments`, PAID);
  return answer.json<{ payment: Payment }>().payment;
}

/** What answers with the new thing: its rows of the log are about that. */
const idOfNew = (answers: readonly LightMyRequestResponse[]): string =>
  answers.find(({ statusCode }) => statusCode === 201)?.json<{ id: string }>().id ?? '';

const MEASURE_RACES: typeof RACES = {
  'beginning a report on a measure': () => {
    const body = { planId: 'qetdz-2016', measureId: 'm06', departmentId: 'steb', year: 2018 };
    const send = (at: number) =>
      ofTwo(reporter, colleague, at).send('POST', '/api/measure-reports', body);
    return Promise.resolve({ action: 'createMeasureReport', target: idOfNew, send });
  },
  'asking for the correction of a report': async () => {
    const report = await approvedReport('m07');
    const send = (at: number) => askReport(ofTwo(reporter, colleague, at), report);
    return { action: 'requestReportCorrection', target: idOfNew, send };
  },
  'deciding for the correction of a report': async () => {
    const asked = await askedReport('m08');
    const send = (at: number) => decide(ofTwo(reviewer, second, at), asked, 'approve');
    return { action: 'approveCorrection', target: asked.id, send };
  },
  'deciding against the correction of a report': async () => {
    const asked = await askedReport('m09');
    const send = () => decide(second, asked, 'refuse', { note: '与认定文件一致' });
    return { action: 'refuseCorrection', target: asked.id, send };
  },
  'taking the correction of a report back': async () => {
    const asked = await askedReport('m10');
    const send = (at: number) => decide(ofTwo(reporter, colleague, at), asked, 'withdraw');
    return { action: 'withdrawCorrection', target: asked.id, send };
  },
  'changing a row of the breakdown': async () => {
    const url = `${REAL}/years/2018/tasks`;
    const { items } = (await reviewer.get(url)).json<Breakdown>();
    const found = items.find(({ subjectId }) => subjectId === 'm01');
    if (found === undefined) throw new Error('no m01');
    const { subject, subjectId, version } = found;
    const words = Object.fromEntries(TASK_FIELDS.map((field) => [field, found[field]]));
    const send = (at: number) => {
      const row = { subject, subjectId, version, ...words, handler: `经办人${at}` };
      return ofTwo(reviewer, second, at).send('PUT', url, { rows: [row] });
    };
    return { action: 'saveTasks', target: 'qetdz-2016/2018', send };
  },
  'taking a payment back': async () => {
    const { id } = await payment();
    const send = (at: number) =>
      ofTwo(reporter, colleague, at).send('POST', `/api/payments/${id}/reverse`, {
        reason: '重复录入',
      });
    const target = (answers: readonly LightMyRequestResponse[]) =>
      answers.find(({ statusCode }) => statusCode === 201)?.json<{ payment: Payment }>().payment
        .id ?? '';
    return { action: 'reversePayment', target, send };
  },
};

const PAID = {
  incentiveId: 'm04-i2',
  enterprise: '示例机械有限公司',
  year: 2018,
  paidOn: '2018-12-20',
  amountWan: 60.15,
};

const MEETING_RACES: typeof RACES = {
  'beginning a meeting': async () => {
    const meeting = await call(reviewer, {}, await freshPlan());
    const send = (at: number) => stepMeeting(ofTwo(reviewer, second, at), meeting, 'start');
    return { action: 'startMeeting', target: meeting.id, send };
  },
  'confirming a decision': async () => {
    const meeting = await begun();
    const { id, version } = await takeDown(reviewer, meeting);
    const url = `/api/decisions/${id}/confirm`;
    const send = (at: number) =>
      ofTwo(reviewer, second, at).send('POST', url, undefined, ifMatch(version));
    return { action: 'confirmDecision', target: id, send };
  },
  'ending a meeting': async () => {
    const meeting = await begun();
    const send = (at: number) => stepMeeting(ofTwo(reviewer, second, at), meeting, 'end');
    return { action: 'endMeeting', target: meeting.id, send };
  },
  'calling a meeting off': async () => {
    const meeting = await call(reviewer, {}, await freshPlan());
    return ofMeeting(meeting, 'call-off', 'callOffMeeting');
  },
  'drafting the minutes': async () =>
    ofMeeting(await written('end'), 'minutes/draft', 'draftMinutes'),
  'laying the minutes before the chair': async () =>
    ofMeeting(await written('end', 'minutes/draft'), 'minutes/present', 'presentMinutes'),
  'taking the minutes back': async () =>
    ofMeeting(await written(...BEFORE_THE_CHAIR), 'minutes/take-back', 'takeBackMinutes'),
  'confirming the minutes': async () => {
    const meeting = await written(...BEFORE_THE_CHAIR);
    const send = (at: number) =>
      stepMeeting(ofTwo(leader, otherLeader, at), meeting, 'minutes/confirm');
    return { action: 'confirmMinutes', target: meeting.id, send };
  },
  'closing the file of a meeting': async () => {
    const meeting = await written(...BEFORE_THE_CHAIR);
    const confirmed = (await stepMeeting(leader, meeting, 'minutes/confirm')).json<Meeting>();
    return ofMeeting(confirmed, 'close', 'closeMeeting');
  },
};

const ACTION_RACES: typeof RACES = {
  'signing for an action item': () => ofAction([], 'receive', [reporter, colleague]),
  'asking for more time': () =>
    ofAction(['receive'], 'extension', [reporter, colleague], {
      dueOn: '2019-06-30',
      reason: '企业停产检修',
    }),
  'granting more time': () =>
    ofAction(['receive', 'extension'], 'extension/grant', [reviewer, second]),
  'refusing more time': () =>
    ofAction(['receive', 'extension'], 'extension/refuse', [reviewer, second], SAID),
  'reporting an action item done': () =>
    ofAction(['receive'], 'report', [reporter, colleague], SAID),
  'sending an action item back': () =>
    ofAction(['receive', 'report'], 'send-back', [reviewer, second], SAID),
  'verifying an action item': () => ofAction(['receive', 'report'], 'verify', [reviewer, second]),
  'crossing an action item off': () =>
    ofAction(['receive', 'report', 'verify'], 'close', [reviewer, second]),
  'withdrawing an action item': () => ofAction([], 'withdraw', [reviewer, second], SAID),
};

const SAID = { text: '已建立台账，见附件' };
const BEFORE_THE_CHAIR = ['end', 'minutes/draft', 'minutes/present'] as const;

/** What each step is called in the log. */
const LOGGED: Readonly<Record<string, string>> = {
  receive: 'receiveAction',
  extension: 'askExtension',
  'extension/grant': 'grantExtension',
  'extension/refuse': 'refuseExtension',
  report: 'reportAction',
  'send-back': 'sendBackAction',
  verify: 'verifyAction',
  close: 'closeAction',
  withdraw: 'withdrawAction',
};

/** What each step before the race says, and whose it is. */
const BEFORE: Readonly<Record<string, readonly [by: 'reporter' | 'reviewer', body?: object]>> = {
  receive: ['reporter'],
  extension: ['reporter', { dueOn: '2019-06-30', reason: '企业停产检修' }],
  report: ['reporter', SAID],
  verify: ['reviewer'],
};

async function ofAction(
  before: readonly string[],
  name: string,
  [one, other]: readonly [Signed, Signed],
  body?: object,
): Promise<Race> {
  const { id } = await confirmed(reviewer, await begun());
  for (const step of before) {
    const [by, said] = BEFORE[step] ?? ['reviewer'];
    made(await stepAction(by === 'reporter' ? reporter : reviewer, id, step, said));
  }
  const { version } = await seeAction(reviewer, id);
  const url = `/api/actions/${id}/${name}`;
  const send = (at: number) => ofTwo(one, other, at).send('POST', url, body, ifMatch(version));
  return { action: LOGGED[name] ?? '', target: id, send };
}

function ofMeeting(meeting: Meeting, name: string, action: string): Race {
  const send = (at: number) => stepMeeting(ofTwo(reviewer, second, at), meeting, name);
  return { action, target: meeting.id, send };
}

/** A meeting after some steps of it. */
async function written(...steps: readonly string[]): Promise<Meeting> {
  let meeting = await begun();
  for (const name of steps) {
    meeting = made(await stepMeeting(reviewer, meeting, name)).json<Meeting>();
  }
  return meeting;
}

async function begun(): Promise<Meeting> {
  const meeting = await call(reviewer, {}, await freshPlan());
  return (await stepMeeting(reviewer, meeting, 'start')).json<Meeting>();
}

it.each(Object.entries({ ...RACES, ...MEASURE_RACES, ...MEETING_RACES, ...ACTION_RACES }))(
  '%s twenty times at once is one step, nineteen refusals and one row of the log',
  async (_what, prepare) => {
    const { action, target: about, send } = await prepare();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => send(at)));
    const statuses = answers.map(({ statusCode }) => statusCode);
    const [won, ...lost] = statuses.sort((a, b) => a - b);
    expect([200, 201], answers[0]?.body).toContain(won);
    const target = typeof about === 'string' ? about : about(answers);
    // Whoever does not see what was sent back any more finds nothing there; whoever finds five waiting
    // for a document is told to come again.
    expect(lost.filter((status) => ![404, 409, 412, 503].includes(status))).toEqual([]);
    const rows = await t.database.kysely
      .selectFrom('auditLog')
      .select(['action', 'targetId'])
      .where('action', '=', action)
      .where('targetId', '=', target)
      .where('outcome', '=', 'ok')
      .execute();
    expect(rows).toHaveLength(1);
    raced.add(action);
  },
);

it('a payment that is sent twenty times with one key is one entry', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      reporter.send('POST', `${REAL}/payments`, PAID, { 'idempotency-key': 'one-payment' }),
    ),
  );
  const ids = answers
    .filter(({ statusCode }) => statusCode === 201)
    .map((answer) => answer.json<{ payment: Payment }>().payment.id);
  expect(new Set(ids).size).toBe(1);
  const rows = await t.database.kysely
    .selectFrom('incentivePayments')
    .select('id')
    .where('id', 'in', ids)
    .execute();
  expect(rows).toHaveLength(1);
});

it.each(Object.entries(STORIES))(
  '%s: each step of it twenty times at once',
  (_what, tell) => tell({ t, reporter, reviewer, second, leader, freshPlan }),
  60_000,
);

/**
 * What twenty may do at once and each of them has done, by its nature. Whoever sends one of them again
 * because no answer came does it with a key (readings-together.test.ts, and above for a payment).
 */
const EACH_COUNTS: Readonly<Record<string, string>> = {
  addEvidence: 'twenty files are twenty files',
  addCorrectionEvidence: 'twenty files are twenty files',
  addReportFile: 'twenty files are twenty files',
  addActionFile: 'twenty files are twenty files',
  addAcceptanceFile: 'twenty files are twenty files',
  enterPayment: 'an enterprise may be paid the same twice',
  callMeeting: 'each is a meeting of its own until it is called off',
  addDecision: 'each is a draft of its own until it is dropped',
  commentReport: 'each is a remark',
  issueNotice: 'each is a paper with a number of its own',
  takeMoment: 'each is a moment',
  setStage: 'the last press counts; nothing of it is kept',
  importSheet: 'shows what would change and changes nothing',
  annotateSheet: 'shows what would change and changes nothing',
  readListFile: 'shows what would change and changes nothing',
  importTasks: 'shows what would change and changes nothing',
  acceptImport: 'the second finds nothing left to change (exchange-import.test.ts)',
  startDrill: 'goes through the gate of startBackup (backup-desk.test.ts)',
  exportAudit: 'each is a file that leaves the house',
  takeBackup: 'each is a file that leaves the house',
  beginPairing: 'each wall has a code of its own',
  signIn: 'each is a session',
  signOut: 'a session that is over is over',
  endUserSessions: 'sessions that are over are over',
  unlockUser: 'a name that is open is open',
  setSignInRules: 'the rules are what they were set to',
  resetPassword: 'the last one-time password is the one that opens',
  beginSecondFactor: 'the last secret is the one that is confirmed',
};

it('is tried for every change that there is, but what each may do', async () => {
  const changes = operationsOf(t.app).filter(({ method }) => method !== 'GET');
  const forgotten = changes
    .map(({ operationId }) => operationId)
    .filter((name) => !raced.has(name) && EACH_COUNTS[name] === undefined);
  expect(forgotten).toEqual([]);
  const both = Object.keys(EACH_COUNTS).filter((name) => raced.has(name));
  expect(both).toEqual([]);
});
