import type { ReactElement } from 'react';
import type { DryRun } from '../../shared/acceptance.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import { useDepartments } from '../plans/api.ts';
import styles from './acceptance.module.css';
import { useRunWords } from './useRunWords.ts';

/** What each department comes to by the basic items that it answers for. */
export function DepartmentScores({ run }: { run: DryRun }): ReactElement {
  const words = useMessages().acceptance;
  const format = useFormat();
  const pick = usePick();
  const say = useRunWords({ grades: [] });
  const departments = useDepartments().data?.items ?? [];
  const share = (marks: number, of: number) => (of === 0 ? '—' : format.percent(marks / of, 1));
  return (
    <section>
      <table className={`statTable ${styles['departments']}`}>
        <caption>{words.departments}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.department}</th>
            <th scope="col" className="num">
              {words.columns.weight}
            </th>
            <th scope="col" className="num">
              {words.score}
            </th>
            <th scope="col" className="num">
              {words.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {run.departments.map((one) => {
            const department = departments.find(({ id }) => id === one.departmentId);
            const low = share(one.low, one.of);
            const high = share(one.high, one.of);
            return (
              <tr key={one.departmentId ?? ''}>
                <th scope="row">
                  {department === undefined
                    ? words.nobody
                    : pick(department.shortNameZh, department.nameEn)}
                </th>
                <td className="num">{say.marks(one.of)}</td>
                <td className="num">{say.score(one)}</td>
                <td className="num">{low === high ? low : words.range(low, high)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="sourceLine">{words.departmentNote}</p>
    </section>
  );
}
