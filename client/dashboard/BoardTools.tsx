import type { ReactElement, RefObject } from 'react';
import type { Dashboard } from '../../shared/dashboard.ts';
import { type Arrangement, NO_DEPARTMENT } from './arrange.ts';
import styles from './BoardTools.module.css';
import { pick, type Speech } from './speak.ts';

/** A change of the board's part of the address; undefined takes a part away. */
export type Rearrange = (changes: Readonly<Record<string, string | undefined>>) => void;

export interface BoardToolsProps {
  board: Dashboard;
  arrangement: Arrangement;
  unapproved: boolean;
  maySeeUnapproved: boolean;
  shown: number;
  speech: Speech;
  search: RefObject<HTMLInputElement | null>;
  onText: (text: string) => void;
  onArrange: Rearrange;
}

/** What narrows the board and orders it, in one line of native controls. */
export function BoardTools(props: BoardToolsProps): ReactElement {
  const { board, arrangement, unapproved, maySeeUnapproved, shown, speech } = props;
  const { search, onArrange, onText } = props;
  const { tools, legend } = speech.messages.dashboard;
  const { statuses } = speech.messages;
  const { status, theme, department, sort, text = '' } = arrangement;
  const narrowed = status ?? theme ?? department ?? (text === '' ? undefined : text);
  return (
    <fieldset className={`${styles['tools']} screenOnly`} aria-label={tools.label}>
      <input
        ref={search}
        type="search"
        className={styles['search']}
        aria-label={tools.search}
        placeholder={tools.searchHint}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <select
        aria-label={tools.theme}
        value={theme ?? ''}
        onChange={(event) => onArrange({ theme: event.target.value || undefined })}
      >
        <option value="">{tools.allThemes}</option>
        {board.themes.map((each) => (
          <option key={each.id} value={each.id}>
            {pick(speech, each.nameZh, each.nameEn)}
          </option>
        ))}
      </select>
      <select
        className={styles['department']}
        aria-label={tools.department}
        value={department ?? ''}
        onChange={(event) => onArrange({ department: event.target.value || undefined })}
      >
        <option value="">{tools.allDepartments}</option>
        {board.departments.map((each) => (
          <option key={each.id} value={each.id}>
            {pick(speech, each.shortNameZh, each.nameEn)}
          </option>
        ))}
        <option value={NO_DEPARTMENT}>{tools.noDepartment}</option>
      </select>
      <select
        aria-label={tools.sort}
        value={sort ?? 'document'}
        onChange={(event) =>
          onArrange({ sort: event.target.value === 'problems' ? 'problems' : undefined })
        }
      >
        <option value="document">{tools.documentOrder}</option>
        <option value="problems">{tools.problemsFirst}</option>
      </select>
      {maySeeUnapproved ? (
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={unapproved}
            onChange={(event) =>
              onArrange({ unapproved: event.target.checked ? 'include' : undefined })
            }
          />
          {tools.unapproved}
        </label>
      ) : null}
      <output className={styles['shown']}>
        {narrowed === undefined ? null : (
          <>
            {status === undefined ? null : <>{tools.status(statuses.names[status])} · </>}
            {tools.shown(shown, board.indicators.length)}
          </>
        )}
      </output>
      {narrowed === undefined ? null : (
        <button
          type="button"
          className={styles['clear']}
          onClick={() => {
            onText('');
            onArrange({ status: undefined, theme: undefined, department: undefined });
          }}
        >
          {tools.clear}
        </button>
      )}
      <span className={styles['legend']}>{legend}</span>
    </fieldset>
  );
}
