import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../client/call.ts';
import { issueSentence, problemSentence } from '../../client/ui/sentences.ts';
import { en } from '../../shared/i18n/en.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { ISSUES, PROBLEM_CODES } from '../../shared/problems.ts';

/** Every fixed text of a dictionary with where it stands. */
function texts(value: unknown, at = ''): [string, string][] {
  if (typeof value === 'string') return [[at, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${at}.${key}`));
}

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;
/** A Chinese term may be named in an English sentence (力争, 等保); a sentence is not one. */
const isChinese = (text: string): boolean =>
  count(text, /\p{Script=Han}/gu) > Math.min(4, count(text, /\p{Script=Latin}/gu));

describe('the languages', () => {
  it('have no empty sentence', () => {
    const empty = [...texts(zhCN), ...texts(en)].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('leave no Chinese in English', () => {
    const left = texts(en).filter(
      ([at, text]) => isChinese(text) && !at.startsWith('.app.language'),
    );
    expect(left).toEqual([]);
  });
});

describe('every refusal', () => {
  it.each(['zh-CN', 'en'])('has a sentence of its own in %s', (language) => {
    const messages = language === 'en' ? en : zhCN;
    const said = PROBLEM_CODES.map((code) => problemSentence(messages, new ApiProblem(code)));
    expect(new Set(said).size).toBe(PROBLEM_CODES.length);
    expect(said.filter((sentence) => !/[。.]$/.test(sentence))).toEqual([]);
    expect(said.join()).not.toMatch(/undefined|NaN/);
  });

  it.each(['zh-CN', 'en'])('of a field has a sentence without any number, in %s', (language) => {
    const messages = language === 'en' ? en : zhCN;
    const said = ISSUES.map((code) => issueSentence(messages, { code }));
    expect(said.join()).not.toMatch(/undefined|NaN/);
    expect(said.filter((sentence) => sentence.length < 5)).toEqual([]);
  });

  it('says how long to wait', () => {
    const locked = new ApiProblem('locked', { retryAfter: 840 });
    expect(problemSentence(zhCN, locked)).toContain('14分钟后');
    expect(problemSentence(en, locked)).toContain('in 14 minutes');
    const busy = new ApiProblem('busy', { retryAfter: 2 });
    expect(problemSentence(zhCN, busy)).toContain('2秒后');
  });

  it('names both numbers that do not fit', () => {
    const values = { numerator: 320, denominator: 300 };
    expect(issueSentence(zhCN, { code: 'numeratorAboveDenominator', values })).toBe(
      '分子（320）大于分母（300），请核对。',
    );
  });

  it('that nobody foresaw is told as our own fault', () => {
    expect(problemSentence(en, new TypeError('x'))).toBe(
      problemSentence(en, new ApiProblem('internal')),
    );
  });
});
