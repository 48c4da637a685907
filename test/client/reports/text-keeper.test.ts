import { afterEach, beforeEach, expect, test } from 'vitest';
import { TextKeeper } from '../../../client/reports/TextKeeper.ts';
import { call } from '../../../client/call.ts';
import { signIn } from '../../../shared/accounts.ts';
import { getReport } from '../../../shared/reports.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { pageFetch } from '../../support/page-fetch.ts';
import { addPerson, PASSWORD } from '../../support/people.ts';
import { addSmallPlan } from '../../support/small-plan.ts';

const KEY = { planId: 'small', year: '2017', scope: 'zone' };

let t: TestApp;
let restore: () => void;

beforeEach(async () => {
  t = await startApp();
  await addSmallPlan(t);
  const reviewer = await addPerson(t, { roles: ['reviewer'] });
  ({ restore } = pageFetch(t));
  await call(signIn, { body: { username: reviewer.user.username, password: PASSWORD } });
});
afterEach(async () => {
  restore();
  await t.close();
});

test('what is taken back while it is being saved stays taken back', async () => {
  const keeper = new TextKeeper(KEY, await call(getReport, { params: KEY }), () => undefined);
  const text = () => keeper.state().texts.get('problems');
  keeper.type('problems', '用地紧张。');
  await keeper.flush();
  keeper.type('problems', '用地紧张，用工也紧张。');
  const saving = keeper.flush();
  // Flushed, it is asked for once what was under way before has come to its end.
  await Promise.resolve();
  keeper.type('problems', '用地紧张。');
  await saving;
  expect(text()).toBe('用地紧张。');
  await keeper.flush();
  const { texts } = await call(getReport, { params: KEY });
  expect(texts.find(({ section }) => section === 'problems')?.text).toBe('用地紧张。');
});
