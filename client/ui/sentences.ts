import type { Details, Sentence } from '../../shared/i18n/zh-CN/problems.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import type { Issue } from '../../shared/problems.ts';
import { ApiProblem } from '../call.ts';

function say(sentence: Sentence, details: Details): string {
  return typeof sentence === 'string' ? sentence : sentence(details);
}

/**
 * What is wrong with a field and how to mend it.
 * @example issueSentence(messages, { pointer: '/value', in: 'body', code: 'aboveHundred' })
 */
export function issueSentence(messages: Messages, issue: Pick<Issue, 'code' | 'values'>): string {
  return say(messages.problems.issues[issue.code], issue.values ?? {});
}

/** What a refusal means: what happened, that nothing was lost, what to do. */
export function problemSentence(messages: Messages, problem: unknown): string {
  const { problems } = messages;
  if (!(problem instanceof ApiProblem)) return say(problems.refusals.internal, {});
  const { code, retryAfter } = problem;
  if (code === 'offline' || code === 'unreadable') return problems[code];
  return say(problems.refusals[code], { retryAfter });
}
