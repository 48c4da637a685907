import { expect, test } from 'vitest';
import { done, NOTHING_DONE, redone, undone, type UndoStack } from '../../../client/sheet/undo.ts';

interface Change {
  readonly cell: string;
  readonly before: string;
  readonly after: string;
}

const join = (older: readonly Change[], newer: readonly Change[]): Change[] =>
  newer.map((change) => ({ ...change, before: older[0]?.before ?? change.before }));

/** A grid of texts with its history: `type` is one key press, `undo` and `redo` are the keys. */
function grid() {
  let stack: UndoStack<Change> = NOTHING_DONE;
  const cells: Record<string, string> = {};
  const act = (visit: number | null, said: Readonly<Record<string, string>>) => {
    const changes = Object.entries(said).map(([cell, after]) => ({
      cell,
      before: cells[cell] ?? '',
      after,
    }));
    Object.assign(cells, said);
    stack = done(stack, { changes, visit }, join);
  };
  const step = (way: 'undo' | 'redo') => {
    const taken = way === 'undo' ? undone(stack) : redone(stack);
    if (taken === null) return false;
    ({ stack } = taken);
    for (const { cell, before, after } of taken.step.changes) {
      cells[cell] = way === 'undo' ? before : after;
    }
    return true;
  };
  return { cells, act, step, size: () => stack.past.length };
}

test('typing in one visit to a cell is one step, and many steps go back one by one', () => {
  const { cells, act, step } = grid();
  for (const text of ['1', '14', '147']) act(1, { a: text });
  act(2, { b: '300' });
  act(3, { a: '148' });
  expect(step('undo')).toBe(true);
  expect(cells).toEqual({ a: '147', b: '300' });
  step('undo');
  step('undo');
  expect(cells).toEqual({ a: '', b: '' });
  expect(step('undo')).toBe(false);
});

test('a whole paste is one step', () => {
  const { cells, act, step } = grid();
  act(1, { a: '1' });
  act(null, { a: '147', b: '300', c: '年报' });
  act(null, { a: '148' });
  step('undo');
  step('undo');
  expect(cells).toEqual({ a: '1', b: '', c: '' });
  step('redo');
  expect(cells).toEqual({ a: '147', b: '300', c: '年报' });
});

test('what is typed after going back ends the way forward', () => {
  const { cells, act, step } = grid();
  act(1, { a: '1' });
  step('undo');
  act(1, { a: '2' });
  expect(step('redo')).toBe(false);
  step('undo');
  expect(cells).toEqual({ a: '' });
});

test('typing on in the same cell after going back is a step of its own', () => {
  const { act, step, cells } = grid();
  act(1, { a: '1' });
  act(2, { b: '2' });
  step('undo');
  act(1, { a: '12' });
  step('undo');
  // The first visit grew: nobody had left it by typing elsewhere.
  expect(cells).toEqual({ a: '', b: '' });
});

test('a page that is open all day does not grow for ever', () => {
  const { act, size } = grid();
  for (let visit = 0; visit < 1000; visit += 1) act(visit, { a: String(visit) });
  expect(size()).toBe(500);
});
