import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LanguageProvider } from '../../../client/app/language.tsx';
import { ApiProblem } from '../../../client/call.ts';
import { EntryFields } from '../../../client/readings/EntryFields.tsx';
import type { EntryState } from '../../../client/readings/EntryKeeper.ts';
import { NumberInput } from '../../../client/ui/NumberInput.tsx';
import { ReadingFacts } from '../../../client/readings/ReadingFacts.tsx';
import { saveWords } from '../../../client/readings/SaveState.tsx';
import { subjectOf } from '../../../client/readings/subject.ts';
import { Timeline } from '../../../client/readings/Timeline.tsx';
import { blankTyped, type Typed } from '../../../client/readings/typed.ts';
import type { BoardIndicator, Dashboard } from '../../../shared/dashboard.ts';
import { en } from '../../../shared/i18n/en.ts';
import { dateTime } from '../../../shared/i18n/format.ts';
import { zhCN } from '../../../shared/i18n/zh-CN.ts';
import type { Indicator } from '../../../shared/plans.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { addPerson, type Signed } from '../../support/people.ts';
import { loadRealPlan } from '../../support/real-plan.ts';
import { readingOf, SHARE } from './subjects.ts';

let t: TestApp;
let person: Signed;
let board: Dashboard;

beforeAll(async () => {
  t = await startApp();
  await loadRealPlan(t);
  person = await addPerson(t, { roles: ['leader'] });
  const plans = (await person.get('/api/plans')).json<{ items: { id: string }[] }>();
  const answer = await person.get(`/api/plans/${plans.items[0]?.id}/dashboard?year=2018`);
  board = answer.json<Dashboard>();
});
afterAll(() => t.close());

function indicatorOf(id: string): BoardIndicator {
  const found = board.indicators.find((indicator) => indicator.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

/** Drawn in a language, as text with its tags taken out. */
function draw(view: ReactElement, messages = zhCN): string {
  const language = messages === zhCN ? 'zh-CN' : 'en';
  return renderToStaticMarkup(
    <LanguageProvider first={{ language, messages }}>{view}</LanguageProvider>,
  );
}
const textOf = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('a number box', () => {
  const box = (value: string, error?: string) =>
    draw(
      <NumberInput
        label="本年值"
        number={{ unit: '吨' }}
        unit="吨"
        value={value}
        onChange={() => undefined}
        error={error}
      />,
    );

  test.each([
    ['１２．５', '读作 12.5', 'full width'],
    ['1,234 吨', '读作 1,234', 'separators and the unit'],
    ['12.50', '读作 12.5', 'a zero too many'],
  ])('%s is said to be %s (%s) and stays as it was typed', (typed, said) => {
    expect(box(typed)).toContain(`value="${typed}"`);
    expect(textOf(box(typed))).toContain(said);
  });

  test.each(['12.5', '', '约12'])('nothing is said of "%s"', (typed) => {
    expect(textOf(box(typed))).not.toContain('读作');
  });

  test('the sentence about a text that is no number is tied to the box', () => {
    const markup = box('约12', zhCN.readings.numbers.notANumber);
    expect(markup).toContain('value="约12"');
    expect(markup).toMatch(/aria-invalid="true"/);
    const [, id] = /<div id="([^"]+-error)"/.exec(markup) ?? [];
    expect(markup).toMatch(new RegExp(`aria-describedby="[^"]*${id}`));
  });
});

describe.each([
  { language: 'Chinese', messages: zhCN },
  { language: 'English', messages: en },
])('the figures of each kind in $language', ({ messages }) => {
  const { form } = messages.readings;
  const fields = async (id: string, changes: Partial<Typed> = {}): Promise<string> => {
    const indicator = indicatorOf(id);
    const { ratio } = (await person.get(`/api/indicators/${id}`)).json<Indicator>();
    const subject = subjectOf(indicator, ratio);
    const typed = { ...blankTyped(subject), ...changes };
    return textOf(
      draw(
        <EntryFields
          subject={subject}
          indicator={indicator}
          ratio={ratio}
          year={2018}
          typed={typed}
          onChange={() => undefined}
          numberError={() => undefined}
        />,
        messages,
      ),
    );
  };

  test('a ratio asks for its parts and shows how the rate comes about', async () => {
    const open = await fields('im-automated-enterprise-share');
    expect(open).toContain(form.numerator(''));
    expect(open).toContain(form.rateOpen);
    const typed = { numerator: '１４７', denominator: '300' };
    expect(await fields('im-automated-enterprise-share', typed)).toContain('147 ÷ 300 = 49.0%');
    const robots = { numerator: '145', denominator: '25,000' };
    expect(await fields('im-robot-density', robots)).toContain('145 × 10,000 ÷ 25,000 = 58.0');
  });

  test('a count says whether it is new ones or a total', async () => {
    expect(await fields('im-smart-workshops')).toContain(form.cumulative);
    expect(await fields('so-design-centers')).toContain(form.incremental);
  });

  test('a milestone has every condition, a level every name', async () => {
    const park = await fields('so-park-2-5');
    const levels = await fields('so-online-brands');
    const pick = (thing: { nameZh: string; nameEn: string }) =>
      messages === zhCN ? thing.nameZh : thing.nameEn;
    for (const one of indicatorOf('so-park-2-5').conditionNames) expect(park).toContain(pick(one));
    for (const one of indicatorOf('so-online-brands').levels) expect(levels).toContain(pick(one));
    expect(levels).toContain(form.ground);
  });
});

