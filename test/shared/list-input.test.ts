import { describe, expect, it } from 'vitest';
import { cellsOf, parseList, readDay } from '../../shared/list-input.ts';
import { countedOf, duplicates, nameKey, takesList } from '../../shared/list-rules.ts';

describe('two names are one', () => {
  it.each([
    ['泉州甲公司', '泉州甲公司 ', true, 'spaces say nothing'],
    ['泉州甲公司', '泉州　甲公司', true, 'nor does the wide space'],
    ['泉州甲公司', '泉州\u200b甲公司', true, 'nor one that nobody sees'],
    ['甲（集团）公司', '甲(集团)公司', true, 'brackets are brackets'],
    ['甲【集团】公司', '甲(集团)公司', true, 'of every kind'],
    ['ABC科技', 'abc科技', true, 'capitals say nothing'],
    ['ＡＢＣ科技', 'ABC科技', true, 'nor does the width'],
    ['甲公司', '甲有限公司', false, 'nothing is guessed'],
    ['甲有限公司', '甲有限责任公司', false, 'not even this'],
    ['甲一公司', '甲1公司', false, 'nor this'],
    ['甲公司', '乙公司', false, 'they are two'],
  ] as const)('%s and %s: %s (%s)', (one, other, same, _why) => {
    expect(nameKey(one) === nameKey(other)).toBe(same);
  });

  it('and the later ones point to the first', () => {
    const names = ['甲', '乙', '甲 ', '丙', '乙', '甲'].map((name) => ({ name }));
    expect(duplicates(names)).toEqual([null, null, 0, null, 1, 0]);
  });
});

describe('what a list counts', () => {
  const entry = (name: string, quantity = 1, baseline = false) => ({ name, quantity, baseline });
  it.each([
    [[], 0, 'an empty list is the caller’s to judge'],
    [[entry('甲'), entry('乙')], 2, 'each name once'],
    [[entry('甲'), entry('甲 ')], 1, 'not twice'],
    [[entry('甲'), entry('乙', 1, true)], 1, 'the baseline is listed, not counted'],
    [[entry('甲'), entry('甲', 1, true)], 0, 'an upgrade of a member is not new'],
    [[entry('甲', 120), entry('乙', 80)], 200, 'workers of a roster'],
    [[entry('甲', 120), entry('甲', 130)], 130, 'of two figures of one name the larger'],
    [[entry('甲', 0.1), entry('乙', 0.2)], 0.3, 'as it is written'],
    [[entry('甲', 0)], 0, 'nothing is something'],
  ])('%j: %d (%s)', (entries, counted, _why) => {
    expect(countedOf(entries)).toBe(counted);
  });

  it.each([
    [{ kind: 'countRange', multiplier: null, decimals: 0 }, true],
    [{ kind: 'countRange', multiplier: null, decimals: null }, true],
    [{ kind: 'atLeast', multiplier: null, decimals: 0 }, true],
    [{ kind: 'atLeast', multiplier: null, decimals: 2 }, false],
    [{ kind: 'atLeast', multiplier: 100, decimals: 0 }, false],
    [{ kind: 'reduction', multiplier: null, decimals: 0 }, false],
    [{ kind: 'milestone', multiplier: null, decimals: null }, false],
    [{ kind: 'rating', multiplier: null, decimals: null }, false],
  ] as const)('%j has one of its own: %s', (indicator, takes) => {
    expect(takesList(indicator)).toBe(takes);
  });
});

describe('a day', () => {
  it.each([
    ['2018-03-05', '2018-03-05'],
    ['2018/3/5', '2018-03-05'],
    ['2018.3.5', '2018-03-05'],
    ['2018年3月5日', '2018-03-05'],
    ['2018年03月05日', '2018-03-05'],
    ['2018 年 3 月 5 日', '2018-03-05'],
    ['２０１８年３月５日', '2018-03-05'],
    ['２０１８．３．５', '2018-03-05'],
    ['2018。3。5', '2018-03-05'],
    ['20180305', '2018-03-05'],
    ['2018-03-05 00:00:00', '2018-03-05'],
    ['2018/3/5 0:00', '2018-03-05'],
    ['2016-02-29', '2016-02-29'],
    ['', null],
    ['—', null],
    ['无', null],
  ] as const)('%j is %j', (text, day) => {
    expect(readDay(text)).toEqual({ day, problem: null });
  });

  it.each([
    ['2018.3', 'dayMissing'],
    ['2018年3月', 'dayMissing'],
    ['2018年', 'dayMissing'],
    ['2018', 'dayMissing'],
    ['2018-02-30', 'noSuchDay'],
    ['2018-13-01', 'noSuchDay'],
    ['3/5/2018', 'notADay'],
    ['18.3.5', 'notADay'],
    ['43164', 'notADay'],
    ['去年', 'notADay'],
  ] as const)('%j is none: %s', (text, problem) => {
    expect(readDay(text)).toEqual({ day: null, problem });
  });
});

