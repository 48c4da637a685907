import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { ApiProblem } from '../call.ts';
import { Notice } from '../ui/Notice.tsx';
import { issueSentence, problemSentence } from '../ui/sentences.ts';
import type { Outcome } from './useEach.ts';

/** What became of each row, in a sentence each. */
export function Outcomes(props: {
  outcomes: readonly Outcome[];
  words: {
    readonly done: (code: string) => string;
    readonly failed: (code: string, why: string) => string;
    readonly said: (done: number, failed: number) => string;
  };
}): ReactElement {
  const { outcomes, words } = props;
  const messages = useMessages();
  const failed = outcomes.filter(({ problem }) => problem !== null).length;
  return (
    <Notice
      tone={failed === 0 ? 'success' : 'warning'}
      role="status"
      title={words.said(outcomes.length - failed, failed)}
    >
      <ul>
        {outcomes.map(({ row, problem }) => {
          const { code } = row.given.indicator;
          if (problem === null) return <li key={row.id}>{words.done(code)}</li>;
          const [issue] = problem instanceof ApiProblem ? problem.errors : [];
          const why =
            issue === undefined
              ? problemSentence(messages, problem)
              : issueSentence(messages, issue);
          return <li key={row.id}>{words.failed(code, why)}</li>;
        })}
      </ul>
    </Notice>
  );
}
