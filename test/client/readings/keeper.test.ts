import { afterEach, beforeEach, expect, test } from 'vitest';
import { EntryKeeper } from '../../../client/readings/EntryKeeper.ts';
import { blankTyped, typedFrom } from '../../../client/readings/typed.ts';
import { ApiProblem, call } from '../../../client/call.ts';
import { signIn } from '../../../shared/accounts.ts';
import type { Reading } from '../../../shared/readings.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { type Line, pageFetch } from '../../support/page-fetch.ts';
import { addPerson, PASSWORD, type Signed } from '../../support/people.ts';
import { leadEverything, loadRealPlan } from '../../support/real-plan.ts';
import { enter, step } from '../../support/readings.ts';
import { SHARE } from './subjects.ts';

const INDICATOR = 'im-automated-enterprise-share';
const YEAR = 2018;

let t: TestApp;
let line: Line;
let restore: () => void;
let first: Signed;
let second: Signed;
const open: EntryKeeper[] = [];

beforeEach(async () => {
  t = await startApp();
  await loadRealPlan(t);
  first = await addPerson(t, { roles: ['reporter'], departmentId: 'steb', name: '某甲' });
  second = await addPerson(t, { roles: ['reporter'], departmentId: 'steb', name: '某乙' });
  await leadEverything(t, 'steb');
  ({ line, restore } = pageFetch(t));
  await sitDown(first);
});
afterEach(async () => {
  for (const keeper of open.splice(0)) keeper.dispose();
  restore();
  await t.close();
});

/** The page is this person's from now on. */
async function sitDown(person: Signed): Promise<void> {
  line.forget();
  await call(signIn, { body: { username: person.user.username, password: PASSWORD } });
}

function keeperOf(person: Signed, reading: Reading | null = null): EntryKeeper {
  const start = reading === null ? blankTyped(SHARE) : typedFrom(SHARE, reading);
  const place = { userId: person.user.id, year: YEAR, indicatorId: INDICATOR };
  const keeper = new EntryKeeper(SHARE, place, reading, start);
  open.push(keeper);
  return keeper;
}

const type = (keeper: EntryKeeper, changes: object): void =>
  keeper.change({ ...keeper.snapshot().typed, ...changes });

test('a draft is started by its first save and changed by the next', async () => {
  const keeper = keeperOf(first);
  type(keeper, { numerator: '１４７ 家' });
  expect(keeper.snapshot()).toMatchObject({ unsent: true, blocked: false });
  expect(await keeper.save()).toBe(true);
  expect(keeper.snapshot().reading).toMatchObject({ numerator: 147, version: 1 });
  type(keeper, { denominator: '300' });
  expect(await keeper.save()).toBe(true);
  expect(keeper.snapshot().reading).toMatchObject({ value: 49, version: 2 });
  // What was typed stands as it was typed.
  expect(keeper.snapshot().typed.numerator).toBe('１４７ 家');
});

test('what is taken back while it is being saved stays taken back', async () => {
  const keeper = keeperOf(first);
  type(keeper, { numerator: '12' });
  await keeper.save();
  type(keeper, { numerator: '123' });
  const saving = keeper.save();
  type(keeper, { numerator: '12' });
  await saving;
  expect(keeper.snapshot()).toMatchObject({
    reading: { numerator: 123, version: 2 },
    typed: { numerator: '12' },
    unsent: true,
  });
  expect(await keeper.save()).toBe(true);
  expect(keeper.snapshot().reading).toMatchObject({ numerator: 12, version: 3 });
});

test('what is impossible is not sent and not lost', async () => {
  const keeper = keeperOf(first);
  type(keeper, { numerator: '320', denominator: '300' });
  expect(keeper.snapshot().blocked).toBe(true);
  expect(await keeper.save()).toBe(false);
  expect(keeper.snapshot()).toMatchObject({
    reading: null,
    unsent: true,
    typed: { numerator: '320', denominator: '300' },
  });
});

