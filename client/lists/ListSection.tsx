import { type ReactElement, useState } from 'react';
import type { ListSubject } from '../../shared/lists.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { useMay } from '../app/session.ts';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { plainNumber } from '../ui/plainNumber.ts';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { ListEditor, useListSummaries } from './api.ts';
import styles from './lists.module.css';

/** What may have a list: the indicator itself, or a part of its ratio. */
export interface Listed {
  readonly of: ListSubject;
  readonly subjectId: string;
  /** As the page calls it. */
  readonly name: string;
  readonly unit: string | null;
}

/** The lists behind one indicator, each in a line that opens it. */
export function ListSection(props: {
  planId: string;
  year: number;
  subjects: readonly Listed[];
  /** Whether the one who looks may begin a list where there is none. */
  mayBegin: boolean;
  /** Beside a grid: the name above the line. */
  compact?: boolean;
}): ReactElement | null {
  const { subjects } = props;
  const may = useMay();
  if (!may('evidence.see') || subjects.length === 0) return null;
  return <Lines {...props} />;
}

function Lines(props: Parameters<typeof ListSection>[0]): ReactElement {
  const { planId, year, subjects, mayBegin } = props;
  const summaries = useListSummaries(planId, year);
  const [open, setOpen] = useState<Listed | null>(null);
  const words = useMessages().lists;
  const format = useFormat();
  return (
    <Loaded result={summaries} skeleton={<SkeletonTable rows={1} columns={2} />}>
      {({ items }) => (
        <>
          <dl className={styles['lines']} data-compact={props.compact || undefined}>
            {subjects.map((subject) => {
              const saved = items.find(
                ({ of, subjectId }) => of === subject.of && subjectId === subject.subjectId,
              );
              const action = saved === undefined ? words.begin : words.open;
              return (
                <div key={`${subject.of} ${subject.subjectId}`} className={styles['line']}>
                  <dt>{subject.name}</dt>
                  <dd>
                    {saved === undefined ? (
                      <span className={styles['none']}>{words.none}</span>
                    ) : (
                      <>
                        {words.summary(
                          `${plainNumber(format, saved.counted)}${subject.unit ?? ''}`,
                          saved.entries,
                        )}
                        {saved.changed === null ? null : (
                          <span className={styles['none']}>
                            {' · '}
                            {words.lastSaved(saved.changed.name, format.dateTime(saved.changed.at))}
                          </span>
                        )}
                      </>
                    )}{' '}
                    {saved === undefined && !mayBegin ? null : (
                      <Button
                        variant="link"
                        className="screenOnly"
                        aria-label={words.named(action, subject.name)}
                        onClick={() => setOpen(subject)}
                      >
                        {action}
                      </Button>
                    )}
                  </dd>
                </div>
              );
            })}
          </dl>
          {open === null ? null : (
            <ListEditor
              planId={planId}
              year={year}
              of={open.of}
              subjectId={open.subjectId}
              onClose={() => setOpen(null)}
            />
          )}
        </>
      )}
    </Loaded>
  );
}
