import { askedUnit } from '../../shared/incentives/conditions.ts';
import type { Question, Reading, Step } from '../../shared/incentives/types.ts';
import type { Incentive } from '../../shared/incentives.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import type { Formats } from '../app/language.tsx';

/** What the engine's answers are worded with. */
export interface Speaking {
  readonly words: Messages['incentives'];
  readonly format: Pick<Formats, 'money'>;
  readonly pick: (zh: string, en: string) => string;
}

/** Amounts as money, everything else as it is. */
function told(
  said: Readonly<Record<string, unknown>>,
  { format }: Speaking,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(said).map(([key, value]) => [
      key,
      typeof value === 'bigint' ? format.money(value) : (value as string | number),
    ]),
  );
}

/** @example speakStep({ code: 'rate', base: 800…n, percent: 60, sum: 480…n }, …) // '800万元 × 60% = 480万元' */
export function speakStep(step: Step, speaking: Speaking): string {
  return speaking.words.steps[step.code]?.(told({ ...step }, speaking)) ?? step.code;
}

/** What a text leaves open, in a sentence; a field and a unit by the words of the rule. */
export function speakQuestion(rule: Incentive, question: Question, speaking: Speaking): string {
  const { words, pick } = speaking;
  const said: Record<string, unknown> = { ...question };
  if ('field' in question) {
    const condition = rule.conditions.find(({ field }) => field === question.field);
    said['field'] = condition === undefined ? '' : pick(condition.nameZh, condition.nameEn);
  }
  if (question.code === 'foreignCurrency') {
    const condition = rule.conditions.find(({ unitZh }) => unitZh === question.unit);
    said['unit'] = pick(question.unit, condition?.unitEn ?? question.unit);
  }
  return words.questions[question.code](told(said, speaking));
}

/** What a reading assumes, joined. */
export function speakAssumptions({ assumptions }: Reading, { words, pick }: Speaking): string {
  return assumptions
    .map(({ question, answer }) => words.assumptions[`${question} ${answer}`] ?? '')
    .join(pick('；', '; '));
}

/** What a reading gives. */
export function speakAmount({ amount }: Reading, { words, format }: Speaking): string {
  return amount === null ? words.nothing : words.forms[amount.form](format.money(amount.fen));
}

/** The unit in which a condition is asked. */
export function unitOf(
  condition: Incentive['conditions'][number],
  pick: (zh: string, en: string) => string,
): string {
  const asked = askedUnit(condition);
  if (asked === null) return '';
  return asked === '万元' ? pick('万元', 'CNY 10,000') : pick(asked, condition.unitEn ?? asked);
}
