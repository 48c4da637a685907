import type { ReactElement } from 'react';
import type { Acceptance } from '../../shared/acceptances.ts';
import { useMessages } from '../app/language.tsx';
import styles from './acceptance.module.css';
import { useRunWords } from './useRunWords.ts';

const KINDS = ['computed', 'self', 'verified'] as const;

/** What the marks come to: by the figures, by the departments, by the assessors. */
export function OutcomeTable({ acceptance }: { acceptance: Acceptance }): ReactElement {
  const { acceptance: general, acceptances: words } = useMessages();
  const say = useRunWords(acceptance);
  const { met, notMet, cannotJudge } = acceptance.verdicts;
  return (
    <section>
      <table className={`statTable ${styles['outcome']}`}>
        <caption>{words.outcome}</caption>
        <thead>
          <tr>
            <th scope="col">{words.kind}</th>
            <th scope="col" className="num">
              {words.base}
            </th>
            <th scope="col" className="num">
              {words.bonus}
            </th>
            <th scope="col" className="num">
              {words.total}
            </th>
            <th scope="col">{words.grade}</th>
            <th scope="col">{words.veto}</th>
          </tr>
        </thead>
        <tbody>
          {KINDS.map((kind) => {
            const outcome = acceptance[kind];
            return (
              <tr key={kind}>
                <th scope="row">{words.kinds[kind]}</th>
                {outcome === null ? (
                  <td colSpan={5}>
                    {kind !== 'computed' && acceptance.state === 'selfAssessment'
                      ? words.notYetOf[kind]
                      : words.hidden}
                  </td>
                ) : (
                  <>
                    <td className="num">{say.score(outcome.base)}</td>
                    <td className="num">{say.score(outcome.bonus)}</td>
                    <td className="num">{say.score(outcome.total)}</td>
                    <td>{acceptance.grades.length === 0 ? general.noGrade : say.grade(outcome)}</td>
                    <td>
                      {words.vetoes(
                        outcome.vetoes.filter(({ certain }) => certain).length,
                        outcome.vetoes.filter(({ certain }) => !certain).length,
                      )}
                    </td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="sourceLine">{words.verdicts(met, notMet, cannotJudge)}</p>
    </section>
  );
}
