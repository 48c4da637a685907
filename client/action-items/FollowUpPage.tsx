import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import type { ActionDetails } from '../../shared/action-items.ts';
import { useFormat, useMessages, useName, usePick } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import sheet from '../ui/Sheet.module.css';
import { useAction } from './useActions.ts';
import styles from './FollowUp.module.css';

/** `/actions/…/notice`: 督办单, one A4 page to be signed for. */
export function FollowUpPage(): ReactElement {
  const { actionId } = useParams({ from: '/inside/actions/$actionId/notice' });
  const words = useMessages().actions;
  const result = useAction(actionId);
  const action = result.data;
  const title = action === undefined ? words.title : words.numberOf(action.year, action.number);
  return (
    <PageFrame hideTitle title={title} windowTitle={`${words.paper.title} ${title}`}>
      <Loaded result={result}>{(details) => <Paper action={details} />}</Loaded>
    </PageFrame>
  );
}

function Paper({ action }: { action: ActionDetails }): ReactElement {
  const { paper: words, ...actions } = useMessages().actions;
  const format = useFormat();
  const pick = usePick();
  const name = useName();
  const { departments, indicators, measures, meeting, urgency, issuer } = action;
  const called = (one: ActionDetails['departments'][number]): string =>
    pick(one.fullNameZh, one.nameEn);
  const [lead] = departments;
  const supporting = departments.filter(({ duty }) => duty === 'supporting').map(called);
  const none = actions.one.none;
  const number = actions.numberOf(action.year, action.number);
  const list = (texts: readonly string[]): string =>
    texts.length === 0 ? none : texts.join(pick('；', '; '));
  const receipt = (departmentId: string) =>
    action.records.find((one) => one.step === 'receive' && one.departmentId === departmentId);
  return (
    <Sheet actions={<Above action={action} />} title={words.title} number={number}>
      <p>{words.to(lead === undefined ? '' : called(lead))}</p>
      <p className={sheet['text']}>{words.opening(meeting.number, format.date(meeting.heldOn))}</p>
      <table className={`${sheet['table']} ${styles['lines']}`}>
        <tbody>
          <Line label={words.what}>
            <span lang="zh-CN">{action.text}</span>
          </Line>
          <Line label={words.lead}>{lead === undefined ? '' : called(lead)}</Line>
          <Line label={words.supporting}>{list(supporting)}</Line>
          <Line label={words.due}>
            {format.date(action.dueOn)}
            {urgency === 'near' || urgency === 'overdue' ? ` · ${words.colours[urgency]}` : ''}
          </Line>
          <Line label={words.about}>
            {list(indicators.map((indicator) => `${indicator.code} ${name(indicator)}`))}
          </Line>
          <Line label={words.measures}>
            {list(
              measures.map(({ number, titleZh, titleEn }) =>
                actions.one.measure(number, pick(titleZh, titleEn)),
              ),
            )}
          </Line>
        </tbody>
      </table>
      <p className={sheet['text']}>{words.demand}</p>
      <table className={`${sheet['table']} ${styles['receipts']}`}>
        <caption className="visuallyHidden">{words.receipts}</caption>
        <thead>
          <tr>
            <th scope="col">{words.department}</th>
            <th scope="col">{words.signed}</th>
            <th scope="col">{words.signedAt}</th>
          </tr>
        </thead>
        <tbody>
          {departments.map((one) => {
            const signed = receipt(one.id);
            return (
              <tr key={one.id}>
                <td>{called(one)}</td>
                <td>{signed?.by ?? ''}</td>
                <td>{signed === undefined ? '' : format.date(signed.at)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <table className={`${sheet['table']} ${styles['lines']}`}>
        <tbody>
          <Line label={words.result} tall>
            <span lang="zh-CN">{action.progress}</span>
          </Line>
          <Line label={words.remark} tall>
            {action.state === 'verified' || action.state === 'closed'
              ? actions.states[action.state]
              : ''}
          </Line>
        </tbody>
      </table>
      <div className={sheet['foot']}>
        {issuer === null ? null : <p>{pick(issuer.zh, issuer.en)}</p>}
        <p>{format.date(action.issuedOn)}</p>
      </div>
    </Sheet>
  );
}

function Above({ action }: { action: ActionDetails }): ReactElement {
  const words = useMessages().actions;
  return (
    <>
      <Button variant="primary" onClick={() => globalThis.print()}>
        {words.paper.print}
      </Button>
      <Link to="/actions/$actionId" params={{ actionId: action.id }}>
        {words.numberOf(action.year, action.number)}
      </Link>
    </>
  );
}

function Line(props: { label: string; tall?: boolean; children: ReactNode }): ReactElement {
  return (
    <tr className={props.tall === true ? styles['tall'] : undefined}>
      <th scope="row">{props.label}</th>
      <td>{props.children}</td>
    </tr>
  );
}
