import type { ReactElement } from 'react';
import { limitsOf } from '../../shared/checks/catalogue.ts';
import { type CheckCode, SETTABLE_GRADES } from '../../shared/checks/codes.ts';
import type { IndicatorCheck } from '../../shared/checks.ts';
import type { Indicator } from '../../shared/plans.ts';
import { useLanguage, useMessages, usePick } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { InlineSelect } from '../ui/Select.tsx';
import { settingWords } from './checkWords.ts';
import { FigureField } from './FigureField.tsx';
import styles from './Settings.module.css';
import { limitField, type TypedCheck } from './typedChecks.ts';

/** How strictly one check is asked, and its limits. */
export function CheckFields(props: {
  indicator: Indicator;
  item: IndicatorCheck;
  row: TypedCheck;
  /** Where the row goes in the body; undefined: it is not sent. */
  pointer: string | undefined;
  onChange: (row: TypedCheck) => void;
  /** undefined: it is as a reset would leave it. */
  onReset: (() => void) | undefined;
}): ReactElement {
  const { indicator, item, row, pointer, onChange, onReset } = props;
  const { code } = item;
  const messages = useMessages();
  const { language } = useLanguage();
  const { names, about, grades, settings: words } = messages.checks;
  const unitOf = useUnitOf(indicator);
  const limits = limitsOf(code);
  const asked = (['lower', 'upper'] as const).filter((side) => limits[side] !== null);
  const labels = words.limitNames(code);
  return (
    <fieldset className={styles['check']}>
      <legend className="visuallyHidden">{names[code]}</legend>
      <div className={styles['checkHead']}>
        <div>
          <strong>{names[code]}</strong>
          <p className={styles['note']}>{about[code]}</p>
        </div>
        <InlineSelect
          label={words.fieldOf(names[code], words.grade)}
          value={row.grade}
          options={SETTABLE_GRADES.map((grade) => ({ value: grade, label: grades[grade] }))}
          onChange={(grade) => onChange({ ...row, grade })}
        />
      </div>
      {row.grade === 'off' || asked.length === 0 ? null : (
        <div className={styles['checkLimits']}>
          {asked.map((side) => (
            <FigureField
              key={side}
              label={labels[side]}
              pointer={`${pointer ?? code}/${side}`}
              field={limitField(indicator, code, side)}
              unit={unitOf(code, side)}
              value={row[side]}
              onChange={(text) => onChange({ ...row, [side]: text })}
            />
          ))}
        </div>
      )}
      {onReset === undefined ? null : (
        <p className={styles['note']}>
          {words.standard(settingWords(indicator, code, item.reset, { language, messages }))}{' '}
          <Button variant="link" aria-label={words.resetOf(names[code])} onClick={onReset}>
            {words.reset}
          </Button>
        </p>
      )}
    </fieldset>
  );
}

/** The unit that stands behind a limit; null: the label says it. */
function useUnitOf(indicator: Indicator) {
  const pick = usePick();
  const { checks } = useMessages();
  const { unitZh, unitEn } = indicator;
  return (code: CheckCode, side: 'lower' | 'upper'): string | null => {
    const counts = limitsOf(code)[side];
    if (counts === 'percent') return '%';
    if (counts === 'years') return checks.settings.yearUnit;
    if (counts !== 'unit' || unitZh === null) return null;
    // Two percentages differ by points.
    if (unitZh === '%' && code !== 'outsideRange') return checks.settings.points;
    return pick(unitZh, unitEn ?? unitZh);
  };
}
