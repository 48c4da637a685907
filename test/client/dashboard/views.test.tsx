import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { LanguageProvider } from '../../../client/app/language.tsx';
import { BoardView } from '../../../client/dashboard/BoardView.tsx';
import { csvRows, downloadFrame } from '../../../client/dashboard/downloads.ts';
import { MethodView } from '../../../client/dashboard/MethodView.tsx';
import { yearRows } from '../../../client/dashboard/yearRows.ts';
import { YearTable } from '../../../client/dashboard/YearTable.tsx';
import { WhyBrief } from '../../../client/dashboard/WhyCard.tsx';
import { boardRows } from '../../../client/dashboard/rows.ts';
import type { Dashboard } from '../../../shared/dashboard.ts';
import { en } from '../../../shared/i18n/en.ts';
import { zhCN } from '../../../shared/i18n/zh-CN.ts';
import { boardOf } from './board.ts';

const CHINESE = { language: 'zh-CN', messages: zhCN } as const;
const ENGLISH = { language: 'en', messages: en } as const;
type Speech = typeof CHINESE | typeof ENGLISH;

function drawn(element: ReactElement, speech: Speech = CHINESE): string {
  return renderToStaticMarkup(<LanguageProvider first={speech}>{element}</LanguageProvider>);
}

function overview(board: Dashboard, speech: Speech = CHINESE, unapproved = false): string {
  return drawn(
    <BoardView
      board={board}
      arrangement={{}}
      unapproved={unapproved}
      speech={speech}
      may={(access) => access === 'readings.seeUnapproved'}
      hrefOf={(id) => `/indicators/${id}`}
      hrefOfStatus={(status) => `/?status=${status ?? ''}`}
      onOpen={() => undefined}
      onArrange={() => undefined}
      onYear={() => undefined}
    />,
    speech,
  );
}

const count = (html: string, wanted: RegExp): number => html.match(wanted)?.length ?? 0;

function rowHtml(html: string, id: string): string {
  return new RegExp(`<tr data-row="${id}">.*?</tr>`).exec(html)?.[0] ?? '';
}

