import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { getSignInRules, setSignInRules } from '../../shared/second-factor.ts';
import { useMessages } from '../app/language.tsx';
import { sessionQuery } from '../app/queries.ts';
import { call, query } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import styles from './accounts.module.css';

/** Under 等保: whether the three administrators must have a second factor. Otherwise nothing. */
export function SignInRules(): ReactElement | null {
  const messages = useMessages();
  const { code: words } = messages.accounts;
  const toast = useToast();
  const client = useQueryClient();
  const router = useRouter();
  const rules = useQuery(query(getSignInRules, {})).data;
  const change = useMutation({
    mutationFn: (demandsSecondFactor: boolean) =>
      call(setSignInRules, { body: { demandsSecondFactor } }),
    onSuccess: async () => {
      toast(words.ruleSaved);
      // Whoever demands it may be the first to lack it.
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await router.invalidate();
    },
  });
  if (rules?.profile !== 'mlps') return null;
  const { demandsSecondFactor: demanded } = rules;
  return (
    <section className={styles['section']}>
      <h2>{words.rules}</h2>
      {change.error === null ? null : (
        <Notice tone="error" role="alert">
          {problemSentence(messages, change.error)}
        </Notice>
      )}
      <p>{demanded ? words.ruleOn : words.ruleOff}</p>
      <Button pending={change.isPending} onClick={() => change.mutate(!demanded)}>
        {demanded ? words.ruleStop : words.ruleStart}
      </Button>
    </section>
  );
}
