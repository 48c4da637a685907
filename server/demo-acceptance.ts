import { signIn, type Walk } from './demo-walk.ts';

/** The example of a score sheet, as an example: nothing of it was ever decided. */
export async function loadExampleSheet(walk: Walk): Promise<void> {
  walk.clock.now = new Date('2020-03-10T01:00:00.000Z');
  const send = await signIn(walk, 'reviewer');
  await send('POST', '/api/plans/qetdz-2016/score-sheets', { from: 'example' });
}
