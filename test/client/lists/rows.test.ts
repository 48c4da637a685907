import { describe, expect, it } from 'vitest';
import {
  isBlank,
  newRow,
  notYetIn,
  readRows,
  type Row,
  rowOf,
  twiceOf,
} from '../../../client/lists/rows.ts';

const row = (changes: Partial<Row>): Row => ({ ...newRow(), ...changes });
const entry = {
  name: '甲公司',
  documentNumber: '泉经信〔2020〕15号',
  recognisedOn: '2020-03-05',
  quantity: 12.5,
  baseline: true,
  evidenceId: 'e1',
};

describe('rows of a list', () => {
  it('are read back as the entries that they were made of', () => {
    expect(readRows([rowOf(entry)], null)).toEqual({ entries: [entry], issues: [] });
  });

  it('taken over from an earlier year are marked, and leave its files behind', () => {
    expect(rowOf(entry, 2019)).toMatchObject({ from: 2019, baseline: true, evidenceId: null });
  });

  it.each<[Partial<Row>, string | null, string]>([
    [{ name: '甲' }, null, 'a name is enough'],
    [{ name: '甲', quantity: '' }, 'quantityMissing', 'how many is not made up'],
    [{ name: '甲', quantity: '１，２００ 人' }, null, 'as people write it'],
    [{ name: ' ', documentNumber: 'x' }, 'nameMissing', 'a number counts nobody'],
    [{ name: '甲', recognisedOn: '2020.3' }, 'dayMissing', 'which day is not made up'],
    [{ name: '甲', recognisedOn: '2020-02-30' }, 'noSuchDay', 'there is none'],
    [{ name: '甲', quantity: '-1' }, 'negative', 'less than nobody'],
    [{ name: '甲', quantity: '1.2万' }, 'magnitudeWord', 'to be written out'],
    [{ name: '甲', quantity: '3吨' }, 'otherUnit', 'people are counted'],
  ])('%j: %s (%s)', (changes, code, _why) => {
    const { issues } = readRows([row(changes)], '人');
    expect(issues).toEqual(code === null ? [] : [{ at: 0, code }]);
  });

  it('in which nothing was typed are none', () => {
    expect([newRow(), row({ quantity: '' }), row({ name: '甲' })].map(isBlank)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('of one name point to the first; those without a name to none', () => {
    const rows = ['甲（集团）', '', '甲(集团)', ''].map((name) => row({ name }));
    expect(twiceOf(rows)).toEqual([null, null, 0, null]);
  });

  it('that are taken over leave out whom the list names already', () => {
    const known = [row({ name: '甲 公司' })];
    const more = ['甲公司', '乙公司'].map((name) => row({ name }));
    expect(notYetIn(known, more).map(({ name }) => name)).toEqual(['乙公司']);
  });
});
