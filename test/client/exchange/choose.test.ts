import { describe, expect, it } from 'vitest';
import { choosable, chosenAtFirst, chosenChanges } from '../../../client/exchange/choose.ts';
import { fieldText } from '../../../client/exchange/fieldText.ts';
import type {
  ImportDiff,
  ImportedField,
  ImportedRow,
  SomeFigures,
} from '../../../shared/exchange.ts';
import { zhCN } from '../../../shared/i18n/zh-CN.ts';

const field = (
  name: ImportedField['field'],
  after: SomeFigures,
  more: Partial<ImportedField> = {},
) =>
  ({
    field: name,
    after,
    before: {},
    conflict: false,
    issues: [],
    ...more,
  }) as unknown as ImportedField;

const row = (id: string, fields: ImportedField[], more: object = {}) =>
  ({
    indicator: { id, unitZh: '吨', unitEn: 'tonnes', levels: [], conditionNames: [], ...more },
    version: 3,
    fields,
  }) as unknown as ImportedRow;

const DIFF = {
  rows: [
    row('a', [
      field('value', { value: 5 }),
      field('note', { note: '已核对企业名录' }, { conflict: true }),
    ]),
    row('b', [field('value', { value: -1 }, { issues: [{ of: 'issue', code: 'negative' }] })]),
  ],
} as unknown as ImportDiff;

describe('what is chosen of a comparison', () => {
  it('is at first everything but conflicts and what a rule refuses', () => {
    expect([...chosenAtFirst(DIFF)]).toEqual(['a value']);
    expect([...choosable(DIFF)]).toEqual(['a value', 'a note']);
  });

  it('is sent by reading, with the version that was compared', () => {
    expect(chosenChanges(DIFF, new Set(['a value', 'a note']))).toEqual([
      { indicatorId: 'a', version: 3, changes: { value: 5, note: '已核对企业名录' } },
    ]);
    expect(chosenChanges(DIFF, new Set())).toEqual([]);
  });
});

describe('a field of a comparison in words', () => {
  const said = (name: ImportedField['field'], figures: SomeFigures, more: object = {}) =>
    fieldText(
      row('a', [], more),
      name,
      figures,
      zhCN,
      (zh) => zh,
      (day) => day,
    );

  it.each<[ImportedField['field'], SomeFigures, string]>([
    ['value', { value: -1234567.125 }, '−1,234,567.125吨'],
    ['value', { value: null }, ''],
    ['value', { value: 0 }, '0吨'],
    ['numerator', { numerator: 25_300 }, '25,300'],
    ['figureYear', { figureYear: 2017 }, '2017'],
    ['dataStatus', { dataStatus: 'final' }, '年报'],
    ['absence', { absence: { kind: 'unavailable', reason: '未公布' } }, '无法提供：未公布'],
    ['absence', { absence: null }, ''],
    ['note', { note: '' }, ''],
  ])('%s %j', (name, figures, text) => {
    expect(said(name, figures)).toBe(text);
  });

  it('names levels and conditions', () => {
    const levels = [{ level: 2, nameZh: '大部分完成', nameEn: 'Mostly complete' }];
    expect(said('level', { level: 2 }, { levels })).toBe('大部分完成');
    const conditionNames = [{ id: 'built', nameZh: '建成', nameEn: 'Built' }];
    const conditions = [{ id: 'built', metOn: '2016-05-01', lostOn: null, documentNumber: '1号' }];
    expect(said('conditions', { conditions }, { conditionNames })).toBe(
      '建成：2016-05-01达成，1号',
    );
  });
});
