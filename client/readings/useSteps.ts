import { useMutation, useQueryClient } from '@tanstack/react-query';
import { approveReading, type Reading, returnReading, signReading } from '../../shared/readings.ts';
import type { Step } from '../../shared/workflow.ts';
import { useMessages } from '../app/language.tsx';
import { rereadScreen } from '../app/queries.ts';
import { call } from '../call.ts';
import type { Back } from './ReturnDialog.tsx';
import { useToast } from '../ui/Toast.tsx';

/** The steps that are taken from outside the form. Handing in belongs to the form. */
export type DeskStep = Exclude<Step, 'submit'>;
export const DESK_STEPS = ['sign', 'approve', 'return'] as const satisfies readonly DeskStep[];

type Taking = {
  readonly reading: Reading;
  /** Of the indicator, for the sentence afterwards. */
  readonly code: string;
} & (
  | { readonly step: Exclude<DeskStep, 'return'> }
  | { readonly step: 'return'; readonly back: Back }
);

/** Takes a step and says in a corner that it was taken. What the screen shows is read again. */
export function useSteps(onDone: (reading: Reading) => void) {
  const { steps, form } = useMessages().readings;
  const toast = useToast();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (taking: Taking): Promise<Reading> => {
      const { step, reading } = taking;
      const input = { params: { readingId: reading.id } };
      const options = { version: reading.version };
      if (step === 'return') {
        return call(returnReading, { ...input, body: taking.back }, options);
      }
      return call(step === 'sign' ? signReading : approveReading, input, options);
    },
    onSuccess: (reading, { step, code }) => {
      toast(form.taken(code, steps.done[step]));
      onDone(reading);
    },
    // Most refusals mean that the page is old: 409, 412, or a right that is gone.
    onError: () => void rereadScreen(client),
  });
}
