import type { ReactElement } from 'react';
import type { Result } from '../../shared/incentives/types.ts';
import type { Incentive } from '../../shared/incentives.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import { ClauseLink } from '../plans/api.ts';
import { RadioGroup } from '../ui/Choices.tsx';
import { Answer } from './Answer.tsx';
import styles from './policy.module.css';
import { Questions } from './Questions.tsx';
import type { TypedCase } from './typedCase.ts';

/** One rule: whether it is asked for, what else has to be known, and what follows. */
export function RuleCard(props: {
  rule: Incentive;
  result: Result;
  typed: TypedCase;
  onType: (change: (old: TypedCase) => Partial<TypedCase>) => void;
}): ReactElement {
  const { rule, result, typed, onType } = props;
  const { incentives } = useMessages();
  const words = incentives.page;
  const pick = usePick();
  const format = useFormat();
  const claim = typed.claims[rule.id];
  const beneficiary = pick(rule.beneficiary ?? rule.titleZh, rule.beneficiaryEn ?? rule.titleEn);
  const condition = pick(rule.condition ?? '', rule.conditionEn ?? '');
  const speaking = { words: incentives, format, pick };
  return (
    <article
      id={`rule-${rule.id}`}
      className={`${styles['rule']} ${claim === true ? '' : 'screenOnly'}`}
      data-verdict={result.verdict}
      aria-label={pick(rule.titleZh, rule.titleEn)}
    >
      <h3>
        {pick(rule.titleZh, rule.titleEn)}
        <span className={styles['verdict']}>{incentives.verdicts[result.verdict]}</span>
      </h3>
      <p className={styles['clause']}>
        <ClauseLink clause={{ subject: 'incentive', id: rule.id }}>
          {words.clauseOf(rule.measureNumber)}
        </ClauseLink>{' '}
        <q lang="zh-CN">{rule.quote}</q>
      </p>
      <RadioGroup
        label={
          condition === '' ? words.claim(beneficiary) : words.claimCondition(beneficiary, condition)
        }
        inColumns
        value={claim === undefined ? null : claim ? 'yes' : 'no'}
        choices={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
        onChange={(value) =>
          onType((old) => ({ claims: { ...old.claims, [rule.id]: value === 'yes' } }))
        }
      />
      {claim === true ? (
        <>
          <Questions rule={rule} typed={typed} onType={onType} />
          <Answer rule={rule} result={result} speaking={speaking} />
        </>
      ) : null}
    </article>
  );
}
