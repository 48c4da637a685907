import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useBoard } from '../dashboard/api.ts';
import { useMessages } from '../app/language.tsx';
import { type Plan, useYear } from '../app/plan.ts';
import { useSetSearch } from '../app/search.ts';
import { ForPlan, useMeasures } from '../plans/api.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { InlineSelect } from '../ui/Select.tsx';
import { usePaper } from '../ui/usePaper.ts';
import { useIncentives, useMeasuresOfYear } from './api.ts';
import { type Arranged, arrangeBy, VIEWS } from './arrange.ts';
import styles from './measures.module.css';
import { MeasureTable } from './MeasureTable.tsx';
import { MeasureTabs } from './MeasureTabs.tsx';

/** `/measures`: every measure with its departments, indicators, money and this year's state. */
export function MeasuresPage(): ReactElement {
  const { measures, app } = useMessages();
  usePaper('landscape');
  return (
    <PageFrame
      title={measures.list.title}
      windowTitle={app.nav.measures}
      actions={<Button onClick={() => globalThis.print()}>{measures.list.print}</Button>}
    >
      <MeasureTabs />
      <ForPlan>{(plan) => <MeasuresOf plan={plan} />}</ForPlan>
    </PageFrame>
  );
}

function MeasuresOf({ plan }: { plan: Plan }): ReactElement {
  const words = useMessages().measures.list;
  const year = useYear() ?? plan.defaultYear;
  const measures = useMeasures(plan.id);
  const board = useBoard({ planId: plan.id, year });
  const incentives = useIncentives(plan.id);
  const ofYear = useMeasuresOfYear(plan.id, year);
  const setSearch = useSetSearch();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const view = VIEWS.find((known) => known === search['view']) ?? 'section';
  const withText = search['text'] === 'shown';
  return (
    <Loaded result={ofYear}>
      {(progress) => (
        <Loaded result={measures}>
          {({ items }) => (
            <Loaded result={board}>
              {(shown) => {
                if (items.length === 0) {
                  return <EmptyState title={words.emptyTitle}>{words.emptyBody}</EmptyState>;
                }
                const arranged: Arranged = arrangeBy(view, items, progress, shown);
                return (
                  <>
                    <div className={styles['tools']}>
                      <p className={styles['lead']}>{words.lead(items.length, year)}</p>
                      <span className={`${styles['views']} screenOnly`}>
                        <Checkbox
                          label={words.withText}
                          checked={withText}
                          onChange={(on) =>
                            setSearch({ text: on ? 'shown' : undefined }, { replace: true })
                          }
                        />
                        <InlineSelect
                          label={words.view}
                          value={view}
                          options={VIEWS.map((value) => ({ value, label: words.views[value] }))}
                          onChange={(value) => setSearch({ view: value }, { replace: true })}
                        />
                      </span>
                    </div>
                    <MeasureTable
                      year={year}
                      groups={arranged}
                      withText={withText}
                      board={shown}
                      progress={progress}
                      incentives={incentives.data?.items ?? []}
                    />
                    <p className="sourceLine">{words.source}</p>
                  </>
                );
              }}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
