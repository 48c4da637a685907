import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useRef } from 'react';
import {
  type ActionDetails,
  addActionFile,
  getActionFile,
  removeActionFile,
} from '../../shared/action-items.ts';
import { EVIDENCE_TYPES, type Evidence } from '../../shared/evidence.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { addressOf, call } from '../call.ts';
import { sendFile } from '../transfer.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import styles from './actions.module.css';

const ENDINGS = Object.keys(EVIDENCE_TYPES).map((ending) => `.${ending}`);

/** The files beside an action item; whoever works on it adds and takes away. */
export function ActionFiles({ action }: { action: ActionDetails }): ReactElement {
  const messages = useMessages();
  const words = messages.actions.one;
  const toast = useToast();
  const input = useRef<HTMLInputElement | null>(null);
  const send = useMutation({
    mutationFn: (file: File) => sendFile(addActionFile, { params: { actionId: action.id } }, file),
    onSuccess: ({ name }) => toast(words.fileAdded(name)),
  });
  const { files } = action;
  if (files === null) return <p>{words.filesHidden}</p>;
  return (
    <>
      {files.length === 0 ? <p>{words.filesNone}</p> : null}
      <ul className={styles['files']}>
        {files.map((file) => (
          <File key={file.id} action={action} file={file} />
        ))}
      </ul>
      {send.error === null ? null : (
        <Notice tone="error">{problemSentence(messages, send.error)}</Notice>
      )}
      {action.steps.includes('attach') ? (
        <p className="screenOnly">
          <Button pending={send.isPending} onClick={() => input.current?.click()}>
            {send.isPending ? words.fileSending(send.variables.name) : words.fileAdd}
          </Button>{' '}
          <small>{words.fileRules}</small>
          <input
            ref={input}
            type="file"
            hidden
            aria-label={words.fileAdd}
            accept={ENDINGS.join(',')}
            onChange={(event) => {
              const [file] = Array.from(event.target.files ?? []);
              if (file !== undefined) send.mutate(file);
              event.target.value = '';
            }}
          />
        </p>
      ) : null}
    </>
  );
}

function File(props: { action: ActionDetails; file: Evidence }): ReactElement {
  const { action, file } = props;
  const messages = useMessages();
  const words = messages.actions.one;
  const format = useFormat();
  const toast = useToast();
  const params = { actionId: action.id, evidenceId: file.id };
  const remove = useMutation({
    mutationFn: () => call(removeActionFile, { params }),
    onSuccess: () => toast(words.fileRemoved(file.name)),
    onError: (error) => toast(problemSentence(messages, error)),
  });
  return (
    <li>
      {file.damaged ? (
        <>
          {file.name} <strong>{messages.evidence.damaged}</strong>
        </>
      ) : (
        <a href={addressOf(getActionFile, { params })} download={file.name}>
          {file.name}
        </a>
      )}
      <br />
      <small>
        {format.bytes(file.size)} · {file.added.name} · {format.dateTime(file.added.at)}
      </small>{' '}
      {action.steps.includes('detach') ? (
        <Button
          variant="link"
          className="screenOnly"
          aria-label={words.fileRemoveNamed(file.name)}
          onClick={() => remove.mutate()}
        >
          {words.fileRemove}
        </Button>
      ) : null}
    </li>
  );
}
