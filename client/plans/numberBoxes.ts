import { type NumberField, type NumberProblem, parseNumber } from '../../shared/number-input.ts';
import type { Issue } from '../../shared/problems.ts';

/** A box with a number in a form: where it goes in the body, and what was typed into it. */
export interface NumberBox {
  readonly pointer: string;
  readonly text: string;
  readonly field: NumberField;
}

/** The number in a box; undefined: empty, or no number. */
export function numberIn(text: string, field: NumberField): number | undefined {
  const parsed = parseNumber(text, field);
  return parsed.ok ? (parsed.value ?? undefined) : undefined;
}

/** Why the text of a box is no number; null: it is one, or empty. */
export function numberProblem({
  text,
  field,
}: Pick<NumberBox, 'text' | 'field'>): NumberProblem | null {
  const parsed = parseNumber(text, field);
  return parsed.ok ? null : parsed.problem;
}

/** An issue for every box whose text is no number. */
export function unreadable(boxes: readonly NumberBox[]): Issue[] {
  return boxes
    .filter((box) => numberProblem(box) !== null)
    .map(({ pointer }) => ({ pointer, in: 'body', code: 'badFormat' }));
}

/** One issue a field: the first is the one to mend. */
export function firstEach(issues: readonly Issue[]): Issue[] {
  return issues.filter(
    ({ pointer }, at) => issues.findIndex((other) => other.pointer === pointer) === at,
  );
}
