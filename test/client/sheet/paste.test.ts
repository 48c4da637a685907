import { describe, expect, test } from 'vitest';
import { blankTyped } from '../../../client/readings/typed.ts';
import { shapeOf } from '../../../client/sheet/columns.ts';
import { type PasteRow, planPaste, type PasteWords } from '../../../client/sheet/paste.ts';
import { COUNT, LEVEL, PARK, SHARE } from '../readings/subjects.ts';

const row = (id: string, subject: PasteRow['subject'], closed = false): PasteRow => {
  const typed = blankTyped(subject);
  return { id, subject, typed, shape: closed ? null : shapeOf(subject, typed, []) };
};
const ROWS = [
  row('share', SHARE),
  row('other', SHARE),
  row('count', COUNT),
  row('closed', COUNT, true),
  row('level', LEVEL),
  row('park', PARK),
];
const WORDS: PasteWords = {
  statuses: { 预计: 'estimate', 年报: 'final' },
  absences: { 无法提供: 'unavailable' },
  levels: () => ({ 已形成: 2 }),
};
const plan = (
  row: number,
  column: 'numerator' | 'value' | 'dataStatus' | 'note',
  block: string[][],
) => planPaste(ROWS, { row, column }, block, WORDS);
const fates = ({ cells }: ReturnType<typeof plan>) =>
  cells.map(({ rowId, column, fate }) => `${rowId} ${column} ${fate}`);

describe('a block', () => {
  test('is laid from the focused cell, and a computed column is passed over', () => {
    const { after, ...rest } = plan(0, 'numerator', [
      ['147', '300', '年报', '统计年报'],
      ['８０', '100', '预计', '企业报表'],
    ]);
    expect(rest).toMatchObject({ rows: 2, columns: 4, beyond: 0 });
    expect(fates({ after, ...rest }).every((one) => one.endsWith('taken'))).toBe(true);
    expect(
      after.map(({ typed }) => [
        typed.numerator,
        typed.denominator,
        typed.dataStatus,
        typed.source,
      ]),
    ).toEqual([
      ['147', '300', 'final', '统计年报'],
      ['８０', '100', 'estimate', '企业报表'],
    ]);
  });

  test('keeps the text that is no number, and says so', () => {
    const planned = plan(0, 'numerator', [
      ['约147', '300'],
      ['80', '1.5万'],
    ]);
    expect(fates(planned)).toEqual([
      'share numerator unreadable',
      'share denominator taken',
      'other numerator taken',
      'other denominator unreadable',
    ]);
    expect(planned.after[0]?.typed.numerator).toBe('约147');
  });

  test('lies row by row: what is closed or has no such cell keeps its place', () => {
    const planned = plan(1, 'value', [['1'], ['2'], ['3'], ['已形成']]);
    expect(fates(planned)).toEqual([
      'other value closed',
      'count value taken',
      'closed value closed',
      'level value taken',
    ]);
    expect(planned.after.map(({ rowId, typed }) => [rowId, typed.value, typed.level])).toEqual([
      ['count', '2', null],
      ['level', '', 2],
    ]);
  });

  test('ends with the grid, and what lies beyond is told', () => {
    expect(plan(4, 'note', [['甲', '乙'], ['丙'], ['丁']])).toMatchObject({
      rows: 2,
      columns: 1,
      beyond: 2,
    });
  });

  test('a word that is no choice leaves the choice', () => {
    const planned = plan(0, 'dataStatus', [['大概'], ['无法提供'], ['']]);
    expect(fates(planned)).toEqual([
      'share dataStatus unreadable',
      'other dataStatus taken',
      'count dataStatus taken',
    ]);
    expect(planned.after.map(({ rowId, typed }) => [rowId, typed.absence])).toEqual([
      ['other', 'unavailable'],
    ]);
  });

  test('days and documents are no block', () => {
    expect(fates(plan(5, 'numerator', [['2018-06-30']]))).toEqual(['park numerator closed']);
  });
});
