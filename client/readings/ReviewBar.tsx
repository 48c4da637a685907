import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { type ApprovalOutcome, MOST_APPROVED } from '../../shared/approvals.ts';
import { approveReadings, type Reading } from '../../shared/readings.ts';
import type { Review } from '../../shared/review.ts';
import { useMessages } from '../app/language.tsx';
import { rereadScreen } from '../app/queries.ts';
import { call } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import styles from './review.module.css';
import type { ReviewEntry } from './ReviewItem.tsx';
import type { Selection } from './useSelection.ts';

interface Told {
  readonly code: string;
  readonly outcome: ApprovalOutcome;
}

/** How far each year is, what is shown, and the approval of several at once. */
export function ReviewBar(props: {
  years: Review['years'];
  entries: readonly ReviewEntry[];
  selection: Selection;
  onlyHeld: boolean;
  onOnlyHeld: (only: boolean) => void;
}): ReactElement {
  const { years, entries, selection, onlyHeld, onOnlyHeld } = props;
  const messages = useMessages();
  const { review: words } = messages;
  const [rest, setRest] = useState<readonly Told[]>([]);
  const approving = useApproval(entries, (told) => {
    setRest(told.filter(({ outcome }) => outcome !== 'approved'));
    selection.chooseAll(false);
  });
  const { chosen } = selection;
  const live = years.filter(({ waiting }) => waiting > 0);
  return (
    <div className={styles['bar']}>
      <div className={styles['barLine']}>
        <ul className={styles['counts']}>
          {live.map(({ year, waiting, returned, approved }) => (
            <li key={year}>{words.counts(year, waiting, returned, approved)}</li>
          ))}
        </ul>
        <Checkbox label={words.onlyHeld} checked={onlyHeld} onChange={onOnlyHeld} />
        {selection.possible ? (
          <>
            <Checkbox
              label={words.selectAll}
              checked={chosen.length > 0 && entries.every(isChosenIn(selection))}
              onChange={selection.chooseAll}
            />
            <Button
              variant={chosen.length === 0 ? 'plain' : 'primary'}
              disabled={chosen.length === 0}
              pending={approving.isPending}
              onClick={() => approving.mutate(chosen)}
            >
              {words.approveSelected(chosen.length)}
            </Button>
          </>
        ) : null}
      </div>
      {approving.error === null ? null : (
        <Notice tone="error" role="alert">
          {problemSentence(messages, approving.error)}
        </Notice>
      )}
      {rest.length === 0 ? null : (
        <Notice tone="warning" role="status" title={words.bulkRest(rest.length)}>
          <ul>
            {rest.map(({ code, outcome }) => (
              <li key={`${code} ${outcome}`}>{words.bulkLine(code, words.outcomes[outcome])}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

const isChosenIn =
  ({ has, mayBe }: Selection) =>
  ({ reading }: ReviewEntry): boolean =>
    !mayBe(reading) || has(reading.id);

/** Approves what is chosen, as many at a time as the server takes, and tells what became of each. */
function useApproval(entries: readonly ReviewEntry[], onTold: (told: readonly Told[]) => void) {
  const { review: words } = useMessages();
  const toast = useToast();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (readings: readonly Reading[]): Promise<Told[]> => {
      const codes = new Map(entries.map(({ reading, indicator }) => [reading.id, indicator.code]));
      const told: Told[] = [];
      for (let from = 0; from < readings.length; from += MOST_APPROVED) {
        const part = readings.slice(from, from + MOST_APPROVED);
        const items = part.map(({ id, version }) => ({ id, version }));
        // One after the other: each is a transaction of its own.
        // oxlint-disable-next-line no-await-in-loop
        const answer = await call(approveReadings, { body: { items } });
        told.push(
          ...answer.items.map(({ id, outcome }) => ({ code: codes.get(id) ?? '', outcome })),
        );
      }
      return told;
    },
    onSuccess: (told) => {
      const done = told.filter(({ outcome }) => outcome === 'approved').length;
      toast(done === 0 ? words.bulkNone : words.bulkDone(done));
      onTold(told);
    },
    onError: () => void rereadScreen(client),
  });
}
