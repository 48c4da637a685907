import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './meetings.module.css';
import type { Arranging } from './useArranging.ts';

/** One row of a list that is put in order: what it is, and buttons that move and remove it. */
export function ArrangedRow<T>(props: {
  arranging: Arranging<T>;
  at: number;
  name: string;
  onRemove?: (() => void) | undefined;
  children: ReactNode;
}): ReactElement {
  const { arranging, at, name, onRemove, children } = props;
  const words = useMessages().meetings.agenda;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => arranging.onKey(event, at);
  return (
    <li className={styles['arranged']}>
      <span className={styles['place']}>{at + 1}</span>
      <div className={styles['content']}>{children}</div>
      <span className={styles['moves']}>
        <Button
          variant="quiet"
          onKeyDown={onKeyDown}
          aria-label={words.up(name)}
          disabled={at === 0}
          onClick={() => arranging.move(at, -1)}
        >
          {words.upShort}
        </Button>
        <Button
          variant="quiet"
          onKeyDown={onKeyDown}
          aria-label={words.down(name)}
          disabled={at === arranging.items.length - 1}
          onClick={() => arranging.move(at, 1)}
        >
          {words.downShort}
        </Button>
        {onRemove === undefined ? null : (
          <Button
            variant="quiet"
            onKeyDown={onKeyDown}
            aria-label={words.remove(name)}
            onClick={onRemove}
          >
            {words.removeShort}
          </Button>
        )}
      </span>
    </li>
  );
}
