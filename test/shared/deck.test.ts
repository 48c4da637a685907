import { describe, expect, it } from 'vitest';
import {
  currentDecisions,
  type DeckDecision,
  deckOf,
  dutiesOf,
  NO_EXTRAS,
  type Slide,
  slideKey,
} from '../../shared/deck.ts';
import { boardOf } from '../client/dashboard/board.ts';

const board = boardOf({ year: 2019 });
const keys = (slides: readonly Slide[]): string[] => slides.map(({ key }) => key);
const idOf = (code: string): string =>
  board.indicators.find((each) => each.code === code)?.id ?? code;
const decision = (id: string, made: Partial<DeckDecision> = {}): DeckDecision => ({
  id,
  meeting: 3,
  text: '研究解决办法',
  leadDepartmentId: 'steb',
  supportingDepartmentIds: [],
  dueOn: '2019-06-30',
  standing: 'open',
  overdue: false,
  indicatorIds: [],
  issued: { year: 2019, number: 1 },
  ...made,
});
const DECISIONS = [
  decision('d1', { overdue: true }),
  decision('d2'),
  decision('d3', { standing: 'closed' }),
  decision('d4', { standing: 'done' }),
];

describe('the deck of a board', () => {
  const deck = deckOf(board, { decisions: DECISIONS });

  it('goes from the whole to what needs a decision, the themes, the decisions and the rest', () => {
    const sections = deck.map(({ section }) => section);
    const order = [...new Set(sections)];
    expect(order).toEqual(['overall', 'attention', 'themes', 'decisions', 'indicators']);
    expect(keys(deck).slice(0, 3)).toEqual(['overall', 'heat', 'duties']);
  });

  it('shows every indicator on exactly one slide of its own, the worst first', () => {
    const shown = deck.flatMap((slide) => (slide.kind === 'indicator' ? [slide] : []));
    expect(shown.map(({ indicatorId }) => indicatorId).sort()).toEqual(
      board.indicators.map(({ id }) => id).sort(),
    );
    const urgent = shown.filter(({ section }) => section === 'attention');
    const first = urgent.map(({ attention }) => attention[0]);
    expect(first).toEqual([
      ...first.filter((each) => each === 'missed'),
      ...first.filter((each) => each === 'farBehind'),
      ...first.filter((each) => each === 'regressed'),
      ...first.filter((each) => each === 'notSustained'),
    ]);
    expect(first).toContain('missed');
    expect(first).toContain('farBehind');
    expect(shown.find(({ indicatorId }) => indicatorId === idOf('A1'))?.attention).toEqual([]);
  });

  it('has an overdue decision before the group, an open one after the list, a closed one in it only', () => {
    const own = deck.flatMap((slide) => (slide.kind === 'decision' ? [slide] : []));
    expect(own.map(({ key, section }) => [key, section])).toEqual([
      ['decision:d1', 'attention'],
      ['decision:d2', 'decisions'],
      ['decision:d4', 'decisions'],
    ]);
    const list = deck.flatMap((slide) => (slide.kind === 'decisions' ? slide.decisionIds : []));
    expect(list).toEqual(['d1', 'd2', 'd3', 'd4']);
  });

  it('lists what is open of any meeting, and what was closed of the last two that decided something', () => {
    const decisions = [
      decision('old', { meeting: 1, standing: 'closed' }),
      decision('late', { meeting: 1, overdue: true }),
      decision('last', { meeting: 2, standing: 'closed' }),
      decision('now', { meeting: 5 }),
    ];
    expect(currentDecisions({ decisions }).map(({ id }) => id)).toEqual(['late', 'last', 'now']);
    const list = deckOf(board, { decisions }).flatMap((slide) =>
      slide.kind === 'decisions' ? slide.decisionIds : [],
    );
    expect(list).toEqual(['late', 'last', 'now']);
    const owed = dutiesOf(board, { decisions }).flatMap((each) => each.decisions);
    expect(owed.map(({ decisionId }) => decisionId)).toEqual(['late', 'last', 'now']);
  });

  it('splits what is too long into pages that are about as full as each other', () => {
    const theme = deck.flatMap((slide) =>
      slide.kind === 'theme' && slide.themeId === board.themes[0]?.id ? [slide] : [],
    );
    expect(
      theme.map(({ key, page, pages, indicatorIds }) => [key, page, pages, indicatorIds.length]),
    ).toEqual([
      [`theme:${board.themes[0]?.id}`, 1, 5, 3],
      [`theme:${board.themes[0]?.id}:2`, 2, 5, 3],
      [`theme:${board.themes[0]?.id}:3`, 3, 5, 2],
      [`theme:${board.themes[0]?.id}:4`, 4, 5, 3],
      [`theme:${board.themes[0]?.id}:5`, 5, 5, 3],
    ]);
  });

  it('has no slide twice, none without a content, and keys that an address can carry', () => {
    for (const slides of [deck, deckOf(boardOf({ figures: 'none', year: 2016 }), NO_EXTRAS)]) {
      expect(new Set(keys(slides)).size).toBe(slides.length);
      for (const { key } of slides) expect(slideKey.safeParse(key).success, key).toBe(true);
    }
    expect(deckOf({ ...board, indicators: [], themes: [] })).toEqual([]);
    expect(keys(deckOf(board))).not.toContain('decisions');
  });
});

