import type { ReactElement } from 'react';
import type { DryRun, ScoreSheet } from '../../shared/acceptance.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './acceptance.module.css';
import { useRunWords } from './useRunWords.ts';

/** The result in one line, what of it the sheet leaves open, and the other years. */
export function RunHead({ sheet, run }: { sheet: ScoreSheet; run: DryRun }): ReactElement {
  const { acceptance: words, app } = useMessages();
  const format = useFormat();
  const say = useRunWords(sheet);
  const count = (verdict: string) => run.items.filter((one) => one.verdict === verdict).length;
  return (
    <section aria-labelledby="run-title">
      <h2 id="run-title">
        {words.dryRun(run.year)} <span lang="zh-CN">{sheet.title}</span>
        {run.illustrative ? ` · ${app.illustrative}` : ''}
      </h2>
      <div className={styles['result']}>
        <p>
          {words.total} <strong className={styles['figure']}>{say.score(run.total)}</strong>{' '}
          {words.outOf(say.marks(run.total.of))}
        </p>
        <p>
          {words.grade} <strong className={styles['figure']}>{say.grade(run)}</strong>
        </p>
        <p>{words.counts(count('met'), count('notMet'), count('cannotJudge'))}</p>
      </div>
      <p className="sourceLine">
        {words.dryRunNote(run.year)}{' '}
        {run.sealedAt === null ? words.live : words.sealed(format.date(run.sealedAt))}
      </p>
      {run.open.length === 0 ? null : (
        <Notice title={words.openTitle(run.open.length)}>
          <ul>
            {run.open.map((point) => (
              <li key={point}>{words.open[point]}</li>
            ))}
          </ul>
        </Notice>
      )}
      <table className={`statTable ${styles['years']}`}>
        <caption>{words.years}</caption>
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            {run.years.map(({ year }) => (
              <th key={year} scope="col" className="num">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{words.score}</th>
            {run.years.map((one) => (
              <td key={one.year} className="num">
                {say.score(one)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{words.grade}</th>
            {run.years.map((one) => (
              <td key={one.year} className={styles['right']}>
                {say.grade(one)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
