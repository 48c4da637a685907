import { expect, test } from 'vitest';
import { cellsOf, isOneCell } from '../../../client/sheet/clipboard.ts';

test.each<{ text: string; cells: string[][]; why: string }>([
  { text: '', cells: [], why: 'nothing was copied' },
  { text: '147', cells: [['147']], why: 'one cell' },
  {
    text: '147\t300\r\n61\t9998\r\n',
    cells: [
      ['147', '300'],
      ['61', '9998'],
    ],
    why: 'Excel ends each row',
  },
  {
    text: '147\t300\n61\t9998',
    cells: [
      ['147', '300'],
      ['61', '9998'],
    ],
    why: 'WPS and LibreOffice may not',
  },
  { text: '147\r61', cells: [['147'], ['61']], why: 'an old Mac' },
  { text: '147\t\t年报\n', cells: [['147', '', '年报']], why: 'an empty cell is a cell' },
  { text: '\t300', cells: [['', '300']], why: 'so is the first' },
  { text: '147\n\n61', cells: [['147'], [''], ['61']], why: 'an empty row is a row' },
  {
    text: '"第一行\n第二行"\t年报',
    cells: [['第一行\n第二行', '年报']],
    why: 'a cell holds a line end',
  },
  { text: '"第一行\r\n第二行"', cells: [['第一行\n第二行']], why: 'of whichever kind' },
  { text: '"甲\t乙"', cells: [['甲\t乙']], why: 'a cell holds a tab' },
  { text: '"他说""好""了"', cells: [['他说"好"了']], why: 'a doubled mark is one' },
  {
    text: '"甲"乙\t丙',
    cells: [['"甲"乙', '丙']],
    why: 'a name that begins with a mark is no cell',
  },
  { text: '"甲\t乙', cells: [['"甲', '乙']], why: 'a mark that is never closed is a mark' },
  { text: '厚"5"毫米', cells: [['厚"5"毫米']], why: 'marks in the middle are marks' },
])('$why', ({ text, cells }) => {
  expect(cellsOf(text)).toEqual(cells);
});

test('one cell is left to the browser', () => {
  expect([cellsOf(''), cellsOf('147'), cellsOf('147\r\n')].map(isOneCell)).toEqual([
    true,
    true,
    true,
  ]);
  expect([cellsOf('147\t300'), cellsOf('147\n61')].map(isOneCell)).toEqual([false, false]);
});
