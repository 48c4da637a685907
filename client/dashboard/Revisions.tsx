import { type ReactElement, useState } from 'react';
import type { Say } from '../../shared/figures.ts';
import type { Reading, Revision } from '../../shared/readings.ts';
import type { Formats } from '../app/language.tsx';
import { MixedText } from '../ui/MixedText.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import styles from './Indicator.module.css';
import { revisionChanges } from './revisionChanges.ts';
import type { Speech } from './speak.ts';
import { useRevisions } from './useHistories.ts';

interface RevisionsProps {
  readings: readonly Reading[];
  speech: Speech;
  say: Say;
  format: Pick<Formats, 'dateTime'>;
}

/** Who did what to the figures of an indicator, and when; fetched when it is opened. */
export function Revisions(props: RevisionsProps): ReactElement {
  const [open, setOpen] = useState(false);
  const { revisions } = props.speech.messages.dashboard.indicator;
  return (
    <details
      className={styles['details']}
      onToggle={(event) => setOpen((event.target as HTMLDetailsElement).open)}
    >
      <summary>
        <h2>{revisions}</h2>
      </summary>
      {open ? <Opened {...props} /> : null}
    </details>
  );
}

function Opened(props: RevisionsProps): ReactElement {
  const { readings, speech } = props;
  const result = useRevisions(readings.map(({ id }) => id));
  if (readings.length === 0) return <p>{speech.messages.dashboard.indicator.noRevisions}</p>;
  if (result.error !== null) return <ErrorState error={result.error} />;
  if (result.isPending) return <SkeletonTable rows={4} columns={5} />;
  return <RevisionTable {...props} revisions={result.data} />;
}

/** `revisions` holds a list for every reading, in the same order, oldest first. */
export function RevisionTable(
  props: RevisionsProps & { revisions: readonly (readonly Revision[])[] },
): ReactElement {
  const { readings, revisions, speech, say, format } = props;
  const { dashboard } = speech.messages;
  const words = dashboard.revision;
  const lines = readings
    .flatMap((reading, index) =>
      (revisions[index] ?? []).map((revision, version, all) => ({
        key: `${reading.id} ${revision.version}`,
        year: reading.year,
        revision,
        changes: revisionChanges(all[version - 1] ?? null, revision, speech.messages, say),
      })),
    )
    .sort((a, b) => b.revision.at.localeCompare(a.revision.at));
  return (
    <table className="statTable">
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.year}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.change}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, year, revision, changes }) => (
          <tr key={key}>
            <td>{format.dateTime(revision.at)}</td>
            <td>{year}</td>
            <td>{revision.by.name}</td>
            <td>{words.actions[revision.action]}</td>
            <td>
              {changes.map((line) => (
                <span key={line} className={styles['changeLine']}>
                  <MixedText text={line} />
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
