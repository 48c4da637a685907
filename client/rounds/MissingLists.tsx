import type { ReactElement, ReactNode } from 'react';
import { isMissing } from '../../shared/round-rules.ts';
import type { Duty, ReportDuty, RoundDepartment, RoundDetails } from '../../shared/rounds.ts';
import { useMessages, useName, usePick } from '../app/language.tsx';
import styles from './rounds.module.css';

/** What was never handed in (未报, 逾期) by department, and apart what nobody owes. */
export function MissingLists({ round }: { round: RoundDetails }): ReactElement {
  const words = useMessages().rounds.missing;
  const missing = round.duties.filter(isMissing);
  const reports = round.measures.duties.filter(isMissing);
  const daysLeft = round.state === 'open' ? round.daysLeft : null;
  const ownerless = round.duties.filter(({ departmentId }) => departmentId === null);
  return (
    <>
      <section>
        <h2>{words.title}</h2>
        {missing.length + reports.length === 0 ? <p>{words.none}</p> : null}
        {missing.length === 0 ? null : (
          <List caption={words.caption} what={words.indicator}>
            {round.departments.map((department) => (
              <Group
                key={department.id}
                department={department}
                daysLeft={daysLeft}
                duties={missing
                  .filter(({ departmentId }) => departmentId === department.id)
                  .map((duty) => ({ ...duty, key: duty.code }))}
              />
            ))}
          </List>
        )}
        {reports.length === 0 ? null : (
          <List caption={words.reports} what={words.reports}>
            {round.measures.departments.map((department) => (
              <Group
                key={department.id}
                department={department}
                daysLeft={daysLeft}
                duties={reports
                  .filter(({ departmentId }) => departmentId === department.id)
                  .map(reportLine)}
              />
            ))}
          </List>
        )}
      </section>
      {ownerless.length === 0 ? null : (
        <section>
          <h2>{words.ownerless}</h2>
          <p className={styles['note']}>{words.ownerlessNote}</p>
          <List caption={words.ownerless} what={words.indicator}>
            <tbody>
              {ownerless.map((duty) => (
                <Line key={duty.code} duty={duty}>
                  {duty.lead === 'undecided' ? words.undecided : words.noLead}
                </Line>
              ))}
            </tbody>
          </List>
        </section>
      )}
    </>
  );
}

/** What stands on a line: an indicator by its code, or a measure by its number. */
type Missing = Pick<Duty, 'code' | 'nameZh' | 'nameEn' | 'state' | 'punctuality'> & {
  readonly key: string;
};

function reportLine({
  measureId,
  namedDepartmentId,
  number,
  titleZh,
  titleEn,
  state,
  punctuality,
}: ReportDuty): Missing {
  const key = `${measureId}.${namedDepartmentId}`;
  return { key, code: String(number), nameZh: titleZh, nameEn: titleEn, state, punctuality };
}

function List(props: { caption: string; what: string; children: ReactNode }): ReactElement {
  const words = useMessages().rounds.missing;
  return (
    <table className={`statTable ${styles['missing']}`}>
      <caption className="visuallyHidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.code}</th>
          <th scope="col">{props.what}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      {props.children}
    </table>
  );
}

function Group(props: {
  department: RoundDepartment;
  /** null: no day runs any more, or none yet. */
  daysLeft: number | null;
  duties: readonly Missing[];
}): ReactElement | null {
  const { department, daysLeft, duties } = props;
  const words = useMessages().rounds.missing;
  const pick = usePick();
  if (duties.length === 0) return null;
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={3}>
          {pick(department.shortNameZh, department.nameEn)}
        </th>
      </tr>
      {duties.map((duty) => (
        <Line key={duty.key} duty={duty}>
          {words.states[duty.state === 'draft' ? 'draft' : 'notHandedIn']}
          {daysLeft === null ? (
            duty.punctuality === 'overdue' ? (
              <span className={styles['days']} data-past="">
                {words.overdueAtClose}
              </span>
            ) : null
          ) : (
            <span className={styles['days']} data-past={daysLeft < 0 ? '' : undefined}>
              {daysLeft < 0 ? words.overdue(-daysLeft) : words.due(daysLeft)}
            </span>
          )}
        </Line>
      ))}
    </tbody>
  );
}

function Line({
  duty,
  children,
}: {
  duty: Omit<Missing, 'key'>;
  children: ReactNode;
}): ReactElement {
  const name = useName();
  return (
    <tr>
      <td>{duty.code}</td>
      <th scope="row">{name(duty)}</th>
      <td>{children}</td>
    </tr>
  );
}
