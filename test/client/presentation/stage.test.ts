import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { moved } from '../../../client/presentation/ArrangeOverlay.tsx';
import { bound, distinct } from '../../../client/presentation/deckView.ts';
import { shortened } from '../../../client/presentation/ListBody.tsx';
import { arrangementOf, presentSearch, searchOf } from '../../../client/presentation/search.ts';
import { type Key, meaningOf } from '../../../client/presentation/stageKeys.ts';
import { stageSize } from '../../../client/presentation/useStageSize.ts';

const press = (changes: Partial<Key>): Key => ({
  key: '',
  code: '',
  keyCode: 0,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...changes,
});

describe('a key on the stage', () => {
  it.each<[why: string, pressed: Partial<Key>, meaning: unknown]>([
    ['a clicker goes on', { key: 'PageDown' }, { action: 'next' }],
    ['and back', { key: 'PageUp' }, { action: 'previous' }],
    ['and blanks by a full stop', { key: '.' }, { action: 'black' }],
    ['or by a letter', { key: 'b' }, { action: 'black' }],
    ['with caps lock on', { key: 'B' }, { action: 'black' }],
    ['a Chinese full stop is one', { key: '。' }, { action: 'black' }],
    ['a full-width letter is one', { key: 'Ｇ' }, { action: 'grid' }],
    ['a full-width comma', { key: '，' }, { action: 'white' }],
    ['a full-width digit', { key: '７' }, { digit: '7' }],
    ['space goes on, with shift back', { key: ' ', shiftKey: true }, { action: 'previous' }],
    ['a question mark asks for help', { key: '?', shiftKey: true }, { action: 'help' }],
    ['Enter jumps', { key: 'Enter' }, { enter: true }],
    [
      'an input method hides the letter, not its place',
      { key: 'Process', code: 'KeyN', keyCode: 229 },
      { action: 'next' },
    ],
    [
      'some report the letter with the number of a hidden one',
      { key: 'n', code: 'KeyN', keyCode: 229 },
      { action: 'next' },
    ],
    [
      'an input method takes digits, too',
      { key: 'Process', code: 'Digit4', keyCode: 229 },
      { digit: '4' },
    ],
    ['and those of the block', { key: 'Process', code: 'Numpad2', keyCode: 229 }, { digit: '2' }],
    [
      'and the keys that are no letters',
      { key: 'Process', code: 'PageDown', keyCode: 229 },
      { action: 'next' },
    ],
    ['and the full stop', { key: 'Process', code: 'Period', keyCode: 229 }, { action: 'black' }],
    ['reloading is the browser’s', { key: 'F5' }, null],
    ['so is what is held with Ctrl', { key: 'p', ctrlKey: true }, null],
    ['a key that means nothing is left alone', { key: 'q' }, null],
  ])('%s', (_why, pressed, meaning) => {
    expect(meaningOf(press(pressed))).toEqual(meaning);
  });
});

describe('the address of the wall', () => {
  it('names the slide and the arrangement, and drops what cannot be read', () => {
    const search = presentSearch({
      plan: 'lake',
      year: '2019',
      slide: 'indicator:im-robot-density',
      order: 'theme:im:2,<b>,overall',
      out: 'heat,,duties',
      ground: 'pink',
      moment: '../x',
      corridor: 'yes',
    });
    expect(search).toEqual({
      plan: 'lake',
      year: 2019,
      known: undefined,
      moment: undefined,
      meeting: undefined,
      corridor: undefined,
      slide: 'indicator:im-robot-density',
      ground: undefined,
      table: undefined,
      order: 'theme:im:2,overall',
      out: 'heat,duties',
    });
    expect(arrangementOf(search)).toEqual({
      order: ['theme:im:2', 'overall'],
      leftOut: ['heat', 'duties'],
    });
    expect(searchOf(arrangementOf(search))).toEqual({ order: search.order, out: search.out });
    expect(searchOf(arrangementOf({}))).toEqual({ order: undefined, out: undefined });
  });
});

describe('what a slide is made of', () => {
  it('does not move by itself, whatever the system asks for', () => {
    const css = readFileSync(
      new URL('../../../client/presentation/present.module.css', import.meta.url),
      'utf8',
    );
    expect(css).not.toMatch(/\b(animation|transition)\b/);
  });

  it.each([
    [1024, 768, 1024 / 140],
    [1920, 1080, 12],
    [3840, 1080, 12],
  ])('the unit of %i × %i', (width, height, unit) => {
    expect(stageSize(width, height).unit).toBeCloseTo(unit, 9);
  });

  it.each<[names: string[], left: string[]]>([
    [
      ['2016 batch of projects', '2017 batch of projects'],
      ['2016', '2017'],
    ],
    [
      ['完成生物产业梳理', '完成信息产业梳理'],
      ['完成生物', '完成信息'],
    ],
    [
      ['Built', 'Built'],
      ['Built', 'Built'],
    ],
    [['Built'], ['Built']],
  ])('names without the end they share: %j', (names, left) => {
    expect(distinct(names)).toEqual(left);
  });

  it('moves a slide by a place, and never out of the list', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });

  it.each([
    ['of 14 indicators, 8 are on track', 'of 14·indicators, 8·are on track'],
    [
      '0.6 percentage points above the plan for 2019, heading',
      '0.6·percentage points above the plan for·2019, heading',
    ],
    ['about 57.5% in 2020 (preliminary figure)', 'about 57.5%·in·2020 (preliminary figure)'],
    ['26项指标中，15项已完成', '26项指标中，15项已完成'],
  ])('a line never ends between a figure and its word: %s', (said, kept) => {
    expect(bound(said)).toBe(kept.replaceAll('·', '\u00a0'));
  });

  it('shows that something is left out', () => {
    expect(shortened('限期整改', 4)).toBe('限期整改');
    expect(shortened('限期整改到位', 4)).toBe('限期整…');
  });
});
