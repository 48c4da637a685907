import { Link } from '@tanstack/react-router';
import { type ReactElement, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Sheet } from '../../shared/sheet.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { useSetSearch } from '../app/search.ts';
import { useMay } from '../app/session.ts';
import { type FieldKey, type Typed, UnsentGuard, YearPicker } from '../readings/api.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { Progress } from '../ui/Progress.tsx';
import { InlineSelect } from '../ui/Select.tsx';
import { useToast } from '../ui/Toast.tsx';
import { usePaper } from '../ui/usePaper.ts';
import { COLUMNS, type Place } from './columns.ts';
import { HandIn } from './HandIn.tsx';
import { type PastePlan, planPaste } from './paste.ts';
import { PasteBar } from './PasteBar.tsx';
import { pasteWords } from './pasteWords.ts';
import { pageSaveWord } from './rowWords.ts';
import { type At, focusCell, SheetGrid } from './SheetGrid.tsx';
import type { OpenRow, SheetKeeper, SheetState } from './SheetKeeper.ts';
import { SheetPanel } from './SheetPanel.tsx';
import { SignAll } from './SignAll.tsx';
import styles from './sheet.module.css';
import { useSheetKeeper } from './useSheetKeeper.ts';

/** Handed in or further: nothing is left for the department to type. */
const DONE: readonly string[] = ['submitted', 'signed', 'approved', 'sealed'];

/** The open sheet: the grid, the panel beside it, and what can be done with all of it. */
export function SheetView(props: { plan: Plan; sheet: Sheet }): ReactElement {
  const { plan, sheet } = props;
  const { year, department } = sheet;
  const messages = useMessages();
  const may = useMay();
  const words = messages.sheet;
  const pick = usePick();
  const [keeper, state] = useSheetKeeper(sheet);
  const [panel, setPanel] = useState(true);
  const [handingIn, setHandingIn] = useState(false);
  usePaper('landscape');
  const page = useRef<HTMLDivElement | null>(null);
  const desk = useDesk(keeper, page);
  const called = department === null ? '' : pick(department.shortNameZh, department.nameEn);
  const finished = keeper.rows.filter(({ keeper: row }) =>
    DONE.includes(row.snapshot().reading?.status ?? ''),
  ).length;
  const active = keeper.rowOf(desk.at?.rowId ?? '') ?? keeper.rows[0] ?? null;
  const anyOpen = keeper.rows.some((row) => keeper.isOpen(row));

  const go = (rowId: string, pointer: string) => {
    setHandingIn(false);
    desk.enter(rowId, null);
    setPanel(true);
    // Drawn first: the field may be in the panel of a row that is not shown yet.
    requestAnimationFrame(() => {
      const column = COLUMNS.find((one) => pointer === `/${one}`);
      if (column !== undefined && focusCell(page.current, rowId, column)) return;
      const fields = page.current?.querySelectorAll<HTMLElement>('[data-pointer]') ?? [];
      const field = Array.from(fields).find(({ dataset }) =>
        [`${rowId} ${pointer}`, pointer].includes(dataset['pointer'] ?? ''),
      );
      field?.focus();
    });
  };

  return (
    <PageFrame
      title={words.title(year)}
      lead={
        <>
          {words.lead(called, keeper.rows.length, finished)}{' '}
          <RoundLine sheet={sheet} anyOpen={anyOpen} />
        </>
      }
      actions={
        <>
          <Progress
            label={words.progress}
            value={finished}
            max={keeper.rows.length}
            text={`${finished}/${keeper.rows.length}`}
          />
          {may('readings.enter') ? (
            <Link to="/entry/workbook" search={(old) => ({ plan: old.plan, year })}>
              {messages.exchange.page.open}
            </Link>
          ) : null}
          <DepartmentPicker sheet={sheet} />
          <YearPicker plan={plan} year={year} />
        </>
      }
    >
      <UnsentGuard
        unsent={state.unsent.length > 0}
        isUnsent={() => keeper.snapshot().unsent.length > 0}
        save={keeper.save}
      />
      <Restored sheet={keeper} state={state} />
      <div ref={page}>
        <div className={`${styles['bar']} screenOnly`}>
          {anyOpen ? (
            <>
              <Button
                variant="primary"
                onClick={() => {
                  void keeper.save().then(() => {
                    const begun = keeper.rows.filter((row) => keeper.isBegun(row));
                    keeper.tryAll(begun.map(({ id }) => id));
                    setHandingIn(true);
                  });
                }}
              >
                {words.handIn.button}
              </Button>
              <Button disabled={!state.canUndo} onClick={() => desk.move('undo')}>
                {words.undo}
              </Button>
              <Button disabled={!state.canRedo} onClick={() => desk.move('redo')}>
                {words.redo}
              </Button>
              <SaveLine state={state} />
            </>
          ) : null}
          <SignAll sheet={keeper} />
          <span className={styles['keys']}>{anyOpen ? words.keys : null}</span>
          <Button variant="quiet" aria-pressed={panel} onClick={() => setPanel(!panel)}>
            {panel ? words.panel.hide : words.panel.show}
          </Button>
        </div>
        {handingIn ? <HandIn sheet={keeper} onGo={go} onClose={() => setHandingIn(false)} /> : null}
        {desk.paste === null ? null : (
          <PasteBar
            sheet={keeper}
            plan={desk.paste}
            onApply={() => desk.endPaste(true)}
            onCancel={() => desk.endPaste(false)}
          />
        )}
        <div className={styles['desk']} data-panel={panel || undefined}>
          <SheetGrid
            sheet={keeper}
            caption={words.caption(called, year)}
            activeId={active?.id ?? null}
            paste={desk.paste}
            onType={desk.type}
            onOpen={(rowId, what) => {
              desk.enter(rowId, null);
              setPanel(true);
              requestAnimationFrame(() => {
                const part = page.current?.querySelector<HTMLElement>(`#sheet-${what}`);
                part?.scrollIntoView({ block: 'nearest' });
                part?.querySelector<HTMLElement>('input, button, a')?.focus();
              });
            }}
            onEnter={desk.enter}
            onPaste={desk.planPaste}
            onRevert={desk.revert}
          />
          {panel && active !== null ? (
            <SheetPanel
              key={active.id}
              sheet={keeper}
              row={active}
              planId={sheet.plan.id}
              endYear={sheet.plan.endYear}
              firstYear={sheet.plan.baselineYear}
              onType={desk.typeBeside}
            />
          ) : null}
        </div>
      </div>
    </PageFrame>
  );
}

