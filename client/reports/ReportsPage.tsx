import { Link } from '@tanstack/react-router';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import {
  type CorrectionNotice,
  downloadIssued,
  type IssuedReport,
  type ReportFormat,
} from '../../shared/reports.ts';
import { scopesOf } from '../../shared/report-rules.ts';
import { useFormat, useMessages, useName } from '../app/language.tsx';
import { type Plan, planYears } from '../app/plan.ts';
import { useMe } from '../app/session.ts';
import { download } from '../call.ts';
import { ForPlan } from '../plans/api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { saveFile } from '../ui/saveFile.ts';
import { InlineSelect } from '../ui/Select.tsx';
import { useIssuedReports } from './api.ts';
import { useScopeName } from './names.ts';
import styles from './reports.module.css';

/** `/reports`: what may be written, and what was issued. */
export function ReportsPage(): ReactElement {
  const words = useMessages().reports;
  return (
    <PageFrame title={words.title} lead={words.lead}>
      <ForPlan>{(plan) => <ReportsOf plan={plan} />}</ForPlan>
    </PageFrame>
  );
}

function ReportsOf({ plan }: { plan: Plan }): ReactElement {
  const words = useMessages().reports;
  const scopes = scopesOf(useMe());
  const issued = useIssuedReports(plan.id);
  return (
    <div className={styles['sections']}>
      {scopes.length === 0 ? null : <Begin plan={plan} scopes={scopes} />}
      <section>
        <h2>{words.issuedTitle}</h2>
        <Loaded result={issued}>
          {({ items }) =>
            items.length === 0 ? <p>{words.none}</p> : <IssuedTable items={items} />
          }
        </Loaded>
      </section>
    </div>
  );
}

/** Year and scope, and the way to the page where it is written. */
function Begin({ plan, scopes }: { plan: Plan; scopes: readonly string[] }): ReactElement {
  const words = useMessages().reports;
  const nameOf = useScopeName();
  const [year, setYear] = useState(String(plan.defaultYear));
  const [scope, setScope] = useState(scopes[0] ?? '');
  const years = planYears(plan, plan.defaultYear).map(String);
  return (
    <section>
      <h2>{words.write}</h2>
      <div className={styles['begin']}>
        <InlineSelect
          label={words.year}
          value={year}
          options={years.map((value) => ({ value, label: value }))}
          onChange={setYear}
        />
        <InlineSelect
          label={words.scope}
          value={scope}
          options={scopes.map((value) => ({ value, label: nameOf(value) }))}
          onChange={setScope}
        />
        <Link
          to="/reports/$reportYear/$scope"
          params={{ reportYear: year, scope }}
          search={{ plan: plan.id }}
        >
          {words.open}
        </Link>
      </div>
    </section>
  );
}

function IssuedTable({ items }: { items: readonly IssuedReport[] }): ReactElement {
  const words = useMessages().reports;
  return (
    <div className={styles['scroll']}>
      <table className={styles['issued']}>
        <caption className="visuallyHidden">{words.issuedCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.year}</th>
            <th scope="col">{words.columns.name}</th>
            <th scope="col">{words.columns.issued}</th>
            <th scope="col">{words.columns.notices}</th>
            <th scope="col">{words.columns.files}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <IssuedRow key={item.id} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function IssuedRow({ item }: { item: IssuedReport }): ReactElement {
  const words = useMessages().reports;
  const format = useFormat();
  return (
    <tr>
      <td>{item.year}</td>
      <th scope="row" lang="zh-CN">
        {item.title}
      </th>
      <td>{words.issuedBy(item.issuedBy, format.date(item.issuedAt))}</td>
      <td>
        <Notices item={item} />
      </td>
      <td>
        <IssuedFiles item={item} />
      </td>
    </tr>
  );
}

/** What was corrected since; the paper itself never changes. */
export function Notices({ item }: { item: IssuedReport }): ReactElement {
  const words = useMessages().reports;
  if (item.notices.length === 0) return <>{words.noNotice}</>;
  return (
    <>
      <ul className={styles['notices']}>
        {item.notices.map((notice) => (
          <li
            key={`${notice.of === 'measure' ? notice.measureId : notice.indicatorId} ${notice.at}`}
          >
            <NoticeLink notice={notice} year={item.year} planId={item.planId} />
          </li>
        ))}
      </ul>
      <p className={styles['hint']}>{words.noticeHint}</p>
    </>
  );
}

function NoticeLink(props: {
  notice: CorrectionNotice;
  year: number;
  planId: string;
}): ReactElement {
  const { notice, year, planId } = props;
  const words = useMessages().reports;
  const format = useFormat();
  const name = useName();
  const said = words.notice(name(notice), format.date(notice.at));
  if (notice.of === 'indicator') {
    return (
      <Link
        to="/indicators/$indicatorId"
        params={{ indicatorId: notice.indicatorId }}
        search={{ year }}
      >
        {said}
      </Link>
    );
  }
  const report = `${notice.measureId}.${notice.departmentId}`;
  return (
    <Link to="/measures/reports" search={{ plan: planId, year, report }}>
      {words.measureNotice(notice.number, said)}
    </Link>
  );
}

export function IssuedFiles({ item }: { item: IssuedReport }): ReactElement {
  const words = useMessages().reports;
  const get = useMutation({
    mutationFn: (format: ReportFormat) =>
      download(downloadIssued, { params: { reportId: item.id }, query: { format } }),
    onSuccess: ({ name, content }) => saveFile(name, content),
    meta: { quiet: true },
  });
  return (
    <>
      <span className={styles['files']}>
        <Button variant="link" pending={get.isPending} onClick={() => get.mutate('docx')}>
          {words.docx}
        </Button>
        <Button variant="link" pending={get.isPending} onClick={() => get.mutate('xlsx')}>
          {words.xlsx}
        </Button>
      </span>
      {get.error === null ? null : <ErrorState error={get.error} />}
    </>
  );
}