test('a stale version: other fields come together, the same field shows both values', async () => {
  const reading = await enter(first, INDICATOR, YEAR, { numerator: 147, denominator: 300 });
  const mine = keeperOf(first, reading);
  const theirs = keeperOf(second, reading);
  await sitDown(second);
  type(theirs, { numerator: '150', source: '统计局' });
  expect(await theirs.save()).toBe(true);

  await sitDown(first);
  type(mine, { numerator: '152', note: '我的说明' });
  expect(await mine.save()).toBe(false);
  const { clash, typed } = mine.snapshot();
  expect(clash?.keys).toEqual(['numerator']);
  expect(clash?.theirs.numerator).toBe('150');
  expect(typed).toMatchObject({ numerator: '152', note: '我的说明', source: '统计局' });

  mine.settle(new Set(['numerator']));
  expect(await mine.save()).toBe(true);
  expect(mine.snapshot().reading).toMatchObject({
    numerator: 152,
    note: '我的说明',
    source: '统计局',
    version: 3,
  });
});

test('two people who start the same reading make one', async () => {
  const mine = keeperOf(first);
  const theirs = keeperOf(second);
  type(theirs, { denominator: '300' });
  await sitDown(second);
  await theirs.save();
  await sitDown(first);
  type(mine, { numerator: '147' });
  expect(await mine.save()).toBe(true);
  expect(mine.snapshot().reading).toMatchObject({ numerator: 147, denominator: 300, version: 2 });
});

test('a broken line keeps everything, and the draft goes out when it is mended', async () => {
  const keeper = keeperOf(first);
  line.state = 'down';
  type(keeper, { numerator: '147' });
  expect(await keeper.save()).toBe(false);
  const { problem, unsent } = keeper.snapshot();
  expect(problem instanceof ApiProblem && problem.code).toBe('offline');
  expect(unsent).toBe(true);
  line.state = 'up';
  expect(await keeper.save()).toBe(true);
  expect(keeper.snapshot()).toMatchObject({ problem: null, unsent: false });
});

test('a draft whose answer was lost on the way is not started twice', async () => {
  const keeper = keeperOf(first);
  line.state = 'answersLost';
  type(keeper, { numerator: '147' });
  expect(await keeper.save()).toBe(false);
  line.state = 'up';
  type(keeper, { denominator: '300' });
  expect(await keeper.save()).toBe(true);
  expect(keeper.snapshot().reading).toMatchObject({ numerator: 147, denominator: 300 });
});

test('a session that ended loses nothing', async () => {
  const keeper = keeperOf(first);
  line.forget();
  type(keeper, { numerator: '147' });
  expect(await keeper.save()).toBe(false);
  expect(keeper.snapshot()).toMatchObject({ unsent: true, typed: { numerator: '147' } });
  await sitDown(first);
  expect(await keeper.save()).toBe(true);
});

test('what was handed in by somebody else meanwhile is not typed over', async () => {
  const draft = { numerator: 147, denominator: 300, source: '年报' };
  const reading = await enter(first, INDICATOR, YEAR, draft);
  const keeper = keeperOf(first, reading);
  await step(second, reading, 'submit');
  type(keeper, { note: '还想补充' });
  expect(await keeper.save()).toBe(false);
  expect(keeper.snapshot()).toMatchObject({
    reading: { status: 'submitted', editable: false, note: '' },
    typed: { note: '还想补充' },
    unsent: true,
  });
});

test('handing in saves first', async () => {
  const keeper = keeperOf(first);
  type(keeper, { numerator: '147', denominator: '300', source: '统计年报' });
  expect(await keeper.submit()).toBe(true);
  expect(keeper.snapshot().reading).toMatchObject({
    status: 'submitted',
    value: 49,
    editable: false,
  });
});

test('an absence hides the figures from the server and not from the form', async () => {
  const keeper = keeperOf(first);
  type(keeper, { numerator: '147', denominator: '300' });
  await keeper.save();
  type(keeper, { absence: 'unavailable', absenceReason: '企业未报' });
  expect(await keeper.save()).toBe(true);
  expect(keeper.snapshot()).toMatchObject({
    reading: { value: null, absence: { kind: 'unavailable' } },
    typed: { numerator: '147' },
    unsent: false,
  });
  type(keeper, { absence: null });
  expect(await keeper.save()).toBe(true);
  expect(keeper.snapshot().reading).toMatchObject({ value: 49, absence: null });
});
