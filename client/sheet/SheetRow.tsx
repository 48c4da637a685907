import { Link } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, useSyncExternalStore } from 'react';
import { plannedFor } from '../../shared/preview.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import { useFormat, useMessages, useName, usePick } from '../app/language.tsx';
import { returnWords } from '../dashboard/api.ts';
import {
  ClashPanel,
  ClosedClash,
  type EntryIssue,
  entryIssueSentence,
  type FieldKey,
  fieldKeys,
  fieldNames,
  lastYears,
  meaningDiffers,
  type Typed,
  typedFrom,
  useSay,
} from '../readings/api.ts';
import { FindingList } from '../ui/FindingList.tsx';
import { problemSentence } from '../ui/sentences.ts';
import {
  ComputedCell,
  ConditionsCell,
  DataStatusCell,
  type CellProps,
  LevelCell,
  LongTextCell,
  NumberCell,
  SourceCell,
} from './cells.tsx';
import { cellAt, type Column, COLUMNS, type RowShape } from './columns.ts';
import type { PasteCell } from './paste.ts';
import { ReadOnlyCells } from './ReadOnlyCells.tsx';
import { bare, bareFigure, rowSaveWord } from './rowWords.ts';
import { keysAt, type OpenRow, type SheetKeeper } from './SheetKeeper.ts';
import styles from './sheet.module.css';
import { useRow } from './useSheetKeeper.ts';

/** Columns of the grid, the fixed ones included: what spans it spans so many. */
export const ALL_COLUMNS = 13;

export interface RowProps {
  readonly sheet: SheetKeeper;
  readonly row: OpenRow;
  readonly active: boolean;
  /** What an open paste preview would do here. */
  readonly pasted: readonly PasteCell[];
  readonly onType: (row: OpenRow, keys: readonly FieldKey[], changes: Partial<Typed>) => void;
  /** Leads beside the grid, to the conditions or to the lists and files of the row. */
  readonly onOpen: (what: 'conditions' | 'evidence') => void;
}