test('0, nothing yet, unavailable and not applicable are four different things', () => {
  const facts = (given: Parameters<typeof readingOf>[0]) =>
    /<dd[^>]*>([^<]*)<\/dd>/.exec(
      draw(
        <ReadingFacts reading={readingOf(given)} indicator={indicatorOf('im-smart-workshops')} />,
      ),
    )?.[1];
  expect([
    facts({ value: 0 }),
    facts({ value: null }),
    facts({ absence: { kind: 'unavailable', reason: '企业未报' } }),
    facts({ absence: { kind: 'notApplicable', reason: '园区撤销' } }),
  ]).toEqual(['0个', '…', '无法提供', '不适用']);
});

test('the timeline tells what was done and what is to come, and why it came back', () => {
  const act = { userId: 'u2', name: '某乙', at: '2019-01-12T08:30:00.000Z' };
  const returned = { name: '某乙', at: act.at, reason: '来源不清', reasonCode: null };
  const back = textOf(draw(<Timeline reading={readingOf({ status: 'returned', returned })} />));
  expect(back).toContain('来源不清');
  expect(back).toContain('2019年1月12日 16:30');
  // Approved without a signature: nobody waits for one.
  const approved = { status: 'approved', submitted: act, approved: act } as const;
  const done = textOf(draw(<Timeline reading={readingOf(approved)} />));
  expect(done).not.toContain(zhCN.readings.timeline.signed);
  expect(done).not.toContain(zhCN.readings.timeline.waiting);
});

test('after a straight back the timeline shows the earlier signature, and the seal as its end', () => {
  const { timeline } = zhCN.readings;
  const at = (day: number) => `2019-01-${day}T08:30:00.000Z`;
  const by = (name: string, day: number) => ({ userId: name, name, at: at(day) });
  const signedBefore = by('陈局长', 11);
  const again = {
    status: 'submitted',
    returns: 1,
    signedBefore,
    submitted: by('李四', 13),
  } as const;
  const order = (reading: Parameters<typeof readingOf>[0]): string[] => {
    const markup = draw(<Timeline reading={readingOf(reading)} />);
    return [...markup.matchAll(/<li[^>]*><span[^>]*>([^<]*)/g)].map(([, what = '']) => what);
  };
  expect(order(again)).toEqual([
    timeline.entered,
    timeline.signedBefore,
    timeline.submitted,
    timeline.approved,
  ]);
  expect(textOf(draw(<Timeline reading={readingOf(again)} />))).toContain('陈局长');
  const sealed = {
    ...again,
    status: 'sealed',
    approved: by('王审核', 14),
    sealed: by('赵审核', 30),
  };
  expect(order({ ...sealed, status: 'sealed' })).toEqual([
    timeline.entered,
    timeline.signedBefore,
    timeline.submitted,
    timeline.approved,
    timeline.sealed,
  ]);
  expect(
    order({ status: 'approved', submitted: by('李四', 13), approved: by('王审核', 14) }),
  ).toEqual([timeline.entered, timeline.submitted, timeline.approved]);
});

describe('where a draft stands', () => {
  const still: EntryState = {
    reading: readingOf(),
    typed: blankTyped(SHARE),
    saving: false,
    unsent: false,
    blocked: false,
    problem: null,
    clash: null,
  };
  const clash = { theirs: blankTyped(SHARE), keys: ['note'] } as const;
  const offline = new ApiProblem('offline');
  const full = new ApiProblem('storageFull');
  const { save } = zhCN.readings;
  const cases: readonly [string, Partial<EntryState>, RegExp][] = [
    ['nothing was typed', { reading: null }, new RegExp(save.clean)],
    ['the server has it all', {}, /^已保存 09:00$/],
    ['it is on its way', { saving: true, unsent: true }, new RegExp(save.saving)],
    ['it waits for a pause', { unsent: true }, /^未保存$/],
    ['something needs correcting', { unsent: true, blocked: true }, /需要更正/],
    ['the line is broken', { unsent: true, problem: offline }, /已存在本机/],
    ['the disk is full', { unsent: true, problem: full }, /^未能保存：服务器磁盘已满/],
    ['somebody else typed too', { unsent: true, clash }, /请先选择/],
  ];
  test.each(cases)('%s', (_what, changes, words) => {
    const format = { dateTime: (at: string) => dateTime('zh-CN', at) };
    expect(saveWords({ ...still, ...changes }, zhCN, format).text).toMatch(words);
  });
});
