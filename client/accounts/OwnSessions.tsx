import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { endOwnSession, listOwnSessions } from '../../shared/accounts.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { call, query } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { useToast } from '../ui/Toast.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './accounts.module.css';
import { deviceOf } from './device.ts';

/** Where one is signed in, each with a way to end it. */
export function OwnSessions(): ReactElement {
  const messages = useMessages();
  const { own } = messages.accounts;
  const format = useFormat();
  const toast = useToast();
  const sessions = useQuery(query(listOwnSessions, {}));
  const end = useMutation({
    mutationFn: (sessionId: string) => call(endOwnSession, { params: { sessionId } }),
    onSuccess: () => toast(own.ended),
  });
  return (
    <section className={styles['section']}>
      <h2>{own.sessions}</h2>
      <p>{own.sessionsLead}</p>
      {end.error === null ? null : (
        <Notice tone="error" role="alert">
          {problemSentence(messages, end.error)}
        </Notice>
      )}
      <Loaded result={sessions} skeleton={<SkeletonTable rows={2} />}>
        {({ items }) => (
          <table className={`statTable ${styles['table']}`}>
            <thead>
              <tr>
                <th scope="col">{own.device}</th>
                <th scope="col">{own.address}</th>
                <th scope="col">{own.since}</th>
                <th scope="col">{own.seen}</th>
                <th scope="col">
                  <VisuallyHidden>{messages.app.actions.column}</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((session) => {
                const device = deviceOf(session.userAgent) ?? own.unknownDevice;
                return (
                  <tr key={session.id}>
                    <th scope="row" title={session.userAgent}>
                      {device}
                    </th>
                    <td>{session.address}</td>
                    <td>{format.dateTime(session.createdAt)}</td>
                    <td>{format.dateTime(session.seenAt)}</td>
                    <td>
                      {session.current ? (
                        own.thisOne
                      ) : (
                        <Button
                          variant="link"
                          aria-label={own.endLabel(device, session.address)}
                          pending={end.isPending}
                          onClick={() => end.mutate(session.id)}
                        >
                          {own.end}
                        </Button>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </Loaded>
    </section>
  );
}
