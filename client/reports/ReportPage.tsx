import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { type Language, LANGUAGES } from '../../shared/i18n/languages.ts';
import { FONT_SCHEMES, type FontScheme } from '../../shared/paper.ts';
import { type AnnualReport, downloadReport, type ReportFormat } from '../../shared/reports.ts';
import { useFormat, useLanguage, useMessages } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { ApiProblem, download } from '../call.ts';
import { ForPlan } from '../plans/api.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { saveFile } from '../ui/saveFile.ts';
import { InlineSelect } from '../ui/Select.tsx';
import { usePaper } from '../ui/usePaper.ts';
import { type ReportKey, useReport } from './api.ts';
import { Checklist } from './Checklist.tsx';
import { Comments } from './Comments.tsx';
import { IssueDialog } from './IssueDialog.tsx';
import { useScopeName } from './names.ts';
import { Preview } from './Preview.tsx';
import styles from './reports.module.css';
import { IssuedFiles, Notices } from './ReportsPage.tsx';
import { TextEditor } from './TextEditor.tsx';
import { useTextKeeper } from './useTextKeeper.ts';
import { Versions } from './Versions.tsx';

/** `/reports/2018/zone`: a report is checked, written, looked at and issued. */
export function ReportPage(): ReactElement {
  const { reportYear, scope } = useParams({ from: '/inside/reports/$reportYear/$scope' });
  usePaper('report');
  return (
    <ForPlan>
      {(plan) => <ReportOf key={scope} plan={plan} year={reportYear} scope={scope} />}
    </ForPlan>
  );
}

function ReportOf(props: { plan: Plan; year: string; scope: string }): ReactElement {
  const { plan, year, scope } = props;
  const words = useMessages().reports;
  const nameOf = useScopeName();
  const key = { planId: plan.id, year, scope };
  const result = useReport(key);
  const title = words.one.title(Number(year), nameOf(scope));
  if (result.error instanceof ApiProblem && result.error.code === 'notFound') {
    return (
      <PageFrame title={title}>
        <EmptyState title={words.one.notFound} action={<Back plan={plan} />}>
          {words.one.notFoundBody}
        </EmptyState>
      </PageFrame>
    );
  }
  return (
    <Loaded result={result}>
      {(report) => <Written key={year} plan={plan} of={key} title={title} report={report} />}
    </Loaded>
  );
}

function Back({ plan }: { plan: Plan }): ReactElement {
  const words = useMessages().reports.one;
  return (
    <Link to="/reports" search={{ plan: plan.id }}>
      {words.back}
    </Link>
  );
}

function Written(props: {
  plan: Plan;
  of: ReportKey;
  title: string;
  report: AnnualReport;
}): ReactElement {
  const { plan, of, title, report } = props;
  const { keeper, state } = useTextKeeper(of, report);
  // Of the paper, not of the page: either may be wanted by whoever reads the other.
  const [language, setLanguage] = useState<Language>(useLanguage().language);
  return (
    <PageFrame
      title={title}
      lead={
        <div className="screenOnly">
          <Standing report={report} />
        </div>
      }
      actions={
        <Actions
          of={of}
          plan={plan}
          report={report}
          language={language}
          onLanguage={setLanguage}
          before={() => keeper.flush()}
        />
      }
    >
      <LeaveGuard active={state.unsent.length > 0} />
      <div className={styles['desk']}>
        <div className={`${styles['side']} screenOnly`}>
          <Checklist report={report} />
          {report.issued === null ? <TextEditor keeper={keeper} state={state} /> : null}
          <Comments of={of} report={report} />
          <Versions of={of} report={report} />
        </div>
        <Preview of={of} year={report.year} language={language} />
      </div>
    </PageFrame>
  );
}

function Standing({ report }: { report: AnnualReport }): ReactElement | null {
  const words = useMessages().reports.one;
  const format = useFormat();
  const { issued, sealedAt } = report;
  if (issued === null) return sealedAt === null ? <>{words.unsealed}</> : null;
  return (
    <Notice tone="success">
      <p>{words.issuedAt(issued.issuedBy, format.date(issued.issuedAt))}</p>
      <IssuedFiles item={issued} />
      {issued.notices.length === 0 ? null : <Notices item={issued} />}
    </Notice>
  );
}

function Actions(props: {
  of: ReportKey;
  plan: Plan;
  report: AnnualReport;
  language: Language;
  onLanguage: (language: Language) => void;
  /** What is typed reaches the server before a file is made of it. */
  before: () => Promise<void>;
}): ReactElement {
  const { of, plan, report, language, onLanguage, before } = props;
  const words = useMessages().reports.one;
  const [fonts, setFonts] = useState<FontScheme>('gb2312');
  const [issuing, setIssuing] = useState(false);
  const get = useMutation({
    mutationFn: async (format: ReportFormat) => {
      await before();
      return download(downloadReport, { params: of, query: { format, language, fonts } });
    },
    onSuccess: ({ name, content }) => saveFile(name, content),
    meta: { quiet: true },
  });
  return (
    <>
      <InlineSelect
        label={words.language}
        value={language}
        options={LANGUAGES.map((value) => ({ value, label: words.languageNames[value] }))}
        onChange={onLanguage}
      />
      {report.issued === null ? (
        <>
          <InlineSelect
            label={words.fonts}
            value={fonts}
            options={FONT_SCHEMES.map((value) => ({ value, label: words.fontNames[value] }))}
            onChange={setFonts}
          />
          <Button pending={get.isPending} onClick={() => get.mutate('docx')}>
            {get.isPending ? words.making : words.download}
          </Button>
          <Button pending={get.isPending} onClick={() => get.mutate('xlsx')}>
            {words.annex}
          </Button>
        </>
      ) : language === 'en' ? (
        // What was issued is Chinese, and kept; the English one is made of the same sealed figures.
        <Button pending={get.isPending} onClick={() => get.mutate('docx')}>
          {get.isPending ? words.making : words.english}
        </Button>
      ) : null}
      <Button onClick={() => globalThis.print()}>{words.print}</Button>
      {report.mayIssue && report.sealedAt !== null && report.issued === null ? (
        <Button
          variant="primary"
          onClick={() => {
            void before().then(() => setIssuing(true));
          }}
        >
          {words.issue}
        </Button>
      ) : null}
      <Back plan={plan} />
      {get.error === null ? null : <ErrorState error={get.error} />}
      {issuing ? (
        <IssueDialog of={of} report={report} fonts={fonts} onClose={() => setIssuing(false)} />
      ) : null}
    </>
  );
}
