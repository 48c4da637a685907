import { type ReactElement, useEffect, useRef } from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { PastePlan } from './paste.ts';
import type { SheetKeeper } from './SheetKeeper.ts';
import styles from './sheet.module.css';

/** What a paste would do, before it does it. Enter pastes, Escape does not. */
export function PasteBar(props: {
  sheet: SheetKeeper;
  plan: PastePlan;
  onApply: () => void;
  onCancel: () => void;
}): ReactElement {
  const { sheet, plan, onApply, onCancel } = props;
  const { sheet: messages } = useMessages();
  const words = messages.paste;
  const first = useRef<HTMLButtonElement | null>(null);
  useEffect(() => first.current?.focus(), []);
  const unreadable = plan.cells.filter(({ fate }) => fate === 'unreadable');
  const closed = plan.cells.filter(({ fate }) => fate === 'closed').length;
  const does = plan.after.length > 0;
  const parts = [
    words.plan(plan.rows, plan.columns),
    ...(unreadable.length === 0 ? [] : [words.unreadable(unreadable.length)]),
    ...(closed === 0 ? [] : [words.closed(closed)]),
    ...(plan.beyond === 0 ? [] : [words.beyond]),
  ];
  return (
    <div className={styles['pasteBar']}>
      <Notice
        tone={unreadable.length === 0 ? 'info' : 'warning'}
        role="alertdialog"
        aria-label={words.title}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onCancel();
        }}
      >
        <p>{does ? words.join(parts) : words.nothing}</p>
        {unreadable.length === 0 ? null : (
          <>
            <ul>
              {unreadable.map(({ rowId, column, text }) => (
                <li key={`${rowId} ${column}`}>
                  {words.cell(
                    messages.cell(
                      sheet.rowOf(rowId)?.given.indicator.code ?? '',
                      messages.column[column],
                    ),
                    text,
                  )}
                </li>
              ))}
            </ul>
            <p>{words.kept}</p>
          </>
        )}
        <div className={styles['barActions']}>
          {does ? (
            <Button variant="primary" ref={first} onClick={onApply}>
              {words.apply}
            </Button>
          ) : null}
          <Button ref={does ? undefined : first} onClick={onCancel}>
            {words.cancel}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
