import type { ReactElement } from 'react';
import { EVIDENCE_MOST } from '../../shared/evidence.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { ApiProblem } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { problemSentence } from '../ui/sentences.ts';
import styles from './evidence.module.css';
import type { Sending } from './UploadQueue.ts';

/** What is on its way, with its bar, and what was refused, with the reason. */
export function SendingList(props: {
  sending: readonly Sending[];
  onCancel: (id: string) => void;
  onRetry: (id: string) => void;
}): ReactElement | null {
  const { sending, onCancel, onRetry } = props;
  if (sending.length === 0) return null;
  return (
    <ul className={styles['sending']}>
      {sending.map((one) => (
        <li key={one.id}>
          {one.state === 'refused' ? (
            <Refused one={one} onDismiss={() => onCancel(one.id)} onRetry={() => onRetry(one.id)} />
          ) : (
            <OnItsWay one={one} onCancel={() => onCancel(one.id)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function OnItsWay(props: { one: Sending; onCancel: () => void }): ReactElement {
  const { file, state, share } = props.one;
  const words = useMessages().evidence;
  const format = useFormat();
  const sent = share >= 1 ? words.checking : words.sending(format.percent(share));
  return (
    <div className={styles['onItsWay']}>
      <span className={styles['name']}>{file.name}</span>
      <progress aria-label={file.name} className={styles['bar']} max={1} value={share} />
      <span className={styles['short']}>{state === 'waiting' ? words.waiting : sent}</span>
      <Button variant="link" aria-label={words.cancelNamed(file.name)} onClick={props.onCancel}>
        {words.cancel}
      </Button>
    </div>
  );
}

function Refused(props: {
  one: Sending;
  onDismiss: () => void;
  onRetry: () => void;
}): ReactElement {
  const { file, problem } = props.one;
  const messages = useMessages();
  const words = messages.evidence;
  return (
    <div className={styles['refused']} role="alert">
      <p>
        <strong>{words.refused(file.name)}</strong>
      </p>
      <p>{refusalSentence(messages, problem)}</p>
      <p className={styles['choices']}>
        {mayWorkAgain(problem) ? (
          <Button variant="link" onClick={props.onRetry}>
            {words.retry}
          </Button>
        ) : null}
        <Button variant="link" onClick={props.onDismiss}>
          {words.dismiss}
        </Button>
      </p>
    </div>
  );
}

/** Where a file is the matter, "what you typed is still here" would not help. */
function refusalSentence(messages: Messages, problem: unknown): string {
  const { evidence } = messages;
  if (problem instanceof ApiProblem) {
    if (problem.code === 'conflict') return evidence.conflict;
    if (problem.code === 'tooLarge') return evidence.tooLarge;
    if (problem.code === 'offline') return evidence.offline;
    if (problem.errors.some(({ code }) => code === 'tooMany'))
      return evidence.tooMany(EVIDENCE_MOST);
  }
  return problemSentence(messages, problem);
}

/** The network, or the disk, may be better the next time; the file itself will not be. */
function mayWorkAgain(problem: unknown): boolean {
  const again = ['offline', 'unreadable', 'busy', 'storageFull', 'tooManyRequests', 'internal'];
  return problem instanceof ApiProblem && [...again, 'notSignedIn'].includes(problem.code);
}
