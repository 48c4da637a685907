import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { Typed } from './typed.ts';

interface Props {
  readonly typed: Typed;
  readonly onChange: (changes: Partial<Typed>) => void;
}

/** The years that a figure can be of; null: the kind of the indicator knows only its own. */
export type FigureYears = { readonly first: number; readonly own: number } | null;

/** Of which year the figure is, where it may be an older one. */
export function FigureYearField(props: Props & { years: FigureYears }): ReactElement | null {
  const { typed, onChange, years } = props;
  const { review } = useMessages();
  if (years === null || typed.absence !== null || years.first >= years.own) return null;
  return (
    <Select
      label={review.figureYear}
      pointer="/figureYear"
      hint={review.figureYearHint}
      value={typed.figureYear}
      options={[
        { value: '', label: review.ownYear(years.own) },
        ...earlierYears(years).map((year) => ({
          value: String(year),
          label: review.otherYear(year),
        })),
      ]}
      onChange={(figureYear) => onChange({ figureYear })}
    />
  );
}

/** From which paper a figure is taken over in a year without a round (补录). */
export function PaperField(props: Props & { fromPaper: boolean }): ReactElement | null {
  const { typed, onChange, fromPaper } = props;
  const { review } = useMessages();
  if (!fromPaper && typed.paper === '') return null;
  return (
    <TextField
      label={review.paperField}
      pointer="/paper"
      hint={review.paperHint}
      optional
      maxLength={300}
      value={typed.paper}
      onChange={(paper) => onChange({ paper })}
    />
  );
}

/** Whether the scope changed in this year, and how. */
export function ScopeFields({ typed, onChange }: Props): ReactElement {
  const { form } = useMessages().readings;
  return (
    <>
      <Checkbox
        label={form.scopeChanged}
        hint={form.scopeChangedHint}
        checked={typed.scopeChanged}
        onChange={(scopeChanged) => onChange({ scopeChanged })}
      />
      {typed.scopeChanged ? (
        <TextField
          label={form.scopeChange}
          pointer="/scopeChange"
          value={typed.scopeChange}
          onChange={(scopeChange) => onChange({ scopeChange })}
        />
      ) : null}
    </>
  );
}

/** Latest first. */
function earlierYears({ first, own }: { first: number; own: number }): number[] {
  return Array.from({ length: own - first }, (_, n) => own - 1 - n);
}