/** One indicator: its cells, and below them what has to be said about it. */
export function SheetRow(props: RowProps): ReactElement {
  const { sheet, row, active } = props;
  const { given } = row;
  const { indicator } = given;
  const state = useRow(row);
  const issues = useIssues(sheet, row);
  const messages = useMessages();
  const name = useName();
  const pick = usePick();
  const say = useSay(indicator);
  const { year } = sheet;
  const shape = sheet.shapeOf(row);
  const before = lastYears(indicator, year);
  const planned = plannedFor(indicator, year);
  const unit = pick(indicator.unitZh ?? '', indicator.unitEn ?? indicator.unitZh ?? '');
  const inWords = indicator.documentKind === 'rating';
  const plannedWords = (value: number): string =>
    inWords ? say.planned(value) : bare(say.planned(value));
  return (
    <>
      <tr
        data-row={row.id}
        data-active={active || undefined}
        data-closed={shape === null || undefined}
      >
        <td className={styles['code']}>
          <Link
            to="/entry/$indicatorId"
            params={{ indicatorId: indicator.id }}
            search={(old) => ({ plan: old.plan, year })}
            // Where there is nothing to type, the row is reached by its link.
            tabIndex={shape === null ? 0 : -1}
          >
            {indicator.code}
          </Link>
        </td>
        <th scope="row" className={styles['name']}>
          <span className={styles['nameText']} title={name(indicator)}>
            {name(indicator)}
          </span>
          <span className={styles['unitBelow']}>{unit}</span>
          {shape === null ? null : <RowState row={row} />}
        </th>
        <td className={styles['unit']}>{unit === '' ? '—' : unit.replace(/\//g, '/\u200b')}</td>
        <td className={`num ${styles['figure']}`} data-words={inWords || undefined}>
          {before === null ? '…' : bareFigure(indicator, before, say, messages)}
        </td>
        <td className={`num ${styles['figure']}`} data-words={inWords || undefined}>
          {planned === null ? '—' : plannedWords(planned)}
        </td>
        {shape === null ? (
          <ReadOnlyCells row={row} reading={state.reading} />
        ) : (
          <OpenCells {...props} shape={shape} issues={issues} typed={state.typed} />
        )}
        <td>
          <EvidenceButton {...props} />
        </td>
        <td className={styles['check']}>
          <CheckWords {...props} issues={issues} />
        </td>
      </tr>
      <Notes {...props} issues={issues} />
    </>
  );
}

/** What is wrong with a row as far as it may be said, and what the server refused it for. */
function useIssues(sheet: SheetKeeper, row: OpenRow): readonly EntryIssue[] {
  const shown = useSyncExternalStore(sheet.subscribe, () => sheet.shownOf(row.id));
  const { problem } = useRow(row);
  const refused = refusedIn(problem);
  return refused.length === 0
    ? shown
    : [...shown, ...refused.filter(({ pointer }) => shown.every((one) => one.pointer !== pointer))];
}

function refusedIn(problem: unknown): readonly EntryIssue[] {
  return problem !== null && typeof problem === 'object' && 'errors' in problem
    ? (problem.errors as readonly EntryIssue[])
    : [];
}

/** 已退回: where an open reading stands, once there is more to say than that it is a draft. */
function RowState({ row }: { row: OpenRow }): ReactElement | null {
  const { statuses } = useMessages();
  const { reading } = useRow(row);
  if (reading === null || reading.status === 'draft') return null;
  return (
    <span className={styles['rowState']} data-returned={reading.status === 'returned' || undefined}>
      {statuses.readingStatuses[reading.status]}
    </span>
  );
}

function OpenCells(
  props: RowProps & { shape: RowShape; issues: readonly EntryIssue[]; typed: Typed },
): ReactElement {
  const { sheet, row, shape, issues, typed, pasted, onType, onOpen } = props;
  const messages = useMessages();
  const words = messages.sheet;
  const name = useName();
  const { ratio } = row.given;
  const propsOf = (column: Column, pointer = `/${column}`): CellProps => ({
    row,
    column,
    typed,
    year: sheet.year,
    wrong: issues.some((issue) => issue.pointer.startsWith(pointer)),
    describedBy: issues.length === 0 ? undefined : `${row.id}-notes`,
    onChange: (changes) => onType(row, keysAt(shape, column), changes),
  });
  const cell = (column: Column): ReactElement | null => {
    const coming = pasted.find((one) => one.column === column);
    const td = (
      content: ReactNode,
      more: { colSpan?: number; className?: string | undefined } = {},
    ) => (
      <td
        key={column}
        colSpan={more.colSpan}
        className={`${styles['cell']} ${more.className ?? ''}`}
        data-paste={coming?.fate}
      >
        {content}
        {coming === undefined || coming.fate === 'closed' ? null : (
          <Coming
            from={shownText(row, shape, column, typed, messages, name)}
            to={coming.text}
            // A choice that is none of the list stays what it is.
            left={coming.fate === 'unreadable' && cellAt(shape, column) !== 'number'}
          />
        )}
      </td>
    );
    switch (cellAt(shape, column)) {
      case 'number': {
        const part =
          column === 'numerator' || column === 'denominator' ? ratio?.[column] : undefined;
        return td(
          <NumberCell {...propsOf(column)} name={part === undefined ? undefined : name(part)} />,
        );
      }
      case 'following': {
        const leader = sheet.leaderOf(row, column === 'numerator' ? 'numerator' : 'denominator');
        const code = leader?.given.indicator.code ?? '';
        const part = column === 'numerator' ? typed.numerator : typed.denominator;
        return td(
          <span title={words.following(code)}>
            {part.trim() === '' ? '—' : part}
            <span className={styles['below']}>{words.same(code)}</span>
          </span>,
          { className: styles['fixed'] },
        );
      }
      case 'computed':
        return td(<ComputedCell row={row} typed={typed} />, { className: styles['fixed'] });
      case 'level':
        return td(<LevelCell {...propsOf('value', '/level')} />);
      case 'ground':
        return td(
          <LongTextCell
            {...propsOf('numerator', '/ground')}
            field="ground"
            pointer="/ground"
            label={words.ground}
          />,
          { colSpan: 2 },
        );
      case 'absenceReason':
        return td(
          <LongTextCell
            {...propsOf('numerator', '/absence')}
            field="absenceReason"
            pointer="/absence/reason"
            label={words.absenceReason}
          />,
          { colSpan: 3 },
        );
      case 'conditions':
        return td(
          <ConditionsCell
            {...propsOf('numerator', '/conditions')}
            onOpen={() => onOpen('conditions')}
          />,
          { colSpan: 3 },
        );
      case 'dataStatus':
        return td(<DataStatusCell {...propsOf(column)} />);
      case 'source':
        return td(<SourceCell {...propsOf(column)} />);
      case 'note':
        return td(<LongTextCell {...propsOf(column)} field="note" pointer="/note" />);
      case 'covered':
        return null;
      case 'none':
        return td('—', { className: styles['fixed'] });
    }
  };
  return (
    <>
      {cell('numerator')}
      {cell('denominator')}
      {cell('value')}
      {cell('dataStatus')}
      {cell('source')}
      {cell('note')}
    </>
  );
}

/** What an open paste preview would put into a cell, beside what stands there. */
function Coming(props: { from: string; to: string; left: boolean }): ReactElement {
  const { paste } = useMessages().sheet;
  const to = props.to.replaceAll(/\s+/g, ' ').trim();
  const text = props.left ? paste.leftOut(to) : paste.coming(props.from, to);
  return (
    <span className={styles['coming']} title={text}>
      {text}
    </span>
  );
}

/** What stands in a cell, in the words of the page. */
function shownText(
  { given }: OpenRow,
  shape: RowShape,
  column: Column,
  typed: Typed,
  { statuses }: Messages,
  name: ReturnType<typeof useName>,
): string {
  const cell = cellAt(shape, column);
  if (cell === 'ground' || cell === 'absenceReason') return typed[cell];
  if (cell === 'level') {
    const level = given.indicator.levels.find((one) => one.level === typed.level);
    return level === undefined ? '' : name(level);
  }
  if (column !== 'dataStatus') return typed[column];
  return typed.absence === null
    ? statuses.dataStatuses[typed.dataStatus]
    : statuses.absences[typed.absence];
}

function EvidenceButton({ row, sheet, onOpen }: RowProps): ReactElement {
  const { sheet: words } = useMessages();
  const { reading } = useRow(row);
  const { indicator } = row.given;
  // The sheet is read again after a file has come: the row itself stays the same.
  const count = useSyncExternalStore(sheet.subscribe, () => row.given.checks.evidence.count);
  const told = count === 0 ? words.noEvidence : words.evidence(count);
  // Where nothing may be begun and nothing was, there is nothing to look at.
  if (reading === null && !sheet.isOpen(row)) return <>{told}</>;
  return (
    <button
      type="button"
      className={styles['opener']}
      aria-label={words.cell(indicator.code, `${words.column.evidence} ${told}`)}
      onClick={() => onOpen('evidence')}
    >
      {told}
    </button>
  );
}

/** Whether the row is complete, and whether the server has it. */
function CheckWords(props: RowProps & { issues: readonly EntryIssue[] }): ReactElement {
  const { sheet, row, issues } = props;
  const state = useRow(row);
  const messages = useMessages();
  const format = useFormat();
  const { check, notBegun } = messages.sheet;
  if (!sheet.isOpen(row)) {
    const { reading } = state;
    return (
      <span className={styles['locked']}>
        {reading === null ? notBegun : messages.statuses.readingStatuses[reading.status]}
      </span>
    );
  }
  const lacking = sheet.issuesOf(row).length;
  const reminded = sheet.remindersOf(row.id).length;
  const word =
    state.clash !== null
      ? { text: check.choose, tone: 'wrong' }
      : issues.length > 0
        ? { text: check.wrong(issues.length), tone: 'wrong' }
        : !sheet.isBegun(row)
          ? { text: notBegun, tone: 'open' }
          : lacking > 0
            ? { text: check.lacking(lacking), tone: 'open' }
            : reminded > 0
              ? { text: check.reminded(reminded), tone: 'open' }
              : { text: check.fine, tone: 'fine' };
  const saved = rowSaveWord(state, messages, format);
  return (
    <>
      <span data-tone={word.tone}>{word.text}</span>
      <span className={styles['below']} data-tone={saved.failed ? 'wrong' : undefined}>
        {saved.text}
      </span>
    </>
  );
}

/** The line below a row: why it came back, what is wrong, what two people typed differently. */
function Notes(props: RowProps & { issues: readonly EntryIssue[] }): ReactElement | null {
  const { sheet, row, issues } = props;
  const state = useRow(row);
  const messages = useMessages();
  const say = useSay(row.given.indicator);
  const name = useName();
  const { reading, clash, typed, unsent, problem } = state;
  const { indicator, ratio } = row.given;
  const open = sheet.isOpen(row);
  const refused = problem !== null && refusedIn(problem).length === 0 && !isOffline(problem);
  const lost = !open && reading !== null && unsent;
  const back = open && reading?.status === 'returned' ? reading.returned : null;
  const reminders = sheet.remindersOf(row.id);
  const quiet = issues.length === 0 && reminders.length === 0;
  if (quiet && clash === null && !refused && !lost && back === null) return null;
  const said = { subject: row.subject, indicator, ratio, typed };
  // As the head of the column calls it, where it has one.
  const names = {
    ...fieldNames(row.subject, indicator, ratio, messages, name),
    ...Object.fromEntries(COLUMNS.map((column) => [`/${column}`, messages.sheet.column[column]])),
  };
  return (
    <tr className={styles['notes']}>
      <td colSpan={ALL_COLUMNS} id={`${row.id}-notes`}>
        {back === null ? null : (
          <p>{messages.sheet.returnedBecause(returnWords(messages, back))}</p>
        )}
        {issues.map((issue) => (
          <p key={`${issue.pointer} ${issue.code}`} data-tone="wrong">
            {messages.sheet.handIn.cell(
              indicator.code,
              names[issue.pointer] ?? '',
              entryIssueSentence(messages, issue, say),
            )}
          </p>
        ))}
        {reminders.length === 0 ? null : (
          <div className={styles['reminders']}>
            <p>
              <strong>
                {indicator.code} {messages.checks.reminders}
              </strong>
            </p>
            <FindingList found={reminders} say={say} />
          </div>
        )}
        {refused ? <p data-tone="wrong">{problemSentence(messages, problem)}</p> : null}
        {clash === null || !open ? null : (
          <ClashPanel
            key={reading?.version ?? 0}
            {...said}
            id={`${row.id}-clash`}
            clash={clash}
            by={reading?.changed?.name ?? null}
            onSettle={(mine) => row.keeper.settle(mine)}
          />
        )}
        {lost ? (
          <ClosedClash
            {...said}
            keys={fieldKeys(row.subject).filter((key) =>
              meaningDiffers(row.subject, key, typed, typedFrom(row.subject, reading)),
            )}
          />
        ) : null}
      </td>
    </tr>
  );
}

function isOffline(problem: unknown): boolean {
  return (
    problem !== null &&
    typeof problem === 'object' &&
    'code' in problem &&
    problem.code === 'offline'
  );
}
