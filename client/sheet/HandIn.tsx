import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useMessages, useName } from '../app/language.tsx';
import { ApiProblem } from '../call.ts';
import {
  type EntryIssue,
  entryIssueSentence,
  fieldNames,
  figuresIn,
  useSay,
} from '../readings/api.ts';
import { valueOf } from '../../shared/reading-rules.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Outcomes } from './Outcomes.tsx';
import { bareFigure } from './rowWords.ts';
import type { OpenRow, SheetKeeper } from './SheetKeeper.ts';
import styles from './sheet.module.css';
import { useEach } from './useEach.ts';
import { useRow } from './useSheetKeeper.ts';

/** Handing in: what stands in the way, with a link to each cell; what is ready; what became of it. */
export function HandIn(props: {
  sheet: SheetKeeper;
  onGo: (rowId: string, pointer: string) => void;
  onClose: () => void;
}): ReactElement {
  const { sheet, onGo, onClose } = props;
  const messages = useMessages();
  const words = messages.sheet.handIn;
  const box = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const [sorted] = useState(() => sortRows(sheet));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const each = useEach(async ({ keeper }) => {
    if (!(await keeper.submit())) throw keeper.snapshot().problem ?? new ApiProblem('invalid');
  });
  const chosen = sorted.ready.filter(({ id }) => !left.has(id));
  const codes = (rows: readonly OpenRow[]) => rows.map(({ given }) => given.indicator.code);
  const issues = sorted.lacking.flatMap((row) =>
    sheet.issuesOf(row).map((issue): [OpenRow, EntryIssue] => [row, issue]),
  );
  const over = each.outcomes.length > 0 && each.at === null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="region"
      aria-label={words.title}
      className={styles['handIn']}
    >
      <h2>{words.title}</h2>
      {issues.length === 0 || over ? null : (
        <Notice tone="error" title={words.summary(issues.length)}>
          <ul className={styles['issues']}>
            {issues.map(([row, issue]) => (
              <li key={`${row.id} ${issue.pointer} ${issue.code}`}>
                <Button variant="link" onClick={() => onGo(row.id, issue.pointer)}>
                  <IssueWords row={row} issue={issue} />
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {over ? (
        <Outcomes outcomes={each.outcomes} words={words} />
      ) : (
        <>
          {sorted.unsaved.length === 0 ? null : <p>{words.unsaved(codes(sorted.unsaved))}</p>}
          {sorted.empty.length === 0 ? null : <p>{words.empty(codes(sorted.empty))}</p>}
          <p>{sorted.ready.length === 0 ? words.noneReady : words.ready(sorted.ready.length)}</p>
          <div className={styles['ready']}>
            {sorted.ready.map((row) => (
              <ReadyRow
                key={row.id}
                row={row}
                checked={!left.has(row.id)}
                onChange={(checked) => {
                  const next = new Set(left);
                  if (checked) next.delete(row.id);
                  else next.add(row.id);
                  setLeft(next);
                }}
              />
            ))}
          </div>
        </>
      )}
      <div className={styles['barActions']}>
        {over || chosen.length === 0 ? null : (
          <Button
            variant="primary"
            pending={each.at !== null}
            onClick={() => void each.run(chosen).then(() => box.current?.focus())}
          >
            {each.at === null ? words.send(chosen.length) : words.sending(each.at, each.all)}
          </Button>
        )}
        <Button onClick={onClose}>{words.close}</Button>
      </div>
    </div>
  );
}

interface Sorted {
  readonly ready: readonly OpenRow[];
  readonly lacking: readonly OpenRow[];
  readonly empty: readonly OpenRow[];
  /** Complete, and the server does not have it: it is offline, or two people disagree. */
  readonly unsaved: readonly OpenRow[];
}

function sortRows(sheet: SheetKeeper): Sorted {
  const open = sheet.rows.filter((row) => sheet.isOpen(row));
  const begun = open.filter((row) => sheet.isBegun(row));
  const complete = begun.filter((row) => sheet.issuesOf(row).length === 0);
  return {
    ready: complete.filter(({ keeper }) => !keeper.snapshot().unsent),
    lacking: begun.filter((row) => !complete.includes(row)),
    empty: open.filter((row) => !begun.includes(row)),
    unsaved: complete.filter(({ keeper }) => keeper.snapshot().unsent),
  };
}

function IssueWords({ row, issue }: { row: OpenRow; issue: EntryIssue }): ReactElement {
  const messages = useMessages();
  const name = useName();
  const { indicator, ratio } = row.given;
  const say = useSay(indicator);
  const names = fieldNames(row.subject, indicator, ratio, messages, name);
  const sentence = entryIssueSentence(messages, issue, say);
  return <>{messages.sheet.handIn.cell(indicator.code, names[issue.pointer] ?? '', sentence)}</>;
}

function ReadyRow(props: {
  row: OpenRow;
  checked: boolean;
  onChange: (checked: boolean) => void;
}): ReactElement {
  const { row, checked, onChange } = props;
  const { indicator } = row.given;
  const { typed } = useRow(row);
  const messages = useMessages();
  const name = useName();
  const say = useSay(indicator);
  const figures = figuresIn(row.subject, typed);
  const shown = { ...figures, value: valueOf(row.subject, figures) };
  return (
    <Checkbox
      label={messages.sheet.handIn.row(
        indicator.code,
        name(indicator),
        bareFigure(indicator, shown, say, messages),
      )}
      checked={checked}
      onChange={onChange}
    />
  );
}