describe('the overview', () => {
  const board = boardOf();
  const html = overview(board);

  it('has a row for every indicator, and the row is named by a link in its heading cell', () => {
    expect(count(html, /<tr data-row=/g)).toBe(26);
    expect(count(html, /<th scope="row"[^>]*><a href="\/indicators\//g)).toBe(26);
    expect(count(html, /<th scope="rowgroup"/g)).toBe(3);
    expect(count(html, /<th scope="col"/g)).toBe(7 + 6 + 1);
  });

  it('says each heat cell in words', () => {
    expect(rowHtml(html, 'im-robot-density')).toContain(
      '<span class="visuallyHidden">2018年：严重滞后</span>',
    );
    expect(count(html, /<span class="visuallyHidden">\d{4}年：/g)).toBe(26 * 6);
  });

  it('0, absent, not applicable and pending are four different cells', () => {
    const id = board.indicators.find(({ code }) => code === 'A14')?.id ?? '';
    expect(rowHtml(html, id)).toMatch(/<td class="num [^"]*"><span class="[^"]*">0<\/span><\/td>/);
    expect(html).toMatch(/aria-hidden="true">—<\/span><span class="visuallyHidden">不适用/);
    expect(overview(boardOf({ year: 2018 }))).toMatch(
      /aria-hidden="true">…<\/span><span class="visuallyHidden">未报送/,
    );
    expect(html).toContain('>待下达</td>');
  });

  it('opens with one heading, the finding, and links every group of the strip', () => {
    expect(count(html, /<h1/g)).toBe(1);
    expect(html).toContain(
      '26项指标中，12项已完成或达到序时；6项滞后，1项严重滞后，2项到期未完成；2项推进中，2项暂无数据，1项目标待下达</h1>',
    );
    expect(count(html, /data-status-link="/g)).toBe(9);
  });

  it('marks illustrative data on paper, and real data not', () => {
    expect(html).toContain('示例数据 · illustrative data');
    const real = { ...board, plan: { ...board.plan, illustrative: false } };
    expect(overview(real)).not.toContain('示例数据');
  });

  it('holds no Chinese of its own in English', () => {
    const words = overview(board, ENGLISH)
      .replace(/示例数据 · illustrative data/g, '')
      .replace(/<[^>]*>/g, ' ');
    expect(words).not.toMatch(/[\u4e00-\u9fff]/);
    expect(words).toContain('Of 26 indicators, 12 are achieved or on track');
  });

  it('draws unapproved figures hollow only when they are asked for', () => {
    expect(html).not.toContain('待审）');
    expect(overview(boardOf({ unapproved: true }), CHINESE, true)).toContain(
      '2019年：达到序时（待审）',
    );
  });

  it('on the first day says what to do, who does it, and how much; the targets stay readable', () => {
    const first = overview(boardOf({ figures: 'none', year: 2016 }));
    expect(first).toContain('19项无责任单位，4项牵头待定，12项缺基期值，3项目标待下达');
    expect(first).toContain('系统管理员');
    expect(first).toContain('href="/coverage"');
    expect(first).toContain('3项指标可以填报2016年度数据');
    expect(count(first, /<tr data-row=/g)).toBe(26);
    expect(first).toContain('≥60');
    expect(first).not.toContain('data-status="noData"');
  });
});

describe('the why-card', () => {
  it('gives rule, figure, pace with its cuts, outlook and source', () => {
    const row = boardRows(boardOf(), CHINESE).find(({ code }) => code === 'A2');
    if (row === undefined) throw new Error('no A2');
    const text = drawn(<WhyBrief row={row} speech={CHINESE} />).replace(/<[^>]*>/g, '|');
    expect(text).toContain('不低于：2020年底达到100台/万人以上（含本数）');
    expect(text).toContain('2019年实际66.0台/万人');
    // (66 − 44) ÷ (100 − 44) = 39.3 %; 39.3 ÷ 80 = 49.1 %.
    expect(text).toContain('节奏比 = 39.3% ÷ 80.0% = 49.1%，低于60%，严重滞后');
    expect(text).toContain('再增加22.8，即达到2019年计划88.8台/万人');
    expect(text).toContain('责任单位：科技经济发展局');
  });
});

describe('the figures by year', () => {
  const board = boardOf();
  const of = (code: string) => {
    const indicator = board.indicators.find((each) => each.code === code);
    if (indicator === undefined) throw new Error(`no ${code}`);
    return indicator;
  };

  it.each([
    ['A1', 2018, '49.0%', '48.0%', '63.3%', '达到序时'],
    ['A1', 2015, '30.0%', '—', '—', '基期'],
    ['A1', 2020, '·', '60.0%', '·', '未到期'],
    ['A6', 2016, '0', '0', '0.0%', '推进中'],
    ['C1', 2018, '…', '83.80', '—', '滞后（数据过期）'],
    ['B5', 2019, '—', '—', '—', '暂无数据'],
    ['C5', 2018, '775.00', '待下达', '—', '目标待下达'],
    ['A7', 2017, '成立3/3', '—', '—', '未完成（逾期完成）'],
    ['A4', 2018, '大部分完成', '推进中', '66.7%', '达到序时'],
  ])('%s %i', (code, year, value, plan, completion, status) => {
    const row = yearRows(of(code), board, CHINESE).find((each) => each.year === year);
    expect([row?.value.text, row?.plan.text, row?.completion.text, row?.statusText]).toEqual([
      value,
      plan,
      completion,
      status,
    ]);
  });

  it('is a table with a heading for every year', () => {
    const indicator = of('A1');
    const html = drawn(
      <YearTable
        rows={yearRows(indicator, board, CHINESE)}
        name={indicator.nameZh}
        year={2019}
        messages={zhCN}
      />,
    );
    expect(count(html, /<th scope="row">/g)).toBe(6);
  });

  it('leaves as a spreadsheet with figures, the source and the mark of made-up data', () => {
    const indicator = of('A1');
    const leaving = { indicator, board, finding: '发现', lead: '科技经济发展局', speech: CHINESE };
    const rows = csvRows(leaving, yearRows(indicator, board, CHINESE));
    expect(rows).toContainEqual(['示例数据 · illustrative data']);
    expect(rows).toContainEqual([
      2018,
      49,
      48,
      expect.closeTo(19 / 30, 12),
      '达到序时',
      '年报',
      '示例',
      '',
    ]);
    expect(rows.at(-1)).toEqual(['资料来源：科技经济发展局（示例），经审核。']);
    expect(downloadFrame(leaving)).toMatchObject({
      title: 'A1 规上制造企业自动化、数字化制造实现率：发现',
      illustrative: '示例数据 · illustrative data',
    });
  });
});

describe('the method page', () => {
  it('works an example out with the figures of the board', () => {
    const html = drawn(<MethodView board={boardOf()} speech={CHINESE} hrefTo={(path) => path} />);
    expect(html).toContain('2019年度的“规上制造企业自动化、数字化制造实现率”');
    expect(html).toContain('节奏比 = 83.3% ÷ 80.0% = 104.2%，不低于95%，达到序时');
    expect(count(html, /<th scope="row" data-status="/g)).toBe(9);
  });

  it('invents no figure while there is none', () => {
    const board = boardOf({ figures: 'none', year: 2016 });
    const text = drawn(
      <MethodView board={board} speech={ENGLISH} hrefTo={(path) => path} />,
      ENGLISH,
    );
    expect(text).toContain('the baselines of 12 indicators');
    expect(text).toContain('approved figures of 26 indicators');
    expect(text).not.toContain('Pace ratio =');
  });
});