describe('a pasted list', () => {
  const entries = (text: string, unit?: string) =>
    parseList(text, unit).rows.map(
      ({ entry: { name, documentNumber, recognisedOn, quantity } }) => [
        name,
        documentNumber,
        recognisedOn,
        quantity,
      ],
    );
  const problems = (text: string) =>
    parseList(text).rows.flatMap((row) =>
      row.problems.map(({ column, code }) => `${row.line} ${column} ${code}`),
    );

  it('is name, document number, day and quantity, as far as they are there', () => {
    expect(
      entries(
        '甲公司\t泉经信〔2018〕3号\t2018年3月5日\t１２０人\r\n乙公司\t\t2018/4/1\n丙公司\n',
        '人',
      ),
    ).toEqual([
      ['甲公司', '泉经信〔2018〕3号', '2018-03-05', 120],
      ['乙公司', null, '2018-04-01', 1],
      ['丙公司', null, null, 1],
    ]);
  });

  it.each([
    [
      '企业名称\t认定文号\t认定日期\t数量\n甲公司\t文1\t2018-01-02\t3',
      [['甲公司', '文1', '2018-01-02', 3]],
    ],
    ['序号\t认定日期\t企业名称\n1\t2018-01-02\t甲公司', [['甲公司', null, '2018-01-02', 1]]],
    ['名称\n甲公司', [['甲公司', null, null, 1]]],
    ['Name\tDocument\tDate\tQuantity\n甲\td\t2018-01-02\t2', [['甲', 'd', '2018-01-02', 2]]],
    ['\t\n\n企业名称\t职工人数\n甲公司\t1,234', [['甲公司', null, null, 1234]]],
  ])('%j: a first row of headings names the columns', (text, expected) => {
    expect(parseList(text).headings).toBe(true);
    expect(entries(text)).toEqual(expected);
  });

  it.each(['某某企业\t2018文件', '泉州数控项目', '第一单位'])(
    '%j is an entry and no heading',
    (text) => {
      expect(parseList(text)).toMatchObject({ headings: false });
      expect(entries(text)).toHaveLength(1);
    },
  );

  it('says of each cell what could not be read, and keeps the row', () => {
    expect(
      problems('甲\t文\t2018.3\t1.5万\n\t文2\n乙\t文\t3/5/2018\t-2\n丙\t文\t2018-02-30\t—'),
    ).toEqual([
      '1 recognisedOn dayMissing',
      '1 quantity magnitudeWord',
      '2 name nameMissing',
      '3 recognisedOn notADay',
      '3 quantity negative',
      '4 recognisedOn noSuchDay',
      '4 quantity absentMark',
    ]);
    expect(problems(`${'长'.repeat(201)}\t${'文'.repeat(101)}`)).toEqual([
      '1 name tooLong',
      '1 documentNumber tooLong',
    ]);
  });

  it('leaves a quantity empty that could not be read, and takes one where none is said', () => {
    expect(entries('甲\t\t\t1.5万\n乙\t\t\t-2\n丙\t\t\t#N/A\n丁\t\t\t\n戊\t\t\t0')).toEqual([
      ['甲', null, null, null],
      ['乙', null, null, null],
      ['丙', null, null, null],
      ['丁', null, null, 1],
      ['戊', null, null, 0],
    ]);
  });

  it('of a workbook says where a formula stood, and reads none', () => {
    const text = '企业名称\t认定文号\t数量\n甲\t=…\t=…\n=…\t文\t2';
    expect(problems(text)).toEqual([
      '2 documentNumber formula',
      '2 quantity formula',
      '3 name formula',
      '3 name nameMissing',
    ]);
    expect(entries(text)).toEqual([
      ['甲', null, null, null],
      ['', '文', null, 2],
    ]);
  });

  it.each<[string, (string | number | null)[][], string]>([
    ['2018年示范企业名单\n企业名称\t数量\n甲\t2', [['甲', null, null, 2]], 'a title'],
    ['名单\n（2018年底）\n\n序号\t企业名称\n1\t甲', [['甲', null, null, 1]], 'two titles'],
    [
      '甲公司\n乙公司',
      [
        ['甲公司', null, null, 1],
        ['乙公司', null, null, 1],
      ],
      'names alone are no titles',
    ],
    [
      '甲公司\t文\n企业名称\t文号',
      [
        ['甲公司', '文', null, 1],
        ['企业名称', '文号', null, 1],
      ],
      'an entry above is no title',
    ],
  ])('%j: %j, %s', (text, expected) => {
    expect(entries(text)).toEqual(expected);
  });

  it('takes five thousand entries and says how many are left', () => {
    const text = Array.from({ length: 5003 }, (_, at) => `企业${at}`).join('\n');
    const { rows, left } = parseList(text);
    expect(rows).toHaveLength(5000);
    expect(left).toBe(3);
  });

  it('reads cells with line breaks, tabs and quotes as spreadsheets write them', () => {
    expect(cellsOf('甲\t"a\nb"\t"说""好"""\r\n乙\t5"\t')).toEqual([
      ['甲', 'a\nb', '说"好"'],
      ['乙', '5"', ''],
    ]);
    expect(entries('"甲\n公司"\t"文\t1"')).toEqual([['甲 公司', '文 1', null, 1]]);
  });

  it('is nothing where nothing was copied', () => {
    for (const text of ['', '\n\n', '\t\t\n']) {
      expect(parseList(text)).toEqual({ rows: [], headings: false, left: 0 });
    }
  });
});
