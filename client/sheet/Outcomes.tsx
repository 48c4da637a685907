import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { ApiProblem } from '../call.ts';
import { entryIssueSentence, useSay } from '../readings/api.ts';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import type { Outcome } from './useEach.ts';

interface Words {
  readonly done: (code: string) => string;
  readonly failed: (code: string, why: string) => string;
  readonly said: (done: number, failed: number) => string;
}

/** What became of each row, in a sentence each. */
export function Outcomes(props: { outcomes: readonly Outcome[]; words: Words }): ReactElement {
  const { outcomes, words } = props;
  const failed = outcomes.filter(({ problem }) => problem !== null).length;
  return (
    <Notice
      tone={failed === 0 ? 'success' : 'warning'}
      role="status"
      title={words.said(outcomes.length - failed, failed)}
    >
      <ul>
        {outcomes.map((outcome) => (
          <li key={outcome.row.id}>
            <OutcomeWords {...outcome} words={words} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function OutcomeWords(props: Outcome & { words: Words }): ReactElement {
  const { row, problem, words } = props;
  const { indicator } = row.given;
  const messages = useMessages();
  const say = useSay(indicator);
  if (problem === null) return <>{words.done(indicator.code)}</>;
  const [issue] = problem instanceof ApiProblem ? problem.errors : [];
  const why =
    issue === undefined
      ? problemSentence(messages, problem)
      : entryIssueSentence(messages, issue, say);
  return <>{words.failed(indicator.code, why)}</>;
}
