import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { refusal } from '../support/readings.ts';
import { loadRealPlan } from '../support/real-plan.ts';

let t: TestApp;
let leader: Signed;
beforeAll(async () => {
  t = await startApp();
  await loadRealPlan(t);
  leader = await addPerson(t, { roles: ['leader'] });
});
afterAll(() => t.close());

const exported = () => leader.get('/api/plans/qetdz-2016/export?format=xlsx&what=readings');

it('ten exports at once all come, and whoever is beyond the queue is told when to come back', async () => {
  const ten = await Promise.all(Array.from({ length: 10 }, exported));
  expect(ten.map(({ statusCode }) => statusCode)).toEqual(Array<number>(10).fill(200));

  const many = Promise.all(Array.from({ length: 40 }, exported));
  const board = await leader.get('/api/plans/qetdz-2016/dashboard');
  expect(board.statusCode, 'the board waits for no export').toBe(200);
  const answers = await many;
  const refused = answers.filter(({ statusCode }) => statusCode !== 200);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(40);
  for (const answer of refused) {
    expect(refusal(answer)).toBe('503 busy');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  }
}, 30_000);
