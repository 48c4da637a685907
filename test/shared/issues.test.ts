import { describe, expect, it } from 'vitest';
import { createUser, signIn } from '../../shared/accounts.ts';
import { issuesOf } from '../../shared/issues.ts';
import { approveReading, changeReading } from '../../shared/readings.ts';

const USER = { username: 'zhang', name: '张三', roles: ['leader'] };

describe('what a form says before it sends', () => {
  it.each([
    { why: 'an empty line', body: { ...USER, name: ' ' }, pointer: '/name', code: 'tooShort' },
    { why: 'nothing chosen', body: { ...USER, roles: [] }, pointer: '/roles', code: 'required' },
    {
      why: 'no such role',
      body: { ...USER, roles: ['king'] },
      pointer: '/roles/0',
      code: 'notAllowed',
    },
    {
      why: 'a space in it',
      body: { ...USER, username: 'a b' },
      pointer: '/username',
      code: 'badFormat',
    },
    { why: 'empty', body: { ...USER, username: '' }, pointer: '/username', code: 'required' },
    { why: 'unknown', body: { ...USER, isAdmin: true }, pointer: '/isAdmin', code: 'unknownField' },
    { why: 'absent', body: { ...USER, name: undefined }, pointer: '/name', code: 'required' },
    {
      why: 'NUL',
      body: { ...USER, name: 'a\u0000b' },
      pointer: '/name',
      code: 'controlCharacters',
    },
  ])('$code for $why', ({ body, pointer, code }) => {
    expect(issuesOf(createUser.body, body)).toMatchObject([{ pointer, in: 'body', code }]);
  });

  it('names every field at once', () => {
    const found = issuesOf(signIn.body, { username: '', password: '' });
    expect(found.map(({ pointer }) => pointer)).toEqual(['/username', '/password']);
    expect(found[0]?.values).toEqual({ minimum: 1 });
  });

  it('finds a date that no calendar has', () => {
    const body = { conditions: [{ id: 'built', metOn: '2018-02-30' }] };
    expect(issuesOf(changeReading.body, body)).toMatchObject([
      { pointer: '/conditions/0/metOn', code: 'impossibleDate' },
    ]);
  });

  it('demands nothing where nothing is sent', () => {
    expect(issuesOf(approveReading.body, undefined)).toEqual([]);
    expect(issuesOf(createUser.body, USER)).toEqual([]);
  });
});
