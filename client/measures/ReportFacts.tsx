import type { ReactElement } from 'react';
import { fenOfWan } from '../../shared/incentives/money.ts';
import type { MeasureReport } from '../../shared/measures.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { MeasureStateWord } from './MeasureStateWord.tsx';
import styles from './measures.module.css';
import { resultWords } from './reportDifference.ts';

/** What a report says, to be read. */
export function ReportFacts({ report }: { report: MeasureReport }): ReactElement {
  const { one: words, reports } = useMessages().measures;
  const format = useFormat();
  const { results, paidWan } = report;
  const said: readonly (readonly [string, string])[] = [
    [words.done, report.done],
    [words.problems, report.problems],
    [words.nextSteps, report.nextSteps],
    [reports.paper, report.paper ?? ''],
  ];
  return (
    <div className={styles['said']}>
      <dl>
        <dt>{words.state}</dt>
        <dd>
          <MeasureStateWord state={report.state} />
        </dd>
        {paidWan === null ? null : (
          <>
            <dt>{reports.paidWan}</dt>
            <dd>{format.money(fenOfWan(paidWan) ?? 0n)}</dd>
          </>
        )}
        {results.length === 0 ? null : (
          <>
            <dt>{words.results}</dt>
            <dd lang="zh-CN">{results.map((result) => resultWords(result, format)).join('；')}</dd>
          </>
        )}
        {said
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <Said key={label} label={label} text={text} />
          ))}
      </dl>
    </div>
  );
}

function Said({ label, text }: { label: string; text: string }): ReactElement {
  return (
    <>
      <dt>{label}</dt>
      <dd lang="zh-CN">{text}</dd>
    </>
  );
}
