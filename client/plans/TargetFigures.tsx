import type { ReactElement } from 'react';
import type { Indicator } from '../../shared/plans.ts';
import { useMessages, useName, usePick } from '../app/language.tsx';
import { Select } from '../ui/Select.tsx';
import { FigureField } from './FigureField.tsx';
import { targetField, targetNumbers, type TypedTarget } from './typedTarget.ts';

/** The boxes of the chosen way: a figure, two bounds, or a level. */
export function TargetFigures(props: {
  indicator: Indicator;
  typed: TypedTarget;
  onChange: (changes: Partial<TypedTarget>) => void;
}): ReactElement {
  const { indicator, typed, onChange } = props;
  const { app, plans } = useMessages();
  const words = plans.settings;
  const pick = usePick();
  const name = useName();
  const { unitZh, unitEn } = indicator;
  const unit = unitZh === null ? null : pick(unitZh, unitEn ?? unitZh);
  if (typed.expression === 'value' && indicator.kind === 'rating') {
    return (
      <Select
        label={words.targetFields['/targetLevel']}
        pointer="/targetLevel"
        value={typed.targetLevel}
        options={[
          { value: '', label: app.field.choose },
          ...indicator.levels.map((level) => ({ value: String(level.level), label: name(level) })),
        ]}
        onChange={(targetLevel) => onChange({ targetLevel })}
      />
    );
  }
  return (
    <>
      {targetNumbers(indicator, typed.expression).map((key) => (
        <FigureField
          key={key}
          label={words.targetFields[`/${key}`]}
          pointer={`/${key}`}
          optional={key === 'upper'}
          {...(key === 'reductionPct' ? { hint: words.reductionHint } : {})}
          field={targetField(indicator, key)}
          unit={key === 'reductionPct' ? '%' : unit}
          value={typed[key]}
          onChange={(text) => onChange({ [key]: text })}
        />
      ))}
    </>
  );
}
