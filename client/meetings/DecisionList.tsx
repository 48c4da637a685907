import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  confirmDecision,
  type Decision,
  dropDecision,
  type Meeting,
} from '../../shared/meetings.ts';
import { useDepartmentName } from '../action-items/api.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { call } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import styles from './Desk.module.css';
import { useKeptMeeting } from './useKeptMeeting.ts';

/** The decisions of a meeting as they are taken: drafts to confirm, mend or drop, and what stands. */
export function DecisionList(props: {
  meeting: Meeting;
  onMend: (decision: Decision) => void;
}): ReactElement {
  const { meeting, onMend } = props;
  const words = useMessages().meetings.desk;
  const { decisions } = meeting;
  return (
    <section aria-labelledby="decided">
      <h2 id="decided">{words.list}</h2>
      {decisions.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <ol className={styles['decisions']}>
          {decisions.map((decision) => (
            <Item key={decision.id} decision={decision} onMend={onMend} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Item(props: { decision: Decision; onMend: (decision: Decision) => void }): ReactElement {
  const { decision, onMend } = props;
  const messages = useMessages();
  const { actions, meetings } = messages;
  const words = meetings.desk;
  const format = useFormat();
  const nameOf = useDepartmentName();
  const toast = useToast();
  const { refused } = useKeptMeeting();
  const tell = (error: Error): void => {
    refused(error);
    toast(problemSentence(messages, error));
  };
  const { id, version, text, action } = decision;
  const confirm = useMutation({
    mutationFn: () => call(confirmDecision, { params: { decisionId: id } }, { version }),
    onSuccess: ({ action: made }) =>
      toast(words.confirmed(made === null ? '' : actions.numberOf(made.year, made.number))),
    onError: tell,
  });
  const drop = useMutation({
    mutationFn: () => call(dropDecision, { params: { decisionId: id } }, { version }),
    onSuccess: () => toast(words.dropped),
    onError: tell,
  });
  const lead = decision.leadDepartmentId;
  const who =
    lead === null
      ? ''
      : actions.withLead(nameOf(lead), decision.supportingDepartmentIds.map(nameOf));
  const due = decision.dueOn === null ? '' : format.date(action?.dueOn ?? decision.dueOn);
  return (
    <li data-draft={action === null || undefined}>
      <p lang="zh-CN">{text}</p>
      <p className={styles['about']}>
        <small>{[who, due].filter((part) => part !== '').join(' · ')}</small>
        {action === null ? (
          <strong>{meetings.decisions.draft}</strong>
        ) : (
          <Link to="/actions/$actionId" params={{ actionId: id }}>
            {actions.numberOf(action.year, action.number)} {actions.states[action.state]}
          </Link>
        )}
        {action === null && decision.editable ? (
          <Button
            pending={confirm.isPending}
            aria-label={words.confirmNamed(text)}
            onClick={() => confirm.mutate()}
          >
            {words.confirmOne}
          </Button>
        ) : null}
        {decision.editable ? (
          <Button aria-label={words.editNamed(text)} onClick={() => onMend(decision)}>
            {words.edit}
          </Button>
        ) : null}
        {action === null && decision.editable ? (
          <Button
            pending={drop.isPending}
            aria-label={words.dropNamed(text)}
            onClick={() => drop.mutate()}
          >
            {words.drop}
          </Button>
        ) : null}
      </p>
    </li>
  );
}
