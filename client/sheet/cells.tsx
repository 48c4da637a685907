import { type ReactElement, useEffect, useRef } from 'react';
import { parseNumber } from '../../shared/number-input.ts';
import { valueOf } from '../../shared/reading-rules.ts';
import { ABSENCES, DATA_STATUSES } from '../../shared/readings.ts';
import { useFormat, useMessages, useName } from '../app/language.tsx';
import { figuresIn, formulaWords, useSay, type NumberKey, type Typed } from '../readings/api.ts';
import { plainNumber } from '../ui/plainNumber.ts';
import type { Column } from './columns.ts';
import { bare, ghostOf } from './rowWords.ts';
import type { OpenRow } from './SheetKeeper.ts';
import styles from './sheet.module.css';

/** What every cell of the grid is known by and described by. */
export interface CellProps {
  readonly row: OpenRow;
  readonly column: Column;
  readonly typed: Typed;
  readonly year: number;
  /** What is wrong with it was said, in the line with this id. */
  readonly wrong: boolean;
  readonly describedBy: string | undefined;
  readonly onChange: (changes: Partial<Typed>) => void;
}

/** The attributes by which keys, paste and summary find a cell, and readers hear it. */
function useControl({ row, column, wrong, describedBy }: CellProps, label?: string) {
  const { sheet } = useMessages();
  const pointer = POINTERS[column];
  return {
    'data-cell': `${row.id} ${column}`,
    'data-pointer': `${row.id} ${pointer}`,
    'aria-label': sheet.cell(row.given.indicator.code, label ?? sheet.column[column]),
    'aria-invalid': wrong || undefined,
    'aria-describedby': describedBy,
  };
}

const POINTERS: Readonly<Record<Column, string>> = {
  numerator: '/numerator',
  denominator: '/denominator',
  value: '/value',
  dataStatus: '/dataStatus',
  source: '/source',
  note: '/note',
};

/** Below an empty box what last year's report says, to be taken by a press or a key. */
function Below(props: {
  cell: CellProps;
  text: string;
  field: NumberKey | null;
}): ReactElement | null {
  const { cell, text, field } = props;
  const { sheet } = useMessages();
  const format = useFormat();
  const { row, column, year, onChange } = cell;
  const ghost = ghostOf(row.given.indicator, year, column);
  if (text.trim() === '' && ghost !== null) {
    return (
      <button
        type="button"
        tabIndex={-1}
        className={styles['ghost']}
        data-ghost={ghost}
        data-text={field === null || undefined}
        title={sheet.takeGhost(ghost)}
        // The focus stays in the box.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onChange({ [column]: ghost })}
      >
        {field === null ? sheet.ghostSource : sheet.ghost(plainNumber(format, Number(ghost)))}
      </button>
    );
  }
  if (field === null) return null;
  const parsed = parseNumber(text, row.subject.fields[field]);
  if (!parsed.ok || parsed.value === null) return null;
  if (ghost !== null && parsed.value === Number(ghost)) {
    return <span className={styles['below']}>{sheet.taken}</span>;
  }
  const read = plainNumber(format, parsed.value);
  if ([String(parsed.value), read].includes(text.trim())) return null;
  return <span className={styles['below']}>{sheet.read(read)}</span>;
}

export function NumberCell(props: CellProps & { name?: string | undefined }): ReactElement {
  const { column, typed, onChange, name } = props;
  const field = column as NumberKey;
  const control = useControl(props);
  return (
    <>
      <input
        {...control}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        className={`${styles['box']} ${styles['number']}`}
        title={name}
        value={typed[field]}
        onChange={(event) => onChange({ [field]: event.target.value })}
      />
      <Below cell={props} text={typed[field]} field={field} />
    </>
  );
}

export function SourceCell(props: CellProps): ReactElement {
  const { typed, onChange } = props;
  const control = useControl(props);
  return (
    <>
      <input
        {...control}
        type="text"
        autoComplete="off"
        className={styles['box']}
        title={typed.source}
        value={typed.source}
        onChange={(event) => onChange({ source: event.target.value })}
      />
      <Below cell={props} text={typed.source} field={null} />
    </>
  );
}

