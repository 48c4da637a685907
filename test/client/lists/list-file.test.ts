import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkbook, tabbed, tableText, textOf } from '../../../client/lists/listFile.ts';
import { cellsOf } from '../../../shared/list-input.ts';

describe('a file with a list', () => {
  it.each([
    { text: '甲厂\t闽智1号\n乙厂\t', read: '甲厂\t闽智1号\n乙厂\t', why: 'tabs: as it is' },
    {
      text: '甲厂,闽智1号\r\n乙厂,\r\n',
      read: '甲厂\t闽智1号\n乙厂\t',
      why: 'commas, Windows lines',
    },
    {
      text: '"甲,乙联合体",2018-03-05',
      read: '甲,乙联合体\t2018-03-05',
      why: 'a comma inside quotes',
    },
    { text: '"他说""好""",1', read: '他说"好"\t1', why: 'a quote inside quotes' },
    { text: '"甲\n厂",1', read: '甲 厂\t1', why: 'a line break inside quotes is no new row' },
    { text: '甲厂\n\n\n乙厂', read: '甲厂\n乙厂', why: 'empty lines are no rows' },
    { text: '甲"厂,1', read: '甲"厂\t1', why: 'a quote in the middle is a sign like others' },
    { text: '', read: '', why: 'nothing' },
  ])('$why', ({ text, read }) => {
    expect(tabbed(text)).toBe(read);
  });

  it('is read in UTF-8, with or without its mark, and in the encoding of Excel in China', () => {
    const utf8 = new TextEncoder().encode('甲厂,1');
    expect(textOf(utf8)).toBe('甲厂,1');
    expect(textOf(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]))).toBe('甲厂,1');
    // 甲厂 in GBK.
    expect(textOf(new Uint8Array([0xbc, 0xd7, 0xb3, 0xa7, 0x2c, 0x31]))).toBe('甲厂,1');
  });

  it('of a workbook comes back as it would be pasted, whatever stands in its cells', () => {
    const rows = [['名称', '认定文号'], [], ['甲\n厂', '说"好"'], ['乙\t厂', '']];
    const text = tableText(rows);
    expect(cellsOf(text)).toEqual([
      ['名称', '认定文号'],
      [''],
      ['甲\n厂', '说"好"'],
      ['乙\t厂', ''],
    ]);
    expect(isWorkbook(new Uint8Array([0x50, 0x4b, 0x03, 0x04]))).toBe(true);
    expect(isWorkbook(new TextEncoder().encode('PK公司,1'))).toBe(false);
  });

  it('of any workbook comes back cell by cell', () => {
    const cells = fc.array(fc.string({ unit: 'binary', maxLength: 8 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 4 }), (rows) => {
        expect(cellsOf(tableText(rows))).toEqual(rows.map((row) => row.map((one) => one.trim())));
      }),
    );
  });

  it.each([
    { bytes: [0x50, 0x4b, 0x03, 0x04, 1, 2], why: 'an xlsx' },
    { bytes: [0xd0, 0xcf, 0x11, 0xe0, 1], why: 'an old xls' },
    { bytes: [65, 0, 66], why: 'bytes that are no text' },
  ])('is refused where it is $why', ({ bytes }) => {
    expect(textOf(new Uint8Array(bytes))).toBeNull();
  });
});
