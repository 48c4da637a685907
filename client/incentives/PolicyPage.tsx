import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { evaluate } from '../../shared/incentives/evaluate.ts';
import { isGranted } from '../../shared/incentives/total.ts';
import type { Incentive } from '../../shared/incentives.ts';
import { useMessages, useName } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { useBoardSearch } from '../app/search.ts';
import { useBoard } from '../dashboard/api.ts';
import { MeasureTabs, useIncentives } from '../measures/api.ts';
import { ForPlan, useMeasures } from '../plans/api.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { InlineSelect } from '../ui/Select.tsx';
import { usePaper } from '../ui/usePaper.ts';
import styles from './policy.module.css';
import { RuleCard } from './RuleCard.tsx';
import { Summary } from './Summary.tsx';
import { caseOf, NOTHING_SAID, type TypedCase } from './typedCase.ts';

/** `/policy`: which money rules apply to an enterprise, how much they give, what the text leaves open. */
export function PolicyPage(): ReactElement {
  const words = useMessages().incentives.page;
  usePaper('portrait');
  return (
    <PageFrame
      title={words.title}
      lead={words.lead}
      actions={<Button onClick={() => globalThis.print()}>{words.print}</Button>}
    >
      <MeasureTabs />
      <ForPlan>{(plan) => <PolicyOf plan={plan} />}</ForPlan>
    </PageFrame>
  );
}

function PolicyOf({ plan }: { plan: Plan }): ReactElement {
  const words = useMessages().incentives.page;
  return (
    <Loaded result={useIncentives(plan.id)}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={words.emptyTitle}>{words.emptyBody}</EmptyState>
        ) : (
          <Finder plan={plan} rules={items} />
        )
      }
    </Loaded>
  );
}

type Show = 'all' | 'applying';

function Finder({ plan, rules }: { plan: Plan; rules: readonly Incentive[] }): ReactElement {
  const words = useMessages().incentives.page;
  const name = useName();
  const { rule: asked } = useBoardSearch();
  const measures = useMeasures(plan.id).data?.items ?? [];
  const themes = useBoard({ planId: plan.id }).data?.themes ?? [];
  const [typed, setTyped] = useState<TypedCase>(NOTHING_SAID);
  const [theme, setTheme] = useState('');
  const [show, setShow] = useState<Show>('all');
  const results = useMemo(() => {
    const given = caseOf(typed, rules);
    return new Map(rules.map((rule) => [rule.id, evaluate(rule, given)]));
  }, [typed, rules]);
  useEffect(() => {
    if (asked !== undefined) document.getElementById(`rule-${asked}`)?.scrollIntoView();
  }, [asked]);
  const themeOf = (rule: Incentive) => measures.find(({ id }) => id === rule.measureId)?.themeId;
  const shown = rules.filter((rule) => {
    const result = results.get(rule.id);
    if (show === 'applying' && (result === undefined || !isGranted(result))) return false;
    return theme === '' || themeOf(rule) === theme;
  });
  return (
    <div className={styles['finder']}>
      <div>
        <div className={`${styles['tools']} screenOnly`}>
          <InlineSelect
            label={words.theme}
            value={theme}
            options={[
              { value: '', label: words.allThemes },
              ...themes.map((one) => ({ value: one.id, label: name(one) })),
            ]}
            onChange={setTheme}
          />
          <InlineSelect
            label={words.show}
            value={show}
            options={[
              { value: 'all', label: words.showAll },
              { value: 'applying', label: words.showApplying },
            ]}
            onChange={setShow}
          />
          <Button onClick={() => setTyped(NOTHING_SAID)}>{words.clear}</Button>
        </div>
        <h2 className="visuallyHidden">{words.rules}</h2>
        {shown.length === 0 ? <p>{words.summaryNone}</p> : null}
        {shown.map((rule) => {
          const result = results.get(rule.id);
          return result === undefined ? null : (
            <RuleCard
              key={rule.id}
              rule={rule}
              result={result}
              typed={typed}
              onType={(change) => setTyped((old) => ({ ...old, ...change(old) }))}
            />
          );
        })}
      </div>
      <Summary rules={rules} results={[...results.values()]} />
    </div>
  );
}
