import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useBoard } from '../dashboard/api.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { useMay } from '../app/session.ts';
import { useMeasures } from './api.ts';
import { ClauseLink } from './ClauseLink.tsx';
import { around, type Clause, clauseKey, type PlanDocument, sharing, within } from './clauses.ts';
import styles from './ClausePanel.module.css';

/** What the highlighted words are: the name, who answers for it, what it stands in, where it leads. */
export function ClausePanel(props: { document: PlanDocument; asked: Clause }): ReactElement {
  const { document, asked } = props;
  const words = useMessages().plans.document;
  const enclosing = around(document.clauses, asked);
  const inside = within(document.clauses, asked).filter(({ subject }) => subject !== 'incentive');
  const money = within(document.clauses, asked).filter(({ subject }) => subject === 'incentive');
  return (
    <section className={styles['panel']}>
      <Link
        to="/document"
        search={(old) => ({ plan: old.plan, year: old.year })}
        resetScroll={false}
        className={styles['close']}
      >
        {words.close}
      </Link>
      <About clause={asked} planId={document.planId} />
      <Clauses
        title={words.alsoHere}
        clauses={sharing(document.clauses, asked).filter((clause) => clause !== asked)}
      />
      <Clauses title={words.standsIn} clauses={enclosing} />
      <Clauses title={words.contains} clauses={inside} />
      {money.length === 0 ? null : (
        <Group title={words.money(money.length)}>
          <ul className={styles['list']} lang="zh-CN">
            {money.map((clause) => (
              <li key={clauseKey(clause)}>
                <ClauseLink clause={clause}>
                  {opening(document.text.slice(clause.start, clause.end))}
                </ClauseLink>
              </li>
            ))}
          </ul>
        </Group>
      )}
    </section>
  );
}

const OPENING = 22;

function opening(quote: string): string {
  return quote.length <= OPENING ? quote : `${quote.slice(0, OPENING)}…`;
}

function About({ clause, planId }: { clause: Clause; planId: string }): ReactElement {
  const words = useMessages().plans.document;
  const pick = usePick();
  const may = useMay();
  const { subject, code, id } = clause;
  return (
    <div className={styles['about']}>
      <p className={styles['kind']}>{words.numbered[subject](code ?? '')}</p>
      <h2>{pick(clause.titleZh, clause.titleEn)}</h2>
      {subject === 'indicator' ? (
        <>
          <IndicatorFacts planId={planId} indicatorId={id} />
          <p className={styles['links']}>
            <Link to="/indicators/$indicatorId" params={{ indicatorId: id }}>
              {words.openIndicator(code ?? id)}
            </Link>
            {may('plans.configure') ? (
              <Link to="/indicators/$indicatorId/settings" params={{ indicatorId: id }}>
                {words.openSettings}
              </Link>
            ) : null}
          </p>
        </>
      ) : null}
      {subject === 'measure' ? <MeasureFacts planId={planId} measureId={id} /> : null}
    </div>
  );
}

function IndicatorFacts(props: { planId: string; indicatorId: string }): ReactElement | null {
  const { statuses, plans } = useMessages();
  const board = useBoard({ planId: props.planId }).data;
  const nameOf = useDepartmentNames(props.planId);
  const indicator = board?.indicators.find(({ id }) => id === props.indicatorId);
  if (indicator === undefined) return null;
  const { lead, tentative } = indicator;
  const names = plans.listed(lead.departmentIds.map(nameOf));
  return (
    <>
      {tentative ? <p>{plans.document.tentative}</p> : null}
      <p>
        {lead.state === 'none'
          ? statuses.leadNone
          : lead.state === 'undecided'
            ? plans.document.departments(`${names}（${statuses.leadUndecided}）`)
            : plans.document.departments(names)}
      </p>
    </>
  );
}

function MeasureFacts(props: { planId: string; measureId: string }): ReactElement | null {
  const { plans } = useMessages();
  const pick = usePick();
  const nameOf = useDepartmentNames(props.planId);
  const board = useBoard({ planId: props.planId }).data;
  const measure = useMeasures(props.planId).data?.items.find(({ id }) => id === props.measureId);
  if (measure === undefined) return null;
  const supported = board?.indicators.filter(({ id }) => measure.indicatorIds.includes(id)) ?? [];
  return (
    <>
      <p>{plans.document.departments(plans.listed(measure.departmentIds.map(nameOf)))}</p>
      {supported.length === 0 ? (
        <p>{plans.document.supportsNone}</p>
      ) : (
        <Group title={plans.document.supports}>
          <ul className={styles['list']}>
            {supported.map(({ id, code, nameZh, nameEn }) => (
              <li key={id}>
                <Link to="/indicators/$indicatorId" params={{ indicatorId: id }}>
                  {code} {pick(nameZh, nameEn)}
                </Link>
              </li>
            ))}
          </ul>
        </Group>
      )}
    </>
  );
}

function useDepartmentNames(planId: string): (id: string) => string {
  const pick = usePick();
  const departments = useBoard({ planId }).data?.departments ?? [];
  return (id) => {
    const found = departments.find((department) => department.id === id);
    return found === undefined ? id : pick(found.shortNameZh, found.nameEn);
  };
}

function Clauses(props: { title: string; clauses: readonly Clause[] }): ReactElement | null {
  const words = useMessages().plans.document;
  const pick = usePick();
  if (props.clauses.length === 0) return null;
  return (
    <Group title={props.title}>
      <ul className={styles['list']}>
        {props.clauses.map((clause) => (
          <li key={clauseKey(clause)}>
            <ClauseLink clause={clause}>
              {words.named(
                words.numbered[clause.subject](clause.code ?? ''),
                pick(clause.titleZh, clause.titleEn),
              )}
            </ClauseLink>
          </li>
        ))}
      </ul>
    </Group>
  );
}

function Group(props: { title: string; children: ReactNode }): ReactElement {
  return (
    <>
      <h3 className={styles['groupTitle']}>{props.title}</h3>
      {props.children}
    </>
  );
}
