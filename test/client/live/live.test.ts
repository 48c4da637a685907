import { describe, expect, it } from 'vitest';
import { waitBefore } from '../../../client/live/LiveLine.ts';
import { scriptsIn } from '../../../client/live/program.ts';

describe('the wait before a line is tried again', () => {
  it.each([
    [1, 0.5, 500, 'soon, where a server only restarts'],
    [2, 0.5, 1000, 'twice as long each time'],
    [5, 0.5, 8000, 'twice as long each time'],
    [6, 0.5, 10_000, 'but not for ever'],
    [60, 0.5, 10_000, 'but not for ever'],
    [1, 0, 250, 'two hundred walls do not come at one moment'],
    [60, 1, 15_000, 'two hundred walls do not come at one moment'],
  ])('after %i failures, at chance %d: %i ms (%s)', (failures, chance, wait) => {
    expect(waitBefore(failures, chance)).toBe(wait);
  });
});

describe('the scripts of a page', () => {
  it.each([
    [
      '<script type="module" crossorigin src="/assets/index-a1.js"></script>',
      ['/assets/index-a1.js'],
    ],
    [
      '<script src="/assets/a.js"></script>\n<script async src="/assets/b.js"></script>',
      ['/assets/a.js', '/assets/b.js'],
    ],
    ['<script src="https://gateway/login.js"></script>', []],
    ['<p>503</p>', []],
  ])('%s', (html, scripts) => expect(scriptsIn(html)).toEqual(scripts));
});
