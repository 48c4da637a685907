import { type ReactElement, useState } from 'react';
import {
  type Acceptance,
  announceMarks,
  beginVerification,
  concludeAcceptance,
  presentAcceptance,
  takeBackAcceptance,
  withdrawAcceptance,
} from '../../shared/acceptances.ts';
import type { AcceptanceStep } from '../../shared/acceptance-life.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextArea } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { type FormState, useForm } from '../ui/useForm.ts';
import styles from './acceptance.module.css';

const SILENT = {
  announce: announceMarks,
  present: presentAcceptance,
  takeBack: takeBackAcceptance,
  conclude: concludeAcceptance,
} as const;
const SAID = { beginVerification, withdraw: withdrawAcceptance } as const;

const isSilent = (step: AcceptanceStep): step is keyof typeof SILENT => step in SILENT;
const BESIDE: readonly AcceptanceStep[] = ['takeBack', 'withdraw'];

/** What stands in the way, and the steps that are open to the reader; each is asked once more. */
export function LifeSteps({ acceptance }: { acceptance: Acceptance }): ReactElement | null {
  const words = useMessages().acceptances;
  const [asked, setAsked] = useState<AcceptanceStep | null>(null);
  const close = () => setAsked(null);
  return (
    <div className="screenOnly">
      <Left acceptance={acceptance} />
      {acceptance.steps.length === 0 ? null : (
        <div className={styles['tools']}>
          {acceptance.steps.map((step) => (
            <Button
              key={step}
              variant={BESIDE.includes(step) ? 'plain' : 'primary'}
              onClick={() => setAsked(step)}
            >
              {words.steps[step]}
            </Button>
          ))}
        </div>
      )}
      {asked === null ? null : isSilent(asked) ? (
        <Silent key={asked} acceptance={acceptance} step={asked} onClose={close} />
      ) : (
        <Said key={asked} acceptance={acceptance} step={asked} onClose={close} />
      )}
    </div>
  );
}

function Left({ acceptance: { left, state } }: { acceptance: Acceptance }): ReactElement | null {
  const words = useMessages().acceptances;
  const open = [
    ...(state === 'selfAssessment' || state === 'verification'
      ? [[left.atDepartments, words.left.atDepartments] as const]
      : []),
    ...(state === 'verification' ? [[left.unverified, words.left.unverified] as const] : []),
    ...(state === 'disputes' ? [[left.openDisputes, words.left.openDisputes] as const] : []),
  ].filter(([count]) => count > 0);
  if (open.length === 0) return null;
  return (
    <Notice title={words.leftTitle}>
      <ul>
        {open.map(([count, say]) => (
          <li key={say(count)}>{say(count)}</li>
        ))}
      </ul>
    </Notice>
  );
}

interface StepProps<S extends AcceptanceStep> {
  readonly acceptance: Acceptance;
  readonly step: S;
  readonly onClose: () => void;
}

function Silent({ acceptance, step, onClose }: StepProps<keyof typeof SILENT>): ReactElement {
  const words = useMessages().acceptances;
  const toast = useToast();
  const form = useForm(SILENT[step], {
    input: () => ({ params: { acceptanceId: acceptance.id } }),
    version: acceptance.version,
    onDone: () => {
      toast(words.stepsDone[step]);
      onClose();
    },
  });
  return <Asked step={step} form={form} onClose={onClose} />;
}

function Said({ acceptance, step, onClose }: StepProps<keyof typeof SAID>): ReactElement {
  const words = useMessages().acceptances;
  const toast = useToast();
  const [reason, setReason] = useState('');
  const needed = step === 'withdraw' || acceptance.left.atDepartments > 0;
  const form = useForm(SAID[step], {
    input: () => ({ params: { acceptanceId: acceptance.id }, body: { reason } }),
    version: acceptance.version,
    onDone: () => {
      toast(words.stepsDone[step]);
      onClose();
    },
  });
  return (
    <Asked step={step} form={form} onClose={onClose}>
      {needed ? (
        <TextArea
          label={step === 'withdraw' ? words.reasonOfWithdrawal : words.reasonOfAbsence}
          pointer="/reason"
          rows={3}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      ) : null}
    </Asked>
  );
}

function Asked(props: {
  step: AcceptanceStep;
  form: FormState;
  onClose: () => void;
  children?: ReactElement | null;
}): ReactElement {
  const { step, form, onClose, children } = props;
  const { acceptances: words, app } = useMessages();
  return (
    <Dialog isOpen title={words.steps[step]} onClose={onClose}>
      <Form form={form} names={{ '/reason': words.reason }}>
        <p>{words.stepsAsk[step]}</p>
        {children}
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {words.steps[step]}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
