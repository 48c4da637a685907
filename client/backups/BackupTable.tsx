import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { type BackupRun, takeBackup } from '../../shared/backups.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { download } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { saveFile } from '../ui/saveFile.ts';
import { problemSentence } from '../ui/sentences.ts';
import styles from './backups.module.css';

/** Every run, the newest first. */
export function BackupTable({ items }: { items: readonly BackupRun[] }): ReactElement {
  const messages = useMessages();
  const { backups: words } = messages;
  const take = useMutation({
    mutationFn: async (backupId: string) => {
      const { name, content } = await download(takeBackup, { params: { backupId } });
      saveFile(name, content);
    },
    meta: { quiet: true },
  });
  return (
    <>
      {take.error === null ? null : (
        <Notice tone="error">{problemSentence(messages, take.error)}</Notice>
      )}
      <table className="statTable">
        <thead>
          <tr>
            <th scope="col">{words.columns.kind}</th>
            <th scope="col">{words.columns.started}</th>
            <th scope="col">{words.columns.result}</th>
            <th scope="col" className="num">
              {words.columns.size}
            </th>
            <th scope="col">{words.columns.hash}</th>
            <th scope="col">{words.columns.by}</th>
            <th scope="col">{words.columns.work}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((run) => (
            <Row
              key={run.id}
              run={run}
              taking={take.isPending && take.variables === run.id}
              onTake={() => take.mutate(run.id)}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row(props: { run: BackupRun; taking: boolean; onTake: () => void }): ReactElement {
  const { run, taking, onTake } = props;
  const { backups: words } = useMessages();
  const format = useFormat();
  return (
    <tr>
      <th scope="row">{words.kinds[run.kind]}</th>
      <td>{format.dateTime(run.startedAt)}</td>
      <td className={run.outcome === 'failed' ? styles['failed'] : undefined}>
        {run.outcome === null ? words.underWay : words.outcomes[run.outcome]}
        {run.fault === null ? null : (
          <div className={styles['fault']}>{words.faults[run.fault]}</div>
        )}
      </td>
      <td className="num">{run.size === null ? '—' : format.bytes(run.size)}</td>
      <td className={styles['hash']} title={run.sha256 ?? undefined}>
        {run.sha256?.slice(0, 12) ?? '—'}
      </td>
      <td>{run.startedByName ?? words.server}</td>
      <td>
        {run.kept ? (
          <Button
            variant="link"
            pending={taking}
            aria-label={words.downloadNamed(run.fileName ?? '')}
            onClick={onTake}
          >
            {words.download}
          </Button>
        ) : run.fileName !== null && run.kind !== 'drill' ? (
          words.gone
        ) : (
          '—'
        )}
      </td>
    </tr>
  );
}
