import { type ReactElement, useState } from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './lists.module.css';

/** More rows of boxes than this would make typing slow. */
const ON_A_PAGE = 50;

export interface Pages {
  /** The rows that are shown, from 0, the last one excluded. */
  readonly from: number;
  readonly to: number;
  readonly all: number;
  readonly go: (row: number) => void;
}

/** Which rows of a long list are shown. */
export function usePages(all: number): Pages {
  const [page, setPage] = useState(0);
  const last = Math.max(0, Math.ceil(all / ON_A_PAGE) - 1);
  const from = Math.min(page, last) * ON_A_PAGE;
  return {
    from,
    to: Math.min(all, from + ON_A_PAGE),
    all,
    go: (row) => setPage(Math.max(0, Math.floor(row / ON_A_PAGE))),
  };
}

/** Finding and turning pages; neither is there for a list that one looks over at once. */
export function ListTools(props: {
  find: string;
  onFind: (text: string) => void;
  pages: Pages;
}): ReactElement | null {
  const { find, onFind, pages } = props;
  const words = useMessages().lists;
  if (pages.all <= ON_A_PAGE && find === '') return null;
  return (
    <div className={`${styles['tools']} screenOnly`}>
      <input
        type="search"
        aria-label={words.find}
        placeholder={words.find}
        className={styles['find']}
        value={find}
        onChange={(event) => onFind(event.target.value)}
      />
      <span aria-live="polite">
        {words.page(Math.min(pages.from + 1, pages.all), pages.to, pages.all)}
      </span>
      <Button disabled={pages.from === 0} onClick={() => pages.go(pages.from - 1)}>
        {words.before}
      </Button>
      <Button disabled={pages.to >= pages.all} onClick={() => pages.go(pages.to)}>
        {words.after}
      </Button>
    </div>
  );
}
