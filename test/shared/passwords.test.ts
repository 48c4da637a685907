import { describe, expect, it } from 'vitest';
import { isCommonPassword } from '../../server/accounts/common-passwords.ts';
import {
  countClasses,
  fold,
  isPasswordExpired,
  judgePassword,
  PASSWORD_POLICY,
  SIGN_IN_POLICY,
} from '../../shared/passwords.ts';

const OWNER = { username: 'chen.lin', name: 'Zhang Weiming' };
const codes = (password: string, owner = OWNER) =>
  judgePassword(password, owner, isCommonPassword).map(({ code }) => code);

describe('the policy', () => {
  it('is that of graded protection', () => {
    expect(PASSWORD_POLICY).toEqual({
      minimumLength: 10,
      maximumLength: 200,
      minimumClasses: 3,
      days: 90,
      notReused: 5,
    });
    expect(SIGN_IN_POLICY).toEqual({ failures: 5, lockedMinutes: 15 });
  });
});

describe('a new password', () => {
  it.each<[string, string[], string]>([
    ['Lychee-42-orchard', [], 'four classes'],
    ['lychee-42-orchard', [], 'three classes'],
    ['Lychee42orchard', [], 'three classes, no sign'],
    ['Aa1-Aa1-Aa', [], 'exactly ten'],
    ['Aa1-Aa1-A', ['passwordTooShort'], 'nine'],
    ['lycheeorchard', ['passwordTooSimple'], 'one class'],
    ['lychee orchard', ['passwordTooSimple'], 'two: a space is a sign'],
    ['荔枝园里的小路Ab1', [], 'Chinese counts among the signs'],
    ['💧💧💧💧💧aB1', ['passwordTooShort'], 'eight as people count'],
    ['Ａｂ１－Ａｂ１－Ａｂ', [], 'full width has classes, too'],
    ['', ['passwordTooShort', 'passwordTooSimple'], 'nothing at all'],
    ['1234567890', ['passwordTooSimple', 'passwordCommon'], 'on the list'],
    ['Password2019!', ['passwordCommon'], 'a word of the list made up'],
    ['P@55w0rd-2019', ['passwordCommon'], 'with look-alikes'],
    ['2019!Dragon!', ['passwordCommon'], 'at the front'],
    ['Dragon-orchard-7', [], 'a word of the list among others'],
    ['My-Biaochi-2019', ['passwordPersonal'], 'the product'],
    ['标尺-Lychee-42', ['passwordPersonal'], 'the product'],
    ['QUANZHOU-lychee-42', ['passwordPersonal'], 'the place'],
    ['ｂｉａｏｃｈｉ-Lychee-4', ['passwordPersonal'], 'the product in full width'],
    ['Chen.Lin-2019', ['passwordPersonal'], 'the user name'],
    ['Old-weiming-7', ['passwordPersonal'], 'a part of the name'],
  ])('%j is refused with %j: %s', (password, expected) => {
    expect(codes(password)).toEqual(expected);
  });

  it('may contain a name so short that it stands in ordinary words', () => {
    expect(codes('Believe-42-it', { username: 'li', name: 'Li Ai' })).toEqual([]);
    expect(codes('小燕-Lychee-42', { username: 'lin', name: '小燕' })).toEqual([
      'passwordPersonal',
    ]);
  });

  it('has no upper end', () => {
    expect(codes(`Lychee-42-${'o'.repeat(190)}`)).toEqual([]);
  });
});

describe('the list of the most used', () => {
  it('holds three thousand, folded', () => {
    // The first, the thousandth and the last of the file.
    for (const known of ['123456', 'password', 'qwertyuiop', 'china']) {
      expect(isCommonPassword(known), known).toBe(true);
    }
    expect(isCommonPassword('lychee-orchard')).toBe(false);
    expect(isCommonPassword('')).toBe(false);
    expect(isCommonPassword('# permission is hereby granted')).toBe(false);
  });
});

describe('the small parts', () => {
  it.each<[string, number]>([
    ['', 0],
    ['a', 1],
    ['aA', 2],
    ['aA1', 3],
    ['aA1 ', 4],
    ['标尺', 1],
  ])('%j has %i classes', (password, classes) => {
    expect(countClasses(password)).toBe(classes);
  });

  it('folds width and case', () => {
    expect(fold('ＡＢc')).toBe('abc');
  });

  it.each([
    ['2019-04-01T00:00:00.000Z', false, 'the ninetieth day'],
    ['2019-04-01T00:00:00.001Z', true, 'after it'],
    ['2018-01-01T00:00:00.000Z', false, 'a clock that went back'],
  ])('at %s a password of new year is expired: %s (%s)', (now, expired) => {
    expect(isPasswordExpired('2019-01-01T00:00:00.000Z', new Date(now))).toBe(expired);
  });
});
