import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useId } from 'react';
import { EVIDENCE_TYPES } from '../../shared/evidence.ts';
import {
  addReportFile,
  getReportFile,
  listReportFiles,
  removeReportFile,
} from '../../shared/measures.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { rereadScreen } from '../app/queries.ts';
import { useMay } from '../app/session.ts';
import { addressOf, call, query } from '../call.ts';
import { sendFile } from '../transfer.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import styles from './measures.module.css';

/** The files beside a report; who may write it adds and takes away. */
export function ReportFiles({ reportId }: { reportId: string }): ReactElement | null {
  const may = useMay();
  return may('evidence.see') ? <Files reportId={reportId} /> : null;
}

const ENDINGS = Object.keys(EVIDENCE_TYPES)
  .map((ending) => `.${ending}`)
  .join();

function Files({ reportId }: { reportId: string }): ReactElement {
  const messages = useMessages();
  const words = messages.evidence;
  const format = useFormat();
  const client = useQueryClient();
  const toast = useToast();
  const id = useId();
  const { data } = useQuery(query(listReportFiles, { params: { reportId } }));
  const add = useMutation({
    mutationFn: (file: File) => sendFile(addReportFile, { params: { reportId } }, file),
    onSuccess: ({ name }) => {
      toast(words.uploaded(name));
      void rereadScreen(client);
    },
  });
  const remove = useMutation({
    mutationFn: ({ id: evidenceId }: { id: string; name: string }) =>
      call(removeReportFile, { params: { reportId, evidenceId } }),
    onSuccess: (_nothing, { name }) => toast(words.removed(name)),
  });
  const problem = add.error ?? remove.error;
  const items = data?.items ?? [];
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{messages.measures.reports.evidence}</h3>
      {problem === null ? null : <Notice tone="error">{problemSentence(messages, problem)}</Notice>}
      {data !== undefined && items.length === 0 ? (
        <p className={styles['acts']}>{words.none}</p>
      ) : null}
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            {item.damaged ? (
              <>
                {item.name} <strong>{words.damaged}</strong>
              </>
            ) : (
              <a
                href={addressOf(getReportFile, { params: { reportId, evidenceId: item.id } })}
                download={item.name}
                title={words.download(item.name)}
              >
                {item.name}
              </a>
            )}{' '}
            <small>
              {format.bytes(item.size)} · {item.added.name} · {format.dateTime(item.added.at)}
            </small>{' '}
            {data?.editable === true ? (
              <Button
                variant="link"
                className="screenOnly"
                aria-label={words.removeNamed(item.name)}
                onClick={() => remove.mutate(item)}
              >
                {words.remove}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {data?.editable === true ? (
        <label className={styles['file']}>
          <span>{messages.measures.reports.addFile}</span>
          <input
            type="file"
            accept={ENDINGS}
            disabled={add.isPending}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined) add.mutate(file);
              target.value = '';
            }}
          />
        </label>
      ) : null}
    </section>
  );
}
