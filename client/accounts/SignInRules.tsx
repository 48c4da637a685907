import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { getSignInRules, setSignInRules } from '../../shared/second-factor.ts';
import { useMessages } from '../app/language.tsx';
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
  const rules = useQuery(query(getSignInRules, {})).data;
  const change = useMutation({
    mutationFn: (demandsSecondFactor: boolean) =>
      call(setSignInRules, { body: { demandsSecondFactor } }),
    onSuccess: () => toast(words.ruleSaved),
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
