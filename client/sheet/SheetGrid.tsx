import { type ReactElement, type RefObject, useEffect, useRef } from 'react';
import { useMessages } from '../app/language.tsx';
import { useFieldLeft } from '../ui/useFieldLeft.ts';
import { cellsOf, isOneCell } from './clipboard.ts';
import { type Column, COLUMNS, type Place, verticalFrom } from './columns.ts';
import type { PastePlan } from './paste.ts';
import type { SheetKeeper } from './SheetKeeper.ts';
import { type RowProps, SheetRow } from './SheetRow.tsx';
import styles from './sheet.module.css';

/** The cell in which somebody is: by row id and column. */
export interface At {
  readonly rowId: string;
  readonly column: Column;
}

/** Where a control of the grid stands; null: it is none. */
export function atOf(target: EventTarget | null): At | null {
  const control = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
  const [rowId = '', name] = (control?.dataset['cell'] ?? '').split(' ');
  const column = COLUMNS.find((one) => one === name);
  return column === undefined ? null : { rowId, column };
}

function rowIdOf(target: EventTarget | null): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row?.dataset['row'] ?? null;
}

type Listeners = {
  readonly [K in 'keydown' | 'paste' | 'focusin' | 'pointerdown']: (
    event: HTMLElementEventMap[K],
  ) => void;
};

/** Listens on the whole grid, to whatever cell is in it at the moment. */
function useListeners(element: RefObject<HTMLElement | null>, listeners: Listeners): void {
  const latest = useRef(listeners);
  useEffect(() => {
    latest.current = listeners;
  });
  useEffect(() => {
    const { current } = element;
    const keydown = (event: KeyboardEvent) => latest.current.keydown(event);
    const paste = (event: ClipboardEvent) => latest.current.paste(event);
    const focusin = (event: FocusEvent) => latest.current.focusin(event);
    const pointerdown = (event: PointerEvent) => latest.current.pointerdown(event);
    current?.addEventListener('keydown', keydown);
    current?.addEventListener('paste', paste);
    current?.addEventListener('focusin', focusin);
    current?.addEventListener('pointerdown', pointerdown);
    return () => {
      current?.removeEventListener('keydown', keydown);
      current?.removeEventListener('paste', paste);
      current?.removeEventListener('focusin', focusin);
      current?.removeEventListener('pointerdown', pointerdown);
    };
  }, [element]);
}

