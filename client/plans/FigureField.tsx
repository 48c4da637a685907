import { type ReactElement, useRef, useState } from 'react';
import type { NumberField } from '../../shared/number-input.ts';
import { useMessages } from '../app/language.tsx';
import { NumberInput } from '../ui/NumberInput.tsx';
import { useIssue } from '../ui/form-context.ts';
import { useFieldLeft } from '../ui/useFieldLeft.ts';
import { numberProblem } from './numberBoxes.ts';
import { numberSentence } from './numberSentence.ts';

/** A number box of the settings: tells why its text is no number when it is left or sent. */
export function FigureField(props: {
  label: string;
  pointer: string;
  hint?: string;
  optional?: boolean;
  field: NumberField;
  unit: string | null;
  value: string;
  onChange: (text: string) => void;
  disabled?: boolean;
}): ReactElement {
  const { field, ...rest } = props;
  const messages = useMessages();
  const [left, setLeft] = useState(false);
  const sent = useIssue(props.pointer)?.code === 'badFormat';
  const problem = numberProblem({ text: props.value, field });
  const told = problem !== null && (left || sent);
  const frame = useRef<HTMLDivElement | null>(null);
  useFieldLeft(frame, () => setLeft(true));
  return (
    <div ref={frame}>
      <NumberInput
        {...rest}
        number={field}
        error={told ? numberSentence(messages, problem) : undefined}
      />
    </div>
  );
}
