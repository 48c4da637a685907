import type { ReactElement } from 'react';
import type { Acceptance } from '../../shared/acceptances.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import styles from './acceptance.module.css';
import { useDepartmentName } from './useDepartmentName.ts';
import { useRunWords } from './useRunWords.ts';

/** Every department: how far it is, and what it comes to. */
export function UnitTable({ acceptance }: { acceptance: Acceptance }): ReactElement {
  const { acceptance: general, acceptances: words } = useMessages();
  const format = useFormat();
  const say = useRunWords(acceptance);
  const nameOf = useDepartmentName();
  const rate = (marks: number, of: number) => (of === 0 ? '—' : format.percent(marks / of, 1));
  return (
    <section>
      <table className={`statTable ${styles['units']}`}>
        <caption>{words.units}</caption>
        <thead>
          <tr>
            <th scope="col">{words.department}</th>
            <th scope="col">{words.state}</th>
            <th scope="col" className="num">
              {words.progress}
            </th>
            <th scope="col" className="num">
              {words.full}
            </th>
            <th scope="col" className="num">
              {words.computed}
            </th>
            <th scope="col" className="num">
              {words.self}
            </th>
            <th scope="col" className="num">
              {words.assessed}
            </th>
            <th scope="col" className="num">
              {words.rate}
            </th>
          </tr>
        </thead>
        <tbody>
          {acceptance.departments.map((one) => {
            const { computed, self, verified } = one;
            const low = verified === null ? null : rate(verified.low, verified.of);
            const high = verified === null ? null : rate(verified.high, verified.of);
            return (
              <tr key={one.departmentId}>
                <th scope="row">{nameOf(one.departmentId)}</th>
                <td>{words.selfStates[one.state]}</td>
                <td className="num">
                  {verified === null
                    ? words.none
                    : words.progressOf(one.verifiedItems, one.toVerify)}
                </td>
                <td className="num">{say.marks(computed.of)}</td>
                <td className="num">{say.score(computed)}</td>
                <td className="num">{self === null ? words.none : say.score(self)}</td>
                <td className="num">{verified === null ? words.none : say.score(verified)}</td>
                <td className="num">
                  {low === null || high === null
                    ? words.none
                    : low === high
                      ? low
                      : general.range(low, high)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="sourceLine">{words.unitsNote}</p>
    </section>
  );
}