describe('a deck that is arranged', () => {
  const made = keys(deckOf(board));
  const arranged = (order: readonly string[], leftOut: readonly string[] = []): string[] =>
    keys(deckOf(board, NO_EXTRAS, { order, leftOut }));

  it('stays as it is made without a wish', () => {
    expect(arranged([])).toEqual(made);
    expect(arranged(made)).toEqual(made);
  });

  it('follows the order named; a slide that is not named stays behind its own', () => {
    const theme = `theme:${board.themes[0]?.id}`;
    const order = [theme, 'overall'];
    const found = arranged(order);
    // Its second and third page and what follows them moved with it.
    expect(found.slice(0, 5)).toEqual([theme, ...[2, 3, 4, 5].map((page) => `${theme}:${page}`)]);
    expect(found.indexOf('heat')).toBe(found.indexOf('overall') + 1);
    expect([...found].sort()).toEqual([...made].sort());
  });

  it('leaves out what is left out, and forgives a name that is gone', () => {
    const found = arranged(['indicator:gone', 'heat', 'heat'], ['duties', 'pending', 'nothing']);
    expect(found).not.toContain('duties');
    expect(found).not.toContain('pending');
    expect(found.filter((key) => key === 'heat')).toHaveLength(1);
    expect(found).toHaveLength(made.length - 2);
  });

  it('keeps a slide that came later at its place', () => {
    const without = made.filter((key) => key !== 'duties');
    expect(arranged(without)).toEqual(made);
  });
});

describe('the duties of the departments', () => {
  it('are listed in the plan’s order, and nobody owes what has no single lead', () => {
    const duties = dutiesOf(board, { decisions: DECISIONS });
    expect(duties.map(({ departmentId }) => departmentId)).toEqual(
      board.departments.map(({ id }) => id),
    );
    const owed = duties.flatMap(({ figures }) => figures.map(({ indicatorId }) => indicatorId));
    for (const code of ['A11', 'A12', 'C6']) expect(owed).not.toContain(idOf(code));
    const steb = duties.find(({ departmentId }) => departmentId === 'steb');
    expect(steb?.decisions.map(({ done, overdue }) => [done, overdue])).toEqual([
      [false, true],
      [false, false],
      [true, false],
      [true, false],
    ]);
  });

  it('are done when a report of the year is approved, that there is no figure included', () => {
    for (const { id, readings, lead } of board.indicators) {
      if (lead.state !== 'named') continue;
      const duty = dutiesOf(board, NO_EXTRAS)
        .flatMap(({ figures }) => figures)
        .find(({ indicatorId }) => indicatorId === id);
      expect(duty?.done, id).toBe(readings.some(({ year }) => year === 2019));
    }
  });
});
