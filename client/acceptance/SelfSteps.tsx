import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { SelfStep } from '../../shared/acceptance-life.ts';
import {
  type Acceptance,
  type AcceptanceDepartment,
  handInSelfAssessment,
  recallSelfAssessment,
  submitSelfAssessment,
} from '../../shared/acceptances.ts';
import { useMessages } from '../app/language.tsx';
import { call } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import styles from './acceptance.module.css';
import { SendBackDialog } from './SendBackDialog.tsx';
import { useRunWords } from './useRunWords.ts';

const STEPS = {
  submit: submitSelfAssessment,
  recall: recallSelfAssessment,
  handIn: handInSelfAssessment,
} as const;

const isSilent = (step: SelfStep): step is keyof typeof STEPS => step in STEPS;

/** Where the self-assessment of a department stands, and what the reader may do with it. */
export function SelfSteps(props: {
  acceptance: Acceptance;
  department: AcceptanceDepartment;
}): ReactElement {
  const { acceptance, department } = props;
  const messages = useMessages();
  const words = messages.acceptances;
  const toast = useToast();
  const say = useRunWords({ grades: [] });
  const [back, setBack] = useState(false);
  const { departmentId, version, steps, unmarked, state, self } = department;
  const take = useMutation({
    mutationFn: (step: keyof typeof STEPS) =>
      call(STEPS[step], { params: { acceptanceId: acceptance.id, departmentId } }, { version }),
    onSuccess: (_answer, step) => toast(words.selfStepsDone[step]),
  });
  const writes = state === 'draft' || state === 'returned';
  return (
    <>
      <p className={styles['standing']}>
        {words.selfLead(department.items)} · {words.selfStates[state]}
        {self === null ? '' : ` · ${words.self} ${say.score(self)}`}
        {writes && unmarked > 0 ? ` · ${words.unmarked(unmarked)}` : ''}
      </p>
      {take.error === null ? null : (
        <Notice tone="error">{problemSentence(messages, take.error)}</Notice>
      )}
      {steps.length === 0 ? null : (
        <div className={`${styles['tools']} screenOnly`}>
          {steps.map((step) =>
            isSilent(step) ? (
              <Button
                key={step}
                variant={step === 'recall' ? 'plain' : 'primary'}
                pending={take.isPending}
                onClick={() => take.mutate(step)}
              >
                {words.selfSteps[step]}
              </Button>
            ) : (
              <Button key={step} onClick={() => setBack(true)}>
                {words.selfSteps.sendBack}
              </Button>
            ),
          )}
        </div>
      )}
      {back ? (
        <SendBackDialog
          acceptance={acceptance}
          department={department}
          onClose={() => setBack(false)}
        />
      ) : null}
    </>
  );
}
