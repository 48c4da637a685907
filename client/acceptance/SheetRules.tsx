import type { ReactElement } from 'react';
import { CANNOT_JUDGE_RULES, PASS_LINES, TENTATIVE_RULES } from '../../shared/acceptance-rules.ts';
import { useMessages, useName } from '../app/language.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './acceptance.module.css';
import type { Typed } from './typedSheet.ts';

/** What the sheet says of pending targets, missing data, 力争, ranges, bonus and veto; or does not. */
export function SheetRules(props: {
  typed: Typed;
  onChange: (more: Partial<Typed>) => void;
}): ReactElement {
  const { typed, onChange } = props;
  const words = useMessages().acceptance;
  const name = useName();
  const choice = <T extends string>(
    label: string,
    value: T | null,
    known: readonly T[],
    named: Record<T, string>,
    onPick: (value: T | null) => void,
  ) => (
    <Select
      label={label}
      value={value ?? ''}
      options={[
        { value: '', label: words.notSaid },
        ...known.map((one) => ({ value: one as string, label: named[one] })),
      ]}
      onChange={(picked) => onPick(known.find((one) => one === picked) ?? null)}
    />
  );
  return (
    <div className={styles['rules']}>
      {choice(
        words.pendingRule,
        typed.pendingRule,
        CANNOT_JUDGE_RULES,
        words.cannotJudgeRules,
        (pendingRule) => onChange({ pendingRule }),
      )}
      {choice(
        words.noDataRule,
        typed.noDataRule,
        CANNOT_JUDGE_RULES,
        words.cannotJudgeRules,
        (noDataRule) => onChange({ noDataRule }),
      )}
      {choice(
        words.tentativeRule,
        typed.tentativeRule,
        TENTATIVE_RULES,
        words.tentativeRules,
        (tentativeRule) => onChange({ tentativeRule }),
      )}
      {choice(words.passLine, typed.passLine, PASS_LINES, words.passLines, (passLine) =>
        onChange({ passLine }),
      )}
      <TextField
        label={words.bonusCap}
        pointer="/bonusCap"
        inputMode="decimal"
        value={typed.bonusCap}
        onChange={(bonusCap) => onChange({ bonusCap })}
      />
      <Select
        label={words.vetoGrade}
        pointer="/vetoGrade"
        value={typed.vetoGrade === null ? '' : String(typed.vetoGrade)}
        options={[
          { value: '', label: words.notSaid },
          ...typed.grades.map((grade, at) => ({ value: String(at), label: name(grade) })),
        ]}
        onChange={(picked) => onChange({ vetoGrade: picked === '' ? null : Number(picked) })}
      />
    </div>
  );
}
