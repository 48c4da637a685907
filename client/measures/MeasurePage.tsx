import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { MeasureReport } from '../../shared/measures.ts';
import { refuseTyping } from '../../shared/workflow.ts';
import { ActionsOf } from '../action-items/api.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { type Plan, useYear } from '../app/plan.ts';
import { useMe } from '../app/session.ts';
import { useBoard } from '../dashboard/api.ts';
import { ForPlan, useMeasures } from '../plans/api.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { usePaper } from '../ui/usePaper.ts';
import {
  type MeasuresOfYear,
  useIncentives,
  useMeasuresOfYear,
  useReportsOfMeasure,
} from './api.ts';
import type { Measure } from './arrange.ts';
import { ClauseSection } from './ClauseSection.tsx';
import { History } from './History.tsx';
import styles from './measures.module.css';
import { departmentName } from './MeasureTable.tsx';
import { MeasureTabs } from './MeasureTabs.tsx';
import { ReportFacts } from './ReportFacts.tsx';

/** `/measures/m12`: one measure with its words, its money, and what its departments did. */
export function MeasurePage(): ReactElement {
  return <ForPlan>{(plan) => <Asked plan={plan} />}</ForPlan>;
}

function Asked({ plan }: { plan: Plan }): ReactElement {
  const words = useMessages().measures.one;
  const pick = usePick();
  const { measureId } = useParams({ from: '/inside/measures/$measureId' });
  const result = useMeasures(plan.id);
  usePaper('portrait');
  const measure = result.data?.items.find(({ id }) => id === measureId);
  const back = (
    <Link to="/measures" search={(old) => ({ plan: old.plan, year: old.year })}>
      {words.back}
    </Link>
  );
  const title =
    measure === undefined
      ? words.notFoundTitle
      : words.title(measure.number, pick(measure.titleZh, measure.titleEn));
  return (
    <PageFrame title={title} actions={back}>
      <MeasureTabs />
      <Loaded result={result}>
        {() =>
          measure === undefined ? (
            <EmptyState title={words.notFoundTitle} action={back}>
              {words.notFoundBody}
            </EmptyState>
          ) : (
            <MeasureView plan={plan} measure={measure} />
          )
        }
      </Loaded>
    </PageFrame>
  );
}

function MeasureView({ plan, measure }: { plan: Plan; measure: Measure }): ReactElement {
  const words = useMessages().measures.one;
  const year = useYear() ?? plan.defaultYear;
  const board = useBoard({ planId: plan.id, year });
  const ofYear = useMeasuresOfYear(plan.id, year);
  const incentives = useIncentives(plan.id);
  const reports = useReportsOfMeasure(plan.id, measure.id);
  return (
    <div className={styles['sections']}>
      <ClauseSection
        measure={measure}
        incentives={(incentives.data?.items ?? []).filter(
          ({ measureId }) => measureId === measure.id,
        )}
        indicators={(board.data?.indicators ?? []).filter(({ id }) =>
          measure.indicatorIds.includes(id),
        )}
      />
      <Loaded result={ofYear}>
        {(progress) => (
          <Loaded result={reports}>
            {({ items }) => (
              <>
                <section>
                  <h2>{words.progress(year)}</h2>
                  <Progress
                    progress={progress}
                    measureId={measure.id}
                    reports={items.filter((report) => report.year === year)}
                  />
                </section>
                <History reports={items} progress={progress} />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
      <ActionsOf planId={plan.id} measureId={measure.id} />
    </div>
  );
}

/** What each department did this year, as far as it is approved; and the way to write one's own. */
function Progress(props: {
  progress: MeasuresOfYear;
  measureId: string;
  reports: readonly MeasureReport[];
}): ReactElement {
  const { progress, measureId, reports } = props;
  const words = useMessages().measures.one;
  const pick = usePick();
  const me = useMe();
  const approved = reports.filter(({ status }) => status === 'approved' || status === 'sealed');
  const own = reports.find(({ actingDepartmentId }) => actingDepartmentId === me.departmentId);
  const writes = own === undefined ? refuseTyping(progress.round, null) === null : own.editable;
  return (
    <>
      {approved.length === 0 ? <p>{words.nobody}</p> : null}
      {approved.map((report) => (
        <article key={report.id} className={styles['report']}>
          <h3>{departmentName(progress, report.departmentId, pick)}</h3>
          <ReportFacts report={report} />
        </article>
      ))}
      {me.roles.includes('reporter') || me.roles.includes('departmentHead') ? (
        <p className="screenOnly">
          <Link
            to="/measures/reports"
            search={(old) => ({ plan: old.plan, year: progress.year, report: measureId })}
          >
            {writes ? words.write : words.open}
          </Link>
        </p>
      ) : null}
    </>
  );
}