/** Where somebody is in the grid, and what their hands do to it. */
function useDesk(keeper: SheetKeeper, page: RefObject<HTMLElement | null>) {
  const [at, setAt] = useState<At | { rowId: string; column: null } | null>(null);
  const [paste, setPaste] = useState<PastePlan | null>(null);
  const visit = useRef(0);
  const from = useRef<At | null>(null);
  const messages = useMessages();
  const toast = useToast();

  const enter = useCallback((rowId: string, cell: At | null) => {
    // A click within the cell, or a window that comes back to it, goes on with the visit.
    const { current } = from;
    if (current?.rowId !== cell?.rowId || current?.column !== cell?.column) visit.current += 1;
    if (cell !== null) from.current = cell;
    setAt((old) => (old?.rowId === rowId ? old : { rowId, column: null }));
  }, []);
  const type = useCallback(
    (row: OpenRow, keys: readonly FieldKey[], changes: Partial<Typed>) =>
      keeper.change(row, keys, changes, visit.current),
    [keeper],
  );
  const typeBeside: typeof type = (row, keys, changes) => {
    if (from.current !== null) visit.current += 1;
    from.current = null;
    type(row, keys, changes);
  };
  const move = (way: 'undo' | 'redo') => {
    const moved = way === 'undo' ? keeper.undo() : keeper.redo();
    if (moved === null) return;
    visit.current += 1;
    const column = COLUMNS.find((one) => one === moved.key);
    if (column !== undefined) focusCell(page.current, moved.rowId, column);
  };
  const onKey = (event: KeyboardEvent) => {
    // A word that is still being composed belongs to the input method.
    if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 's') {
      event.preventDefault();
      void keeper.save().then((saved) => {
        if (saved) toast(messages.sheet.save.said(messages.sheet.save.allSaved));
      });
    } else if (key === 'z' || key === 'y') {
      event.preventDefault();
      move(key === 'y' || event.shiftKey ? 'redo' : 'undo');
    }
  };
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    // Of the grid and the panel beside it, and of no dialog that lies over them.
    const element = page.current;
    const listen = (event: KeyboardEvent) => latest.current(event);
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  }, [page]);
  return {
    at,
    paste,
    enter,
    type,
    typeBeside,
    move,
    planPaste: (place: Place, block: readonly (readonly string[])[]) =>
      setPaste(planPaste(keeper.pasteRows(), place, block, pasteWords(keeper.rows, messages))),
    endPaste: (apply: boolean) => {
      if (apply && paste !== null) {
        keeper.apply(paste);
        visit.current += 1;
      }
      setPaste(null);
      const { current } = from;
      if (current !== null) focusCell(page.current, current.rowId, current.column);
    },
    revert: () => keeper.revert(visit.current),
  };
}

function SaveLine({ state }: { state: SheetState }): ReactElement {
  const messages = useMessages();
  const format = useFormat();
  const { text, failed } = pageSaveWord(state, messages, format);
  return (
    <span role="status" className={styles['saveLine']} data-tone={failed ? 'wrong' : undefined}>
      {text}
    </span>
  );
}

/** Whose sheet: for those who may open several. */
function DepartmentPicker({ sheet }: { sheet: Sheet }): ReactElement | null {
  const { sheet: words } = useMessages();
  const pick = usePick();
  const setSearch = useSetSearch();
  if (sheet.departments.length < 2 || sheet.department === null) return null;
  return (
    <InlineSelect
      label={words.department}
      value={sheet.department.id}
      options={sheet.departments.map((one) => ({
        value: one.id,
        label: pick(one.shortNameZh, one.nameEn),
      }))}
      onChange={(department) => setSearch({ department })}
    />
  );
}

/** Where the year stands at the desk, in a sentence. */
function RoundLine({ sheet, anyOpen }: { sheet: Sheet; anyOpen: boolean }): ReactElement {
  const { sheet: words } = useMessages();
  const may = useMay();
  const { date } = useFormat();
  const { state, opensOn, dueOn } = sheet.round;
  const sentences = {
    none: words.round.none,
    planned: words.round.planned(opensOn === null ? '' : date(opensOn)),
    open: words.round.open(dueOn === null ? '' : date(dueOn)),
    closed: words.round.closed,
    sealed: words.round.sealed,
  };
  return (
    <span>
      {sentences[state]}
      {anyOpen || may('readings.enter') ? null : ` ${words.readOnly}`}
    </span>
  );
}

/** What was left on this machine and is put back. */
function Restored({
  sheet,
  state,
}: {
  sheet: SheetKeeper;
  state: SheetState;
}): ReactElement | null {
  const { sheet: words } = useMessages();
  const { dateTime } = useFormat();
  const [first] = state.restored;
  if (first === undefined) return null;
  const codes = state.restored.map(({ rowId }) => sheet.rowOf(rowId)?.given.indicator.code ?? '');
  return <Notice tone="info">{words.restored(codes, dateTime(first.at))}</Notice>;
}