/** The grid of a department's year. */
export function SheetGrid(props: {
  sheet: SheetKeeper;
  caption: string;
  activeId: string | null;
  paste: PastePlan | null;
  onType: RowProps['onType'];
  onOpen: (rowId: string, what: 'conditions' | 'evidence') => void;
  /** A row or a cell of it took the focus. */
  onEnter: (rowId: string, at: At | null) => void;
  onPaste: (from: Place, block: readonly (readonly string[])[]) => void;
  onRevert: () => void;
}): ReactElement {
  const { sheet, caption, activeId, paste, onType, onOpen, onEnter, onPaste, onRevert } = props;
  const { sheet: words } = useMessages();
  const table = useRef<HTMLDivElement | null>(null);
  /** The column that the vertical keys set out from: a wide cell on the way does not change it. */
  const wanted = useRef<Column | null>(null);
  const moving = useRef(false);
  const place = (at: At, column = at.column): Place => ({
    row: sheet.rows.findIndex(({ id }) => id === at.rowId),
    column,
  });

  const move = (at: At, step: 1 | -1): boolean => {
    const from = wanted.current ?? at.column;
    const to = verticalFrom(
      sheet.rows.map((row) => sheet.shapeOf(row)),
      place(at, from),
      step,
    );
    const row = to === null ? undefined : sheet.rows[to.row];
    if (to === null || row === undefined) return false;
    moving.current = true;
    focusCell(table.current, row.id, to.column);
    moving.current = false;
    wanted.current = from;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { target, key } = event;
    const at = atOf(target);
    // A word that is still being composed belongs to the input method.
    if (at === null || event.isComposing) return;
    const chord = event.ctrlKey || event.metaKey || event.altKey;
    const isLong = target instanceof HTMLTextAreaElement;
    if (key === 'Escape') {
      event.preventDefault();
      onRevert();
    } else if (key === 'Enter' && isLong && event.altKey) {
      event.preventDefault();
      breakLine(target);
    } else if (key === 'Enter' && !chord && !(target instanceof HTMLButtonElement)) {
      event.preventDefault();
      move(at, event.shiftKey ? -1 : 1);
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && !chord && !event.shiftKey) {
      const down = key === 'ArrowDown';
      if (isLong && !isAtEdge(target, down)) return;
      event.preventDefault();
      move(at, down ? 1 : -1);
    } else if (key.toLowerCase() === 'd' && event.ctrlKey && !event.altKey) {
      event.preventDefault();
      fillDown(sheet, at, onType);
    } else if (key.toLowerCase() === 'l' && event.altKey && !event.ctrlKey) {
      const ghost = target instanceof Element ? target.nextElementSibling : null;
      if (!(ghost instanceof HTMLElement) || ghost.dataset['ghost'] === undefined) return;
      event.preventDefault();
      ghost.click();
    }
  };

  const onFocus = ({ target }: Event) => {
    if (!moving.current) wanted.current = null;
    const rowId = rowIdOf(target);
    if (rowId !== null) onEnter(rowId, atOf(target));
  };

  const onPasted = (event: ClipboardEvent) => {
    const at = atOf(event.target);
    if (at === null || event.clipboardData === null) return;
    const block = cellsOf(event.clipboardData.getData('text/plain'));
    // One cell is a text like every other, unless it is chosen and not typed.
    if (isOneCell(block) && !(event.target instanceof HTMLSelectElement)) return;
    event.preventDefault();
    if (block.length > 0) onPaste(place(at), block);
  };

  useListeners(table, {
    keydown: onKeyDown,
    paste: onPasted,
    focusin: onFocus,
    pointerdown: ({ target }) => {
      const rowId = rowIdOf(target);
      if (rowId !== null) onEnter(rowId, atOf(target));
    },
  });
  useFieldLeft(table, (named) => {
    const [rowId, pointer] = (named ?? '').split(' ');
    const row = rowId === undefined ? undefined : sheet.rowOf(rowId);
    if (row === undefined) return;
    sheet.left(row.id, pointer ?? null);
    if (sheet.isOpen(row)) void row.keeper.save();
  });

  return (
    <div ref={table} className={styles['region']} role="region" aria-label={words.table}>
      <table className={`statTable ${styles['grid']}`}>
        <caption className="visuallyHidden">{caption}</caption>
        <Head />
        <tbody>
          {sheet.rows.map((row) => (
            <SheetRow
              key={row.id}
              sheet={sheet}
              row={row}
              active={row.id === activeId}
              pasted={paste?.cells.filter(({ rowId }) => rowId === row.id) ?? NOT_PASTED}
              onType={onType}
              onOpen={(what) => onOpen(row.id, what)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const NOT_PASTED: RowProps['pasted'] = [];

const HEADS = [
  'code',
  'name',
  'unit',
  'lastYear',
  'plan',
  'numerator',
  'denominator',
  'value',
  'dataStatus',
  'source',
  'note',
  'evidence',
  'check',
] as const;
const FIGURES: readonly string[] = ['lastYear', 'plan', 'numerator', 'denominator', 'value'];

function Head(): ReactElement {
  const { column } = useMessages().sheet;
  return (
    <thead>
      <tr>
        {HEADS.map((head) => (
          <th
            key={head}
            scope="col"
            data-head={head}
            className={FIGURES.includes(head) ? 'num' : undefined}
          >
            {column[head]}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Puts the focus into a cell, with all that stands in it chosen, as a spreadsheet does. */
export function focusCell(within: ParentNode | null, rowId: string, column: Column): boolean {
  const control = within?.querySelector<HTMLElement>(`[data-cell="${rowId} ${column}"]`);
  if (control === null || control === undefined) return false;
  control.focus();
  control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (control instanceof HTMLInputElement) control.select();
  return true;
}

/** What stands in the same column one row up is put here, as Ctrl+D does in a spreadsheet. */
function fillDown(sheet: SheetKeeper, at: At, onType: RowProps['onType']): void {
  const index = sheet.rows.findIndex(({ id }) => id === at.rowId);
  const [above, row] = [sheet.rows[index - 1], sheet.rows[index]];
  if (above === undefined || row === undefined) return;
  const { typed } = above.keeper.snapshot();
  if (at.column === 'source') onType(row, ['source'], { source: typed.source });
  if (at.column === 'note') onType(row, ['note'], { note: typed.note });
  if (at.column === 'dataStatus') {
    const { dataStatus, absence, absenceReason } = typed;
    onType(row, ['absence', 'dataStatus'], { dataStatus, absence, absenceReason });
  }
}

/** Alt+Enter begins a new line within a cell. */
function breakLine(box: HTMLTextAreaElement): void {
  box.setRangeText('\n', box.selectionStart, box.selectionEnd, 'end');
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Whether the caret has nowhere to go within a box of several lines. */
function isAtEdge(box: HTMLTextAreaElement, down: boolean): boolean {
  const { selectionStart, selectionEnd, value } = box;
  if (
    !value.includes('\n') &&
    box.scrollHeight < 2 * parseFloat(getComputedStyle(box).lineHeight)
  ) {
    return true;
  }
  return down ? selectionEnd === value.length : selectionStart === 0 && selectionEnd === 0;
}
