import { describe, expect, it } from 'vitest';
import { deviceOf } from '../../client/accounts/device.ts';
import { findUsers, stateOf, usersSearch } from '../../client/accounts/users.ts';
import { changesOf } from '../../client/audit/changes.ts';
import { auditFilters, auditQuery } from '../../client/audit/search.ts';
import type { Account } from '../../shared/accounts.ts';

const NOW = new Date('2019-01-10T01:00:00.000Z');
const account = (changes: Partial<Account>): Account => ({
  id: 'x',
  username: 'zhang',
  name: '张三',
  roles: ['leader'],
  departmentId: null,
  mustChangePassword: false,
  secondFactorSince: null,
  createdAt: '2019-01-01T00:00:00.000Z',
  lastSignInAt: null,
  disabledAt: null,
  lockedUntil: null,
  version: 1,
  ...changes,
});

describe('an account', () => {
  it.each<{ changes: Partial<Account>; state: string; why: string }>([
    { changes: {}, state: 'active', why: 'nothing stands in its way' },
    { changes: { mustChangePassword: true }, state: 'firstPassword', why: 'a one-time password' },
    {
      changes: { lockedUntil: '2019-01-10T01:00:01.000Z' },
      state: 'locked',
      why: 'one more second',
    },
    {
      changes: { lockedUntil: '2019-01-10T01:00:00.000Z' },
      state: 'active',
      why: 'the lock is over',
    },
    {
      changes: { disabledAt: '2019-01-09T00:00:00.000Z', lockedUntil: '2019-01-11T00:00:00.000Z' },
      state: 'disabled',
      why: 'the graver of two',
    },
  ])('is $state: $why', ({ changes, state }) => {
    expect(stateOf(account(changes), NOW)).toBe(state);
  });

  it('is found by part of either name, by role and by state', () => {
    const all = [
      account({ id: '1', name: '王五', username: 'Wang' }),
      account({ id: '2', name: '李四', roles: ['reporter', 'leader'] }),
      account({ id: '3', name: '李一', disabledAt: '2019-01-09T00:00:00.000Z' }),
    ];
    const found = (raw: Record<string, unknown>) =>
      findUsers(all, usersSearch(raw), NOW).map(({ id }) => id);
    expect(found({ find: ' wang ' })).toEqual(['1']);
    expect(new Set(found({ find: '李' }))).toEqual(new Set(['2', '3']));
    expect(found({ role: 'reporter' })).toEqual(['2']);
    expect(found({ state: 'disabled' })).toEqual(['3']);
    expect(found({ role: 'king', state: 'odd' })).toHaveLength(3);
  });
});

describe('a browser in the list of sessions', () => {
  it.each([
    {
      agent:
        'Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0.4240.198 Safari/537.36',
      name: 'Chrome 86 · Windows',
    },
    {
      agent:
        'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0',
      name: 'Edge 120 · Windows',
    },
    {
      agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0',
      name: 'Firefox 115 · Linux',
    },
    { agent: 'curl/8.5', name: null },
  ])('$name', ({ agent, name }) => {
    expect(deviceOf(agent)).toBe(name);
  });
});

describe('what changed in an audit row', () => {
  it.each([
    {
      why: 'only what differs',
      before: { name: '甲', roles: ['leader'] },
      after: { name: '乙', roles: ['leader'] },
      changes: [{ field: 'name', before: '甲', after: '乙' }],
    },
    {
      why: 'a creation has no before',
      before: null,
      after: { value: 0 },
      changes: [{ field: 'value', before: null, after: '0' }],
    },
    {
      why: 'nothing and null are different things',
      before: { value: 3 },
      after: { value: null },
      changes: [{ field: 'value', before: '3', after: 'null' }],
    },
    {
      why: 'nested fields by their path',
      before: { absence: { reason: 'a' } },
      after: { absence: { reason: 'b' } },
      changes: [{ field: 'absence.reason', before: 'a', after: 'b' }],
    },
    { why: 'nothing', before: null, after: null, changes: [] },
  ])('$why', ({ before, after, changes }) => {
    expect(changesOf(before, after)).toEqual(changes);
  });

  it('is asked for with the filters that are set, a page at a time', () => {
    const filters = auditFilters({ username: 'li', outcome: 'forbidden', year: 2018 });
    expect(auditQuery(filters, null)).toEqual({
      username: 'li',
      outcome: 'forbidden',
      limit: '100',
    });
    expect(auditQuery(filters, 350)['before']).toBe('350');
  });
});
