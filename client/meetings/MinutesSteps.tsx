import { type ReactElement, useState } from 'react';
import type { Meeting } from '../../shared/meetings.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import { StepDialog } from './StepDialog.tsx';
import { type PressedStep, useStep } from './useStep.ts';

/** Steps of the minutes, and those that are asked about before they are taken. */
const SHOWN = ['draft', 'present', 'takeBack', 'confirm', 'close'] as const;
type Shown = (typeof SHOWN)[number];

/** Drafting, the way to the chair and back, the chair's confirmation, the file. */
export function MinutesSteps({ meeting }: { meeting: Meeting }): ReactElement {
  const messages = useMessages();
  const words = messages.meetings.minutes;
  const toast = useToast();
  const [asked, setAsked] = useState<Shown | null>(null);
  const done: Partial<Record<PressedStep, string>> = {
    draft: words.drafted,
    present: words.presented,
    takeBack: words.tookBack,
    confirm: words.confirmed,
    close: words.closed,
  };
  const tell = (step: PressedStep): void => toast(done[step] ?? '');
  const taking = useStep(meeting, tell);
  const first = meeting.state === 'ended';
  const labels: Readonly<Record<Shown, string>> = {
    draft: first ? words.draft : words.redraft,
    present: words.present,
    takeBack: words.takeBack,
    confirm: words.confirm,
    close: words.close,
  };
  const bodies: Partial<Record<Shown, string>> = {
    present: words.presentBody(
      meeting.decisions.filter(({ confirmed }) => confirmed === null).length,
    ),
    confirm: words.confirmBody,
    close: words.closeBody,
    ...(first ? {} : { draft: words.redraftBody }),
  };
  const open = SHOWN.filter((step) => meeting.steps.includes(step));
  const leading = open.find((step) => step !== 'draft' && step !== 'takeBack') ?? open[0];
  const body = asked === null ? undefined : bodies[asked];
  return (
    <>
      {taking.error === null ? null : (
        <Notice tone="error">{problemSentence(messages, taking.error)}</Notice>
      )}
      {open.map((step) => (
        <Button
          key={step}
          variant={step === leading ? 'primary' : 'plain'}
          pending={taking.isPending}
          onClick={() => {
            if (bodies[step] === undefined) taking.mutate(step);
            else setAsked(step);
          }}
        >
          {labels[step]}
        </Button>
      ))}
      {asked === null || body === undefined ? null : (
        <StepDialog
          meeting={meeting}
          step={asked}
          title={asked === 'confirm' ? words.confirmTitle : labels[asked]}
          body={body}
          press={labels[asked]}
          onDone={() => tell(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
