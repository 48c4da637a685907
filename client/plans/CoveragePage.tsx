import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { useCoverage } from './api.ts';
import styles from './Coverage.module.css';
import { ForPlan } from './ForPlan.tsx';
import { type Coverage, countOf, GAPS, incompleteIndicators } from './gaps.ts';
import { IndicatorGaps } from './IndicatorGaps.tsx';
import { MeasureGaps } from './MeasureGaps.tsx';

/** What the plan still lacks before it can be judged whole, and who supplies it. */
export function CoveragePage(): ReactElement {
  const { app, plans } = useMessages();
  return (
    <PageFrame
      title={plans.coverage.title}
      windowTitle={app.nav.coverage}
      lead={plans.coverage.lead}
    >
      <ForPlan>{(plan) => <CoverageOf plan={plan} />}</ForPlan>
    </PageFrame>
  );
}

function CoverageOf({ plan }: { plan: Plan }): ReactElement {
  const words = useMessages().plans.coverage;
  return (
    <Loaded result={useCoverage(plan.id)}>
      {(coverage) => {
        const total = GAPS.reduce((sum, gap) => sum + countOf(coverage, gap), 0);
        if (total === 0) {
          return (
            <EmptyState title={words.completeTitle} action={<Link to="/">{words.toOverview}</Link>}>
              {words.completeBody(plan.indicatorCount)}
            </EmptyState>
          );
        }
        const indicators = incompleteIndicators(coverage);
        return (
          <div className={styles['page']}>
            <Work coverage={coverage} total={total} />
            {indicators.length === 0 ? null : (
              <IndicatorGaps indicators={indicators} count={plan.indicatorCount} />
            )}
            {coverage.measuresWithoutIndicator.length === 0 ? null : (
              <MeasureGaps measures={coverage.measuresWithoutIndicator} />
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

/** The kinds of gaps with their counts: what, how many, who supplies it and how. */
function Work({ coverage, total }: { coverage: Coverage; total: number }): ReactElement {
  const words = useMessages().plans.coverage;
  return (
    <section>
      <h2>{words.workTitle(total)}</h2>
      <table className={`statTable ${styles['work']}`}>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col" className="num">
              {words.count}
            </th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.how}</th>
          </tr>
        </thead>
        <tbody>
          {GAPS.map((gap) => {
            const count = countOf(coverage, gap);
            const { what, who, how } = words.gaps[gap];
            return (
              <tr key={gap} data-done={count === 0 ? '' : undefined}>
                <th scope="row">{what}</th>
                <td className="num">{count}</td>
                <td>{count === 0 ? '—' : who}</td>
                <td>{count === 0 ? words.done : how}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
