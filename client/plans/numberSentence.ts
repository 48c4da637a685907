import type { Messages } from '../../shared/i18n/zh-CN.ts';
import type { NumberProblem } from '../../shared/number-input.ts';
import type { Issue } from '../../shared/problems.ts';
import { issueSentence } from '../ui/sentences.ts';
import { type NumberBox, numberProblem } from './numberBoxes.ts';

/** Why a text is no number. A setting is entered or left alone: it has no 无法提供 to choose. */
export function numberSentence({ plans, readings }: Messages, problem: NumberProblem): string {
  return problem === 'absentMark' ? plans.settings.noMark : readings.numbers[problem];
}

/** The sentences of a form's summary, with the words that stand at its number boxes. */
export function sentencesFor(
  messages: Messages,
  boxes: readonly NumberBox[],
): (issue: Issue) => string {
  return (issue) => {
    const box = boxes.find(({ pointer }) => pointer === issue.pointer);
    const problem = box === undefined ? null : numberProblem(box);
    return problem === null || issue.code !== 'badFormat'
      ? issueSentence(messages, issue)
      : numberSentence(messages, problem);
  };
}
