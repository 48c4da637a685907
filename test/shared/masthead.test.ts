import { expect, it } from 'vitest';
import { mastheadOf } from '../../shared/masthead.ts';

const CASES = [
  {
    text: '工作纪要',
    lines: ['工作纪要'],
    size: 44,
    why: 'no larger than a masthead is',
  },
  {
    text: '领导小组成员联席会议纪要',
    lines: ['领导小组成员联席会议纪要'],
    size: 36,
    why: 'on one line, as large as it fits',
  },
  {
    text: '推动发展智能制造服务型制造和提升质量品牌工作领导小组成员联席会议纪要',
    lines: ['推动发展智能制造服务型制造和提升质量品牌', '工作领导小组成员联席会议纪要'],
    size: 21,
    why: 'a long name is broken where a word begins',
  },
  {
    text: '甲'.repeat(40),
    lines: ['甲'.repeat(13), '甲'.repeat(14), '甲'.repeat(13)],
    size: 31,
    why: 'without such a word the lines are even',
  },
];

it.each(CASES)('$text: $size points on $lines.length lines ($why)', ({ text, lines, size }) => {
  expect(mastheadOf(text)).toEqual({ lines, size });
});
