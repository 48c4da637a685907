import { type ReactElement, useState } from 'react';
import type { Reading } from '../../shared/readings.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import styles from './entry.module.css';
import { ReturnDialog } from './ReturnDialog.tsx';
import { DESK_STEPS, useSteps } from './useSteps.ts';

/** The steps that are open to the reader, as buttons; nothing where none is. */
export function StepButtons(props: {
  reading: Reading;
  code: string;
  onDone: (reading: Reading) => void;
  /** Held by the page where keys open the dialog too. */
  returning?: boolean;
  onReturning?: (open: boolean) => void;
  /** Beside other things in a line. */
  inLine?: boolean;
}): ReactElement | null {
  const { reading, code, onDone, inLine = false } = props;
  const messages = useMessages();
  const { steps } = messages.readings;
  const [own, setOwn] = useState(false);
  const returning = props.returning ?? own;
  const setReturning = props.onReturning ?? setOwn;
  const taking = useSteps((after) => {
    setReturning(false);
    onDone(after);
  });
  const open = DESK_STEPS.filter((step) => reading.steps.includes(step));
  if (open.length === 0 && taking.error === null) return null;
  return (
    <div>
      {taking.error === null ? null : (
        <Notice tone="error" role="alert">
          {problemSentence(messages, taking.error)}
        </Notice>
      )}
      <div className={`${styles['actions']} ${inLine ? styles['inLine'] : ''}`}>
        {open.map((step) => (
          <Button
            key={step}
            variant={step === 'return' ? 'danger' : 'primary'}
            pending={taking.isPending}
            data-step={step}
            onClick={() =>
              step === 'return' ? setReturning(true) : taking.mutate({ step, reading, code })
            }
          >
            {steps[step]}
          </Button>
        ))}
      </div>
      {returning ? (
        <ReturnDialog
          code={code}
          pending={taking.isPending}
          onClose={() => setReturning(false)}
          onReturn={(back) => taking.mutate({ step: 'return', reading, code, back })}
        />
      ) : null}
    </div>
  );
}
