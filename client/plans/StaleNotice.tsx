import type { ReactElement } from 'react';
import type { Indicator } from '../../shared/plans.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { ApiProblem } from '../call.ts';
import { Notice } from '../ui/Notice.tsx';
import type { FormState } from '../ui/useForm.ts';

/** After a 412: what stands beside the form is new, and this is who changed it last. */
export function StaleNotice(props: { form: FormState; indicator: Indicator }): ReactElement | null {
  const words = useMessages().plans.settings;
  const format = useFormat();
  const { problem } = props.form;
  if (!(problem instanceof ApiProblem) || problem.code !== 'staleVersion') return null;
  const last = lastEntry(props.indicator);
  return (
    <Notice tone="warning" title={words.staleTitle}>
      <p>
        {last === null
          ? words.staleBy(null, null)
          : words.staleBy(last.enteredBy, format.dateTime(last.enteredAt))}
      </p>
    </Notice>
  );
}

/** The latest version that a person entered; the document's own do not count. */
function lastEntry({ targets, baselines, checkpointSets }: Indicator) {
  const entries = [...targets, ...baselines, ...checkpointSets].filter(
    ({ enteredBy }) => enteredBy !== null,
  );
  return entries.reduce<(typeof entries)[number] | null>(
    (last, entry) => (last === null || entry.enteredAt > last.enteredAt ? entry : last),
    null,
  );
}
