import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { getSession, signOut } from '../../shared/accounts.ts';
import { beginPairing, CODE_MINUTES } from '../../shared/displays.ts';
import { Doorway } from '../accounts/api.ts';
import { useMessages } from '../app/language.tsx';
import { ApiProblem, call } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import styles from './displays.module.css';

/** How soon a wall notices that somebody typed its code. */
const LOOK_MS = 2000;
/** A little before the code is dead, so that none on the screen ever is. */
const ANEW_MS = CODE_MINUTES * 60_000 - 5000;

/** `/pair`: what a machine at the wall shows until somebody with the right to types its code. */
export function PairPage(): ReactElement {
  const { displays } = useMessages();
  const { wall: words } = displays;
  // A query of its own: the application's session is asked for once, and this changes before its eyes.
  const session = useQuery({
    queryKey: ['who this machine is'],
    queryFn: () => call(getSession, {}),
    refetchInterval: LOOK_MS,
    refetchIntervalInBackground: true,
    retry: true,
    retryDelay: LOOK_MS,
  });
  const user = session.data?.user;
  const display = user?.roles.every((role) => role === 'display') === true;
  useEffect(() => {
    if (display) globalThis.location.replace('/present');
  }, [display]);
  return (
    <Doorway wall title={words.title}>
      {user === undefined || user === null ? (
        <Code wanted={user === null} />
      ) : display ? (
        <p role="status">{words.done}</p>
      ) : (
        <>
          <Notice tone="warning">{words.signedIn(user.name)}</Notice>
          <Button
            variant="primary"
            onClick={() => void call(signOut, {}).then(() => session.refetch())}
          >
            {words.signOut}
          </Button>
        </>
      )}
    </Doorway>
  );
}

function Code({ wanted }: { wanted: boolean }): ReactElement {
  const messages = useMessages();
  const { wall: words } = messages.displays;
  const { data, error, failureReason } = useQuery({
    queryKey: [beginPairing.operationId],
    queryFn: () => call(beginPairing, {}),
    enabled: wanted,
    staleTime: Infinity,
    gcTime: 0,
    refetchInterval: ANEW_MS,
    refetchIntervalInBackground: true,
    // A wall is switched on with the building: the server may come later.
    retry: (_count, problem) =>
      !(problem instanceof ApiProblem && problem.code === 'insecureTransport'),
    retryDelay: LOOK_MS,
  });
  if (error !== null) return <Notice tone="error">{problemSentence(messages, error)}</Notice>;
  if (data === undefined) {
    return <p role="status">{failureReason === null ? words.asking : words.failed}</p>;
  }
  return (
    <>
      <p>{words.wait}</p>
      <div className={styles['code']} role="status" aria-label={`${words.code} ${data.code}`}>
        <span>{data.code.slice(0, 4)}</span>
        <span>{data.code.slice(4)}</span>
      </div>
      <p>{words.lasts(CODE_MINUTES)}</p>
    </>
  );
}
