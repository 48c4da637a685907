import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { ActionDetails } from '../../shared/action-items.ts';
import { useFormat, useMessages, useName, usePick } from '../app/language.tsx';
import { ApiProblem } from '../call.ts';
import { EvidencePanel } from '../evidence/api.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { usePaper } from '../ui/usePaper.ts';
import styles from './actions.module.css';
import { ActionLife } from './ActionLife.tsx';
import { ActionSteps } from './ActionSteps.tsx';
import { useAction } from './useActions.ts';
import { UrgencyWord } from './UrgencyWord.tsx';

/** `/actions/…`: one action item with its whole life, and what the reader may do about it. */
export function ActionPage(): ReactElement {
  const { actionId } = useParams({ from: '/inside/actions/$actionId' });
  const words = useMessages().actions;
  usePaper('portrait');
  const result = useAction(actionId);
  const action = result.data;
  const back = <Link to="/actions">{words.back}</Link>;
  if (result.error instanceof ApiProblem && result.error.code === 'notFound') {
    return (
      <PageFrame title={words.title}>
        <EmptyState title={words.notFoundTitle} action={back}>
          {words.notFoundBody}
        </EmptyState>
      </PageFrame>
    );
  }
  return (
    <PageFrame
      title={action === undefined ? words.title : words.numberOf(action.year, action.number)}
      lead={
        action === undefined ? undefined : (
          <span className={styles['standing']}>
            <strong>{words.states[action.state]}</strong> <UrgencyWord action={action} />
          </span>
        )
      }
      actions={
        <>
          <Link to="/actions/$actionId/notice" params={{ actionId }}>
            {words.one.notice}
          </Link>
          {back}
        </>
      }
    >
      <Loaded result={result}>{(details) => <Details action={details} />}</Loaded>
    </PageFrame>
  );
}

function Details({ action }: { action: ActionDetails }): ReactElement {
  const words = useMessages().actions.one;
  const format = useFormat();
  const { extension } = action;
  return (
    <div className={styles['columns']}>
      <div>
        <p className={styles['text']} lang="zh-CN">
          {action.text}
        </p>
        {extension === null ? null : (
          <Notice
            tone="warning"
            title={words.pending(format.date(extension.dueOn), extension.reason)}
          >
            {words.pendingBy(extension.by, format.dateTime(extension.at))}
          </Notice>
        )}
        <ActionSteps action={action} />
        <section className={styles['section']} aria-labelledby="life">
          <h2 id="life">{words.life}</h2>
          <ActionLife action={action} />
        </section>
      </div>
      <div>
        <section className={styles['section']}>
          <h2>{words.facts}</h2>
          <Facts action={action} />
        </section>
        <section className={styles['section']}>
          <h2>{words.files}</h2>
          {action.files === null ? (
            <p>{words.filesHidden}</p>
          ) : (
            <EvidencePanel of="action" besideId={action.id} compact />
          )}
        </section>
      </div>
    </div>
  );
}

function Facts({ action }: { action: ActionDetails }): ReactElement {
  const words = useMessages().actions.one;
  const format = useFormat();
  const pick = usePick();
  const name = useName();
  const { departments, indicators, measures, meeting } = action;
  const supporting = departments.filter(({ duty }) => duty === 'supporting');
  const called = ({ fullNameZh, nameEn, formerly }: ActionDetails['departments'][number]) => (
    <>
      {pick(fullNameZh, nameEn)}
      {formerly.length === 0 ? null : (
        <small> {words.formerly(formerly.map((one) => pick(one.shortNameZh, one.nameEn)))}</small>
      )}
    </>
  );
  return (
    <dl className={styles['facts']}>
      <dt>{words.source}</dt>
      <dd>
        <Link to="/meetings/$meetingId" params={{ meetingId: meeting.id }}>
          {words.sourceOf(meeting.number, format.date(meeting.heldOn))}
        </Link>
      </dd>
      <dt>{words.leadDepartment}</dt>
      <dd>
        {departments
          .filter(({ duty }) => duty === 'lead')
          .map((one) => (
            <div key={one.id}>{called(one)}</div>
          ))}
      </dd>
      <dt>{words.supporting}</dt>
      <dd>
        {supporting.length === 0
          ? words.none
          : supporting.map((one) => <div key={one.id}>{called(one)}</div>)}
      </dd>
      <dt>{words.due}</dt>
      <dd>
        {format.date(action.dueOn)}
        {action.dueOn === action.firstDueOn ? null : (
          <small> {words.firstDue(format.date(action.firstDueOn))}</small>
        )}
      </dd>
      <dt>{words.indicators}</dt>
      <dd>
        {indicators.length === 0
          ? words.none
          : indicators.map((indicator) => (
              <div key={indicator.id}>
                <Link
                  to="/indicators/$indicatorId"
                  params={{ indicatorId: indicator.id }}
                  search={{ plan: action.planId }}
                >
                  {indicator.code} {name(indicator)}
                </Link>
              </div>
            ))}
      </dd>
      <dt>{words.measures}</dt>
      <dd>
        {measures.length === 0
          ? words.none
          : measures.map(({ id, number, titleZh, titleEn }) => (
              <div key={id}>
                <Link
                  to="/measures/$measureId"
                  params={{ measureId: id }}
                  search={{ plan: action.planId }}
                >
                  {words.measure(number, pick(titleZh, titleEn))}
                </Link>
              </div>
            ))}
      </dd>
      <dt>{words.received}</dt>
      <dd>
        {departments.map((one) => (
          <div key={one.id}>
            {pick(one.shortNameZh, one.nameEn)}{' '}
            <small>
              {one.receivedAt === null
                ? words.notReceived
                : words.receivedAt(format.dateTime(one.receivedAt))}
            </small>
          </div>
        ))}
      </dd>
    </dl>
  );
}
