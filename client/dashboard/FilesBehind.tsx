import { type ReactElement, useState } from 'react';
import type { Reading } from '../../shared/readings.ts';
import type { Formats } from '../app/language.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { useFiles } from './useHistories.ts';
import styles from './Indicator.module.css';
import type { Speech } from './speak.ts';

interface FilesBehindProps {
  readings: readonly Reading[];
  speech: Speech;
  format: Pick<Formats, 'dateTime' | 'number'>;
}

/** The evidence behind the figures of an indicator; fetched when it is opened. */
export function FilesBehind(props: FilesBehindProps): ReactElement {
  const [open, setOpen] = useState(false);
  const { evidence } = props.speech.messages.dashboard;
  return (
    <details
      className={styles['details']}
      onToggle={(event) => setOpen((event.target as HTMLDetailsElement).open)}
    >
      <summary>
        <h2>{evidence.title}</h2>
      </summary>
      {open ? <Opened {...props} /> : null}
    </details>
  );
}

function Opened({ readings, speech, format }: FilesBehindProps): ReactElement {
  const { evidence: words } = speech.messages.dashboard;
  const result = useFiles(readings.map(({ id }) => id));
  if (result.error !== null) return <ErrorState error={result.error} />;
  if (result.isPending) return <SkeletonTable rows={2} columns={4} />;
  const files = readings
    .flatMap(({ year }, at) => (result.data[at] ?? []).map((file) => ({ year, file })))
    .sort((a, b) => b.year - a.year);
  if (files.length === 0) return <p>{words.none}</p>;
  return (
    <table className="statTable">
      <thead>
        <tr>
          <th scope="col">{words.year}</th>
          <th scope="col">{words.name}</th>
          <th scope="col" className="num">
            {words.size}
          </th>
          <th scope="col">{words.added}</th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ year, file }) => (
          <tr key={`${year} ${file.id}`}>
            <td>{year}</td>
            <td>
              {file.damaged ? (
                <>
                  {file.name} {words.damaged}
                </>
              ) : (
                <a href={`/api/evidence/${encodeURIComponent(file.id)}`} download="">
                  {file.name}
                </a>
              )}
            </td>
            <td className="num">{words.kilobytes(format.number(file.size / 1024, 0))}</td>
            <td>{words.addedBy(file.added.name, format.dateTime(file.added.at))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
