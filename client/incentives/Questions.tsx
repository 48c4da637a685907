import type { ReactElement } from 'react';
import { isCounted, isPlace } from '../../shared/incentives/conditions.ts';
import { hasGrades, needsBase } from '../../shared/incentives/evaluate.ts';
import type { Incentive } from '../../shared/incentives.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { NumberInput } from '../ui/NumberInput.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './policy.module.css';
import { unitOf } from './speak.ts';
import { ELSEWHERE, moneyIn, quantityIn, type TypedCase } from './typedCase.ts';

/** What a rule asks of an enterprise that it is for; what another rule asked is filled in already. */
export function Questions(props: {
  rule: Incentive;
  typed: TypedCase;
  onType: (change: (old: TypedCase) => Partial<TypedCase>) => void;
}): ReactElement {
  const { rule, typed, onType } = props;
  const words = useMessages().incentives.page;
  const pick = usePick();
  const { id } = rule;
  const tier = typed.tiers[id];
  const quantity = typed.quantities[id] ?? '';
  const base = typed.bases[id] ?? '';
  const fields = [...new Map(rule.conditions.map((one) => [one.field, one])).values()];
  return (
    <div className={styles['questions']}>
      {hasGrades(rule) ? (
        <Select
          label={words.tier}
          value={tier === undefined ? '' : String(tier)}
          options={[
            { value: '', label: words.choose },
            ...rule.tiers.map((one, at) => ({
              value: String(at),
              label: pick(one.labelZh, one.labelEn),
            })),
          ]}
          onChange={(value) =>
            onType((old) => {
              const { [id]: _before, ...others } = old.tiers;
              return { tiers: value === '' ? others : { ...others, [id]: Number(value) } };
            })
          }
        />
      ) : null}
      {isCounted(rule) ? (
        <NumberInput
          label={words.quantity(pick(rule.per ?? '', rule.perEn ?? ''))}
          error={quantity !== '' && quantityIn(quantity) === null ? words.badQuantity : undefined}
          number={{}}
          unit={null}
          value={quantity}
          onChange={(text) => onType((old) => ({ quantities: { ...old.quantities, [id]: text } }))}
        />
      ) : null}
      {needsBase(rule) ? (
        <NumberInput
          label={words.base(pick(rule.rateBase ?? '', rule.rateBaseEn ?? ''))}
          error={base !== '' && moneyIn(base) === null ? words.badNumber : undefined}
          number={{}}
          unit={null}
          value={base}
          onChange={(text) => onType((old) => ({ bases: { ...old.bases, [id]: text } }))}
        />
      ) : null}
      {fields.map((condition) => {
        const { field } = condition;
        const value = typed.values[field] ?? '';
        const label = words.value(
          pick(condition.nameZh, condition.nameEn),
          unitOf(condition, pick),
        );
        const put = (text: string) =>
          onType((old) => ({ values: { ...old.values, [field]: text } }));
        return isPlace(condition) ? (
          <Select
            key={field}
            label={label}
            value={value}
            options={[
              { value: '', label: words.choose },
              { value: String(condition.value), label: words.place.in },
              { value: ELSEWHERE, label: words.place.out },
            ]}
            onChange={put}
          />
        ) : (
          <NumberInput
            key={field}
            label={label}
            error={value !== '' && moneyIn(value) === null ? words.badNumber : undefined}
            number={{}}
            unit={null}
            value={value}
            onChange={put}
          />
        );
      })}
    </div>
  );
}
