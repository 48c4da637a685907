import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import {
  type ActionDetails,
  closeAction,
  getAction,
  grantExtension,
  receiveAction,
  verifyAction,
} from '../../shared/action-items.ts';
import type { ActionStep } from '../../shared/action-rules.ts';
import { useMessages } from '../app/language.tsx';
import { rereadScreen } from '../app/queries.ts';
import { ApiProblem, call, query } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import styles from './actions.module.css';
import { AskExtensionDialog } from './AskExtensionDialog.tsx';
import { SAID, SayDialog, type SaidStep } from './SayDialog.tsx';

/** Steps that need no word: a press takes them. */
const SILENT = {
  receive: receiveAction,
  grantExtension,
  verify: verifyAction,
  close: closeAction,
} as const;
type SilentStep = keyof typeof SILENT;

/** The order of the buttons; the one that leads on is the primary one. */
const SHOWN = [
  'receive',
  'report',
  'note',
  'askExtension',
  'grantExtension',
  'refuseExtension',
  'verify',
  'sendBack',
  'close',
  'withdraw',
] as const satisfies readonly ActionStep[];
const LEADING: readonly ActionStep[] = ['receive', 'report', 'grantExtension', 'verify', 'close'];

const isSaid = (step: ActionStep): step is SaidStep => step in SAID;

/** What the reader may do about an action item now. */
export function ActionSteps({ action }: { action: ActionDetails }): ReactElement | null {
  const messages = useMessages();
  const words = messages.actions;
  const toast = useToast();
  const [asked, setAsked] = useState<(typeof SHOWN)[number] | null>(null);
  const client = useQueryClient();
  const silent = useMutation({
    mutationFn: (step: SilentStep) =>
      call(SILENT[step], { params: { actionId: action.id } }, { version: action.version }),
    onSuccess: (after, step) => {
      client.setQueryData(query(getAction, { params: { actionId: action.id } }).queryKey, after);
      toast(words.steps.done[step]);
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'staleVersion') void rereadScreen(client);
    },
  });
  const open = SHOWN.filter((step) => action.steps.includes(step));
  const [leading] = open.filter((step) => LEADING.includes(step));
  const press = (step: (typeof SHOWN)[number]): void => {
    if (step === 'askExtension' || isSaid(step)) setAsked(step);
    else silent.mutate(step);
  };
  const done = (): void => setAsked(null);
  if (open.length === 0) return null;
  return (
    <section className={`${styles['section']} screenOnly`} aria-label={words.one.steps}>
      {silent.error === null ? null : (
        <Notice tone="error">{problemSentence(messages, silent.error)}</Notice>
      )}
      <p className={styles['steps']}>
        {open.map((step) => (
          <Button
            key={step}
            variant={step === leading ? 'primary' : 'plain'}
            pending={silent.isPending}
            onClick={() => press(step)}
          >
            {words.steps[step]}
          </Button>
        ))}
      </p>
      {asked === 'askExtension' ? <AskExtensionDialog action={action} onClose={done} /> : null}
      {asked !== null && isSaid(asked) ? (
        <SayDialog action={action} step={asked} onClose={done} />
      ) : null}
    </section>
  );
}
