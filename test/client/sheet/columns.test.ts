import { describe, expect, test } from 'vitest';
import {
  cellAt,
  COLUMNS,
  type Place,
  type RowShape,
  verticalFrom,
} from '../../../client/sheet/columns.ts';

const shape = (entry: RowShape['entry'], more: Partial<RowShape> = {}): RowShape => ({
  entry,
  absent: false,
  following: [],
  ...more,
});

describe('what a row has in its columns', () => {
  test.each<{ what: string; row: RowShape; cells: string }>([
    { what: 'a ratio is computed', row: shape('ratio'), cells: 'number number computed' },
    {
      what: 'a shared part is asked once',
      row: shape('ratio', { following: ['denominator'] }),
      cells: 'number following computed',
    },
    { what: 'a count is one number', row: shape('count'), cells: 'none none number' },
    {
      what: 'a rating has its ground beside its level',
      row: shape('level'),
      cells: 'ground covered level',
    },
    {
      what: 'conditions take the whole width',
      row: shape('conditions'),
      cells: 'conditions covered covered',
    },
    {
      what: 'so does the reason of an absence',
      row: shape('ratio', { absent: true }),
      cells: 'absenceReason covered covered',
    },
  ])('$what', ({ row, cells }) => {
    const figures = COLUMNS.slice(0, 3).map((column) => cellAt(row, column));
    expect(figures.join(' ')).toBe(cells);
    expect(COLUMNS.slice(3).map((column) => cellAt(row, column))).toEqual(COLUMNS.slice(3));
  });
});

describe('up and down', () => {
  const rows = [
    shape('ratio'),
    shape('count'),
    null,
    shape('ratio', { absent: true }),
    shape('ratio', { following: ['denominator'] }),
    shape('level'),
  ];
  const to = (row: number, column: Place['column'], step: 1 | -1) => {
    const place = verticalFrom(rows, { row, column }, step);
    return place === null ? null : `${place.row} ${place.column}`;
  };
  test.each<{ from: [number, Place['column']]; step: 1 | -1; leads: string | null; why: string }>([
    { from: [0, 'source'], step: 1, leads: '1 source', why: 'every open row has a source' },
    { from: [1, 'source'], step: 1, leads: '3 source', why: 'a closed row is passed over' },
    { from: [0, 'numerator'], step: 1, leads: '3 numerator', why: 'a count has no numerator' },
    {
      from: [0, 'denominator'],
      step: 1,
      leads: '3 numerator',
      why: 'a wide cell is entered from its side',
    },
    {
      from: [3, 'denominator'],
      step: 1,
      leads: '5 numerator',
      why: 'what follows another row is not typed',
    },
    {
      from: [1, 'value'],
      step: 1,
      leads: '3 numerator',
      why: 'the reason stands where the value would',
    },
    { from: [1, 'value'], step: -1, leads: null, why: 'a computed value is not typed' },
    { from: [5, 'note'], step: 1, leads: null, why: 'nothing below the last row' },
    { from: [3, 'note'], step: -1, leads: '1 note', why: 'up passes over what is closed, too' },
  ])('$why', ({ from: [row, column], step, leads }) => {
    expect(to(row, column, step)).toBe(leads);
  });
});
