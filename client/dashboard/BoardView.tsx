import { type ReactElement, type ReactNode, useMemo, useRef, useState } from 'react';
import { headline } from '../../shared/sentences.ts';
import type { Dashboard, Known } from '../../shared/dashboard.ts';
import type { Access } from '../../shared/permissions.ts';
import { StatusStrip, type StripGroup } from '../charts/StatusStrip.tsx';
import { remember, remembered } from '../app/remembered.ts';
import { arrange, type Arrangement, statusCounts } from './arrange.ts';
import styles from './Board.module.css';
import { changedSince } from './clocks.ts';
import { ClockSwitch, clockWords } from './ClockSwitch.tsx';
import { BoardTable } from './BoardTable.tsx';
import { BoardTools, type Rearrange } from './BoardTools.tsx';
import { FirstDay } from './FirstDay.tsx';
import { isFirstDay } from './lacks.ts';
import { boardRows, type Row } from './rows.ts';
import { pick, type Speech } from './speak.ts';
import { TargetsTable } from './TargetsTable.tsx';
import { useBoardKeys } from './useBoardKeys.ts';
import { usePaper } from '../ui/usePaper.ts';
import { useRowLinks } from './useRowLinks.ts';
import { WhyCard } from './WhyCard.tsx';

/** Whether single keys act on the board: whoever dictates to the machine switches them off. */
const KEYS = 'biaochi.boardKeys';

export interface BoardViewProps {
  board: Dashboard;
  /** Status, theme, department and order, as the address has them. */
  arrangement: Omit<Arrangement, 'text'>;
  unapproved: boolean;
  speech: Speech;
  may: (access: Access) => boolean;
  /** The board on the screen is still that of another year. */
  outdated?: boolean;
  hrefOf: (indicatorId: string) => string;
  /** The address of this board narrowed to a status, or to none. */
  hrefOfStatus: (status: string | undefined) => string;
  /** The same year by the other clock, once it is there; null: it is not, or the year is not sealed. */
  otherClock?: Dashboard | null;
  hrefOfKnown?: (known: Known) => string;
  onOpen: (indicatorId: string) => void;
  onArrange: Rearrange;
  onYear: (step: -1 | 1) => void;
  /** Stands at the foot, on the screen only. */
  below?: ReactNode;
}

/** The board itself: headline, strip, tools, and one table. Knows no router and no server. */
export function BoardView(props: BoardViewProps): ReactElement {
  const { board, speech, arrangement, may, hrefOf, onArrange, onOpen, onYear } = props;
  const { messages, language } = speech;
  const words = messages.dashboard;
  const [text, setText] = useState('');
  const table = useRef<HTMLTableElement>(null);
  const search = useRef<HTMLInputElement>(null);
  // By language and not by `speech`, whose object is new at every render.
  // oxlint-disable-next-line react/exhaustive-deps
  const rows = useMemo(() => boardRows(board, { language, messages }), [board, language, messages]);
  const { otherClock = null, hrefOfKnown = () => '' } = props;
  const changed = useMemo(() => {
    if (otherClock === null) return null;
    const [now, reported] = board.known === 'now' ? [board, otherClock] : [otherClock, board];
    return changedSince(now, reported, { language, messages });
  }, [board, otherClock, language, messages]);
  const asked = { ...arrangement, text };
  const groups = arrange(rows, board, asked, speech);
  const shown = groups.reduce((count, group) => count + group.rows.length, 0);
  const firstDay = isFirstDay(board);
  usePaper('landscape');
  const [keys, setKeys] = useState(() => remembered(KEYS) !== 'off');
  useBoardKeys({ table, search, onYear, on: keys });
  useRowLinks(table, onOpen, onArrange);

  const strip = (group: StripGroup, children: ReactNode): ReactNode => {
    const current = arrangement.status === group.status;
    return (
      <a
        href={props.hrefOfStatus(current ? undefined : group.status)}
        data-status-link={current ? '' : group.status}
        {...(current ? { 'aria-current': 'true' as const } : {})}
      >
        {children}
      </a>
    );
  };
  // The full English title would take two lines of the printed page.
  const title = pick(speech, board.plan.titleZh, board.plan.shortTitleEn);
  const filters = filterWords(board, asked, speech);
  return (
    <div className={styles['page']}>
      <p className={`printOnly ${styles['printHead']}`}>
        {words.printed(title, board.year)}
        {board.known === 'reported' ? ` · ${clockWords(board, speech)}` : ''}
        {board.plan.illustrative ? ` · ${messages.app.illustrative}` : ''}
        {filters.length === 0 ? '' : ` · ${words.printedFilter(filters)}`}
      </p>
      <div className={styles['head']}>
        <h1 className={styles['headline']}>
          {messages.explain.headline(
            headline(board.indicators.map(({ assessment }) => assessment.status)),
          )}
        </h1>
        {firstDay ? null : (
          <div className="screenOnly">
            <StatusStrip
              title={words.stripTitle}
              groups={statusCounts(rows).map(({ status, count }) => ({
                status,
                count,
                label: messages.statuses.names[status],
              }))}
              link={strip}
            />
          </div>
        )}
      </div>
      <ClockSwitch board={board} changed={changed} speech={speech} hrefOfKnown={hrefOfKnown} />
      {firstDay ? (
        <>
          <FirstDay board={board} speech={speech} may={may} />
          <TargetsTable
            board={board}
            groups={groups}
            speech={speech}
            hrefOf={hrefOf}
            tableRef={table}
          />
        </>
      ) : (
        <>
          <BoardTools
            board={board}
            arrangement={asked}
            unapproved={props.unapproved}
            maySeeUnapproved={may('readings.seeUnapproved')}
            shown={shown}
            speech={speech}
            search={search}
            onText={setText}
            onArrange={onArrange}
          />
          <div className={props.outdated === true ? styles['old'] : undefined}>
            <BoardTable
              board={board}
              groups={groups}
              speech={speech}
              hrefOf={hrefOf}
              tableRef={table}
              {...(changed === null ? {} : { changed: inWords(changed, speech) })}
            />
          </div>
          {shown === 0 ? <p className={styles['nothing']}>{words.tools.nothing}</p> : null}
          <WhyCard table={table} rows={rows} speech={speech} />
        </>
      )}
      <Feet
        rows={rows}
        speech={speech}
        keys={keys}
        onKeys={(on) => {
          remember(KEYS, on ? 'on' : 'off');
          setKeys(on);
        }}
        below={props.below}
      />
    </div>
  );
}

