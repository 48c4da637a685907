import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import {
  approveScoreSheet,
  beginScoreSheet,
  type BEGINNINGS,
  presentScoreSheet,
  type ScoreSheet,
  takeBackScoreSheet,
} from '../../shared/acceptance.ts';
import type { SheetStep } from '../../shared/acceptance-rules.ts';
import { useMessages } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { call } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { useToast } from '../ui/Toast.tsx';

const STEPS = {
  present: presentScoreSheet,
  takeBack: takeBackScoreSheet,
  approve: approveScoreSheet,
} as const;

/** The steps of a sheet that are open to the reader; approving is asked once more. */
export function SheetActions({ sheet }: { sheet: ScoreSheet }): ReactElement {
  const { acceptance: words, app } = useMessages();
  const toast = useToast();
  const [asked, setAsked] = useState(false);
  const take = useMutation({
    mutationFn: (step: SheetStep) =>
      call(STEPS[step], { params: { sheetId: sheet.id } }, { version: sheet.version }),
    onSuccess: (_sheet, step) => {
      setAsked(false);
      toast(words.stepDone[step]);
    },
  });
  return (
    <>
      {sheet.editable ? (
        <Link to="/acceptance/sheet" search={(old) => ({ ...old, sheet: sheet.id })}>
          {words.edit}
        </Link>
      ) : null}
      {sheet.steps.map((step) => (
        <Button
          key={step}
          variant={step === 'takeBack' ? 'plain' : 'primary'}
          pending={take.isPending}
          onClick={() => (step === 'approve' ? setAsked(true) : take.mutate(step))}
        >
          {words.steps[step]}
        </Button>
      ))}
      {asked ? (
        <Dialog isOpen title={words.approveTitle} onClose={() => setAsked(false)}>
          <p>{words.approveBody}</p>
          <DialogActions>
            <Button onClick={() => setAsked(false)}>{app.actions.cancel}</Button>
            <Button
              variant="primary"
              pending={take.isPending}
              onClick={() => take.mutate('approve')}
            >
              {words.steps.approve}
            </Button>
          </DialogActions>
        </Dialog>
      ) : null}
    </>
  );
}

/** Begins the next version; an example is loaded only by this press. */
export function BeginActions(props: { plan: Plan; revises: boolean }): ReactElement {
  const { plan, revises } = props;
  const words = useMessages().acceptance;
  const begin = useMutation({
    mutationFn: (from: (typeof BEGINNINGS)[number]) =>
      call(beginScoreSheet, { params: { planId: plan.id }, body: { from } }),
  });
  return revises ? (
    <Button pending={begin.isPending} onClick={() => begin.mutate('latest')}>
      {words.beginLatest}
    </Button>
  ) : (
    <>
      <Button variant="primary" pending={begin.isPending} onClick={() => begin.mutate('empty')}>
        {words.begin}
      </Button>{' '}
      <Button pending={begin.isPending} onClick={() => begin.mutate('example')}>
        {words.beginExample}
      </Button>
    </>
  );
}