/** One line that grows over the rows below as far as its text needs, while somebody writes in it. */
export function LongTextCell(
  props: CellProps & {
    field: 'note' | 'ground' | 'absenceReason';
    pointer: string;
    label?: string;
  },
): ReactElement {
  const { typed, field, pointer, label, row, onChange } = props;
  const control = useControl(props, label);
  const box = useRef<HTMLTextAreaElement | null>(null);
  useEffect(() => {
    if (box.current === document.activeElement) grow(box.current);
  });
  return (
    <span className={styles['long']}>
      <textarea
        {...control}
        data-pointer={`${row.id} ${pointer}`}
        ref={box}
        rows={1}
        className={styles['box']}
        onFocus={() => grow(box.current)}
        onBlur={() => shrink(box.current)}
        placeholder={field === 'note' ? undefined : label}
        value={typed[field]}
        onChange={(event) => onChange({ [field]: event.target.value })}
      />
    </span>
  );
}

const ONE_LINE = 26;
const MOST = 170;

function grow(box: HTMLTextAreaElement | null): void {
  if (box === null) return;
  shrink(box);
  if (box.scrollHeight <= ONE_LINE) return;
  // Wider first: what fits into two lines then needs no more.
  box.dataset['open'] = 'true';
  box.style.height = `${Math.min(box.scrollHeight + 2, MOST)}px`;
}

function shrink(box: HTMLTextAreaElement | null): void {
  if (box === null) return;
  delete box.dataset['open'];
  box.style.height = '';
}

/** 预计 / 快报 / 年报, or that there is no figure at all. */
export function DataStatusCell(props: CellProps): ReactElement {
  const { typed, onChange } = props;
  const { statuses } = useMessages();
  const control = useControl(props);
  return (
    <select
      {...control}
      className={styles['box']}
      value={typed.absence ?? typed.dataStatus}
      onChange={({ target: { value } }) => {
        const absence = ABSENCES.find((one) => one === value) ?? null;
        const dataStatus = DATA_STATUSES.find((one) => one === value);
        onChange({ absence, ...(dataStatus === undefined ? {} : { dataStatus }) });
      }}
    >
      {DATA_STATUSES.map((status) => (
        <option key={status} value={status}>
          {statuses.dataStatuses[status]}
        </option>
      ))}
      {ABSENCES.map((absence) => (
        <option key={absence} value={absence}>
          {statuses.absences[absence]}
        </option>
      ))}
    </select>
  );
}

export function LevelCell(props: CellProps): ReactElement {
  const { row, typed, onChange } = props;
  const { sheet } = useMessages();
  const name = useName();
  const control = useControl(props);
  return (
    <select
      {...control}
      data-pointer={`${row.id} /level`}
      className={styles['box']}
      value={typed.level ?? ''}
      onChange={({ target: { value } }) => onChange({ level: value === '' ? null : Number(value) })}
    >
      <option value="">{sheet.chooseLevel}</option>
      {row.given.indicator.levels.map((level) => (
        <option key={level.level} value={level.level}>
          {name(level)}
        </option>
      ))}
    </select>
  );
}

/** How many conditions are met; a press leads to their days and documents beside the grid. */
export function ConditionsCell(props: CellProps & { onOpen: () => void }): ReactElement {
  const { row, typed, onOpen } = props;
  const { sheet } = useMessages();
  const { conditionNames } = row.given.indicator;
  const met = typed.conditions.filter(({ metOn, lostOn }) => metOn !== '' && lostOn === '').length;
  const told = sheet.conditions(met, conditionNames.length);
  const control = useControl(props, `${sheet.conditionsOf} ${told}`);
  return (
    <button
      type="button"
      {...control}
      data-pointer={`${row.id} /conditions`}
      aria-invalid={undefined}
      title={sheet.conditionsTyped}
      className={styles['opener']}
      onClick={onOpen}
    >
      {told}
    </button>
  );
}

/** The computed value of a ratio and, below, how it came about. */
export function ComputedCell(props: { row: OpenRow; typed: Typed }): ReactElement {
  const { row, typed } = props;
  const { indicator } = row.given;
  const say = useSay(indicator);
  const format = useFormat();
  const { sheet } = useMessages();
  const figures = figuresIn(row.subject, typed);
  const value = valueOf(row.subject, figures);
  const formula = formulaWords(figures, indicator, say, format);
  return (
    <output
      className={styles['computed']}
      aria-label={sheet.cell(indicator.code, sheet.column.value)}
    >
      {value === null ? '—' : bare(say.figure(value))}
      {formula === null ? null : (
        <span className={styles['below']}>{formula.slice(0, formula.lastIndexOf(' = '))}</span>
      )}
    </output>
  );
}