/** Below the table: where the figures come from, the signs, what the initials stand for. */
function Feet(props: {
  rows: readonly Row[];
  speech: Speech;
  keys: boolean;
  onKeys: (on: boolean) => void;
  below: ReactNode;
}): ReactElement {
  const { rows, speech, keys, onKeys, below } = props;
  const { sourceLine, signs, abbreviations, legend, tools } = speech.messages.dashboard;
  const pairs = new Map(
    rows.flatMap(({ lead }) =>
      lead.state === 'named' && lead.full !== null ? [[lead.text, lead.full] as const] : [],
    ),
  );
  return (
    <div className={`sourceLine ${styles['feet']}`}>
      <span>{sourceLine}</span>
      <span>{signs}</span>
      {pairs.size === 0 ? null : <span>{abbreviations([...pairs])}</span>}
      <span className="printOnly">{legend}</span>
      <label className={`screenOnly ${styles['keys']}`}>
        <input type="checkbox" checked={keys} onChange={(event) => onKeys(event.target.checked)} />
        {tools.keys}
      </label>
      <span className="screenOnly">{below}</span>
    </div>
  );
}

/** What changed of an indicator, for its tag. */
function inWords(
  changed: ReturnType<typeof changedSince>,
  { messages }: Speech,
): ReadonlyMap<string, string> {
  const { clock, listed } = messages.dashboard;
  return new Map(
    [...changed].map(([id, changes]) => [
      id,
      listed(changes.map((change) => clock.change('', change))),
    ]),
  );
}

/** The filters in words, for the head of the printed page. */
function filterWords(board: Dashboard, asked: Arrangement, speech: Speech): string[] {
  const { statuses, dashboard } = speech.messages;
  const theme = board.themes.find(({ id }) => id === asked.theme);
  const department = board.departments.find(({ id }) => id === asked.department);
  const words: string[] = [];
  if (asked.status !== undefined) words.push(statuses.names[asked.status]);
  if (theme !== undefined) words.push(pick(speech, theme.nameZh, theme.nameEn));
  if (department !== undefined) {
    words.push(pick(speech, department.shortNameZh, department.nameEn));
  } else if (asked.department !== undefined) words.push(dashboard.tools.noDepartment);
  if (asked.text !== undefined && asked.text !== '') words.push(asked.text);
  return words;
}
