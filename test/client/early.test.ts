import { afterEach, describe, expect, it, vi } from 'vitest';
import { getSession } from '../../shared/accounts.ts';
import { getDashboard } from '../../shared/dashboard.ts';
import { listPlans } from '../../shared/plans.ts';

const json = (body: unknown) => Response.json(body);
const SIGNED_IN = { user: { mustChangePassword: false } };
const PLANS = { items: [{ id: 'lake' }, { id: 'hill' }] };

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** Opens a page of a server with these answers. @returns what is asked for, and the module */
async function opened(
  address: { pathname: string; search: string },
  answers: Readonly<Record<string, unknown>> = {},
) {
  const asked: string[] = [];
  const served: Record<string, unknown> = {
    [getSession.path]: SIGNED_IN,
    [listPlans.path]: PLANS,
    ...answers,
  };
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return json(served[url] ?? { board: url });
  });
  const early = await import('../../client/early.ts');
  await early.startEarly(address);
  return { asked, ...early };
}

const board = (planId: string) => getDashboard.path.replace('{planId}', planId);

describe('what is asked for before the application has arrived', () => {
  it.each([
    { search: '', last: board('lake'), why: 'the first plan, where the address names none' },
    { search: '?year=2018', last: `${board('lake')}?year=2018`, why: 'the year of the address' },
    { search: '?plan=hill', last: board('hill'), why: 'the plan of the address' },
    { search: '?year=soon', last: board('lake'), why: 'what is not a year is left out' },
    { search: '?plan=gone', last: listPlans.path, why: 'a plan that there is not' },
    { search: '?unapproved=include', last: listPlans.path, why: 'only the application knows' },
  ])('on the overview $search: $why', async ({ search, last }) => {
    const { asked } = await opened({ pathname: '/', search });
    expect(asked.slice(0, 2)).toEqual([getSession.path, listPlans.path]);
    expect(asked.at(-1)).toBe(last);
  });

  it.each([
    { user: null, why: 'a refusal would be an error on the console' },
    { user: { mustChangePassword: true }, why: 'nothing may be read yet' },
  ])('is only the session of $user: $why', async ({ user }) => {
    const { asked } = await opened({ pathname: '/', search: '' }, { [getSession.path]: { user } });
    expect(asked).toEqual([getSession.path]);
  });

  it('is no board on another page', async () => {
    const { asked } = await opened({ pathname: '/entry', search: '' });
    expect(asked).toEqual([getSession.path, listPlans.path]);
  });

  it('is given once, and only while the page starts', async () => {
    const { takeEarly } = await opened({ pathname: '/', search: '' });
    expect(await (await takeEarly(getSession.path))?.json()).toEqual(SIGNED_IN);
    expect(takeEarly(getSession.path)).toBeUndefined();
    vi.stubGlobal('performance', { now: () => 10_001 });
    expect(takeEarly(listPlans.path)).toBeUndefined();
  });

  it('is not asked for twice when the application is there before', async () => {
    const early = await import('../../client/early.ts');
    expect(early.takeEarly(listPlans.path)).toBeUndefined();
    const { asked } = await opened({ pathname: '/', search: '' });
    expect(asked).toEqual([getSession.path]);
  });
});
