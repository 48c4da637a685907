import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useMessages, usePick } from '../app/language.tsx';
import { type Plan, useYear } from '../app/plan.ts';
import { useBoardSearch, useSetSearch } from '../app/search.ts';
import { useMe } from '../app/session.ts';
import { ForPlan, useDepartments, useMeasures } from '../plans/api.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { InlineSelect } from '../ui/Select.tsx';
import { useMeasuresOfYear, useReportsOfYear } from './api.ts';
import { chosenDuty, dutiesShown, FILTERS, filtersFor, keyOf } from './duties.ts';
import styles from './measures.module.css';
import { MeasureTabs } from './MeasureTabs.tsx';
import { ReportList } from './ReportList.tsx';
import { ReportPanel } from './ReportPanel.tsx';

/** `/measures/reports`: the reports of a year to be written, signed and approved. */
export function ReportsPage(): ReactElement {
  return <ForPlan>{(plan) => <OfYear plan={plan} />}</ForPlan>;
}

function OfYear({ plan }: { plan: Plan }): ReactElement {
  const words = useMessages().measures.reports;
  const year = useYear() ?? plan.defaultYear;
  return (
    <PageFrame title={words.title(year)} lead={words.lead}>
      <MeasureTabs />
      <Desk key={`${plan.id} ${year}`} plan={plan} year={year} />
    </PageFrame>
  );
}

function Desk({ plan, year }: { plan: Plan; year: number }): ReactElement {
  const words = useMessages().measures.reports;
  const pick = usePick();
  const me = useMe();
  const setSearch = useSetSearch();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const { report: asked } = useBoardSearch();
  const measures = useMeasures(plan.id);
  const ofYear = useMeasuresOfYear(plan.id, year);
  const reports = useReportsOfYear(plan.id, year);
  const departments = useDepartments().data?.items ?? [];
  const filters = filtersFor(me);
  const filter = FILTERS.find((one) => one === search['filter']) ?? filters[0] ?? 'all';
  return (
    <Loaded result={ofYear}>
      {(progress) => (
        <Loaded result={measures}>
          {({ items }) => (
            <Loaded result={reports}>
              {(visible) => {
                const all = dutiesShown(items, progress, visible.items);
                const chosen = chosenDuty(all, asked, me);
                const shown = all.filter((one) => filter === 'all' || one.isFor(me, filter));
                const name = (id: string) => {
                  const found = departments.find((one) => one.id === id);
                  return found === undefined ? id : pick(found.shortNameZh, found.nameEn);
                };
                return (
                  <div className={styles['desk']}>
                    <div>
                      <div className={styles['tools']}>
                        <InlineSelect
                          label={words.filter}
                          value={filter}
                          options={filters.map((value) => ({ value, label: words.filters[value] }))}
                          onChange={(value) => setSearch({ filter: value }, { replace: true })}
                        />
                      </div>
                      {shown.length === 0 ? (
                        <EmptyState title={words.nothingTitle}>{words.nothingBody}</EmptyState>
                      ) : (
                        <ReportList
                          duties={shown}
                          chosen={chosen === null ? null : keyOf(chosen)}
                          name={name}
                          onChoose={(duty) => setSearch({ report: keyOf(duty) }, { replace: true })}
                        />
                      )}
                    </div>
                    {chosen === null ? (
                      <EmptyState title={words.pickTitle}>{words.pickBody}</EmptyState>
                    ) : (
                      <ReportPanel
                        key={`${keyOf(chosen)} ${chosen.report?.id ?? ''}`}
                        duty={chosen}
                        planId={plan.id}
                        year={year}
                        round={progress.round}
                        name={name}
                      />
                    )}
                  </div>
                );
              }}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
