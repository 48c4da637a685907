import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react';
import { endAfter, USUAL_ENDS } from '../../shared/meeting-days.ts';
import {
  addDecision,
  changeDecision,
  confirmDecision,
  type Decision,
  type Meeting,
} from '../../shared/meetings.ts';
import { useMessages, useName, usePick } from '../app/language.tsx';
import { ApiProblem, call } from '../call.ts';
import { useDepartments, useMeasures } from '../plans/api.ts';
import { Button } from '../ui/Button.tsx';
import { CheckboxGroup } from '../ui/Choices.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FormIssues } from '../ui/form-context.ts';
import { Notice } from '../ui/Notice.tsx';
import { Select } from '../ui/Select.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { TextArea, TextField } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { itemName } from './AgendaSection.tsx';
import styles from './Desk.module.css';
import { PickSeveral } from './PickSeveral.tsx';
import { useKeptMeeting } from './useKeptMeeting.ts';
import type { Named } from './useNamed.ts';
import { decisionToSend, freshDecision, type TypedDecision, typedOf } from './typedDecision.ts';

/** Takes a decision down while it is made, or mends one: what, who, by when, about what. */
export function DecisionForm(props: {
  meeting: Meeting;
  named: Named;
  /** The one that is mended; null: a new one. */
  mending: Decision | null;
  onDone: () => void;
}): ReactElement {
  const { meeting, named, mending, onDone } = props;
  const messages = useMessages();
  const words = messages.meetings.desk;
  const { app, actions } = messages;
  const pick = usePick();
  const name = useName();
  const toast = useToast();
  const area = useRef<HTMLDivElement | null>(null);
  const [edited, setEdited] = useState<TypedDecision | null>(null);
  const typed = edited ?? (mending === null ? freshFor(meeting, named) : typedOf(mending));
  const set = (changes: Partial<TypedDecision>): void => setEdited({ ...typed, ...changes });
  const chosen = [typed.leadDepartmentId, ...typed.supportingDepartmentIds];
  const departments = (useDepartments().data?.items ?? []).filter(
    ({ id, validTo }) => validTo === null || validTo >= meeting.heldOn || chosen.includes(id),
  );
  const measures = useMeasures(meeting.planId).data?.items ?? [];
  const indicators = named.board?.indicators ?? [];
  // A draft that was saved before its confirmation was refused is not taken down twice.
  const saved = useRef<Decision | null>(null);

  const { refused } = useKeptMeeting();
  const save = useMutation({
    mutationFn: async (confirm: boolean) => {
      const body = decisionToSend(typed);
      const before = mending ?? saved.current;
      const decision =
        before === null
          ? await call(addDecision, { params: { meetingId: meeting.id }, body })
          : await call(
              changeDecision,
              { params: { decisionId: before.id }, body },
              { version: before.version },
            );
      saved.current = decision;
      if (!confirm || decision.confirmed !== null) return decision;
      const { id, version } = decision;
      return call(confirmDecision, { params: { decisionId: id } }, { version });
    },
    onError: refused,
    onSuccess: ({ action, confirmed }) => {
      saved.current = null;
      setEdited(null);
      const number = action === null ? '' : actions.numberOf(action.year, action.number);
      toast(
        mending !== null && mending.confirmed !== null
          ? words.mended
          : confirmed === null
            ? words.drafted
            : words.confirmed(number),
      );
      onDone();
      area.current?.querySelector('textarea')?.focus();
    },
  });
  const issues = save.error instanceof ApiProblem ? save.error.errors : [];
  const onWall = meeting.parts.includes('stage');
  const wasConfirmed = mending !== null && mending.confirmed !== null;
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || save.isPending) return;
    event.preventDefault();
    save.mutate(true);
  };
  return (
    <form
      noValidate
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate(true);
      }}
    >
      <div ref={area} role="group" aria-label={words.write}>
        <div role="alert">
          {issues.length === 0 ? null : (
            <ErrorSummary
              issues={issues}
              names={{
                '/text': words.text,
                '/leadDepartmentId': words.lead,
                '/dueOn': words.dueOn,
              }}
            />
          )}
        </div>
        <FormIssues value={issues}>
          <TextArea
            label={words.text}
            pointer="/text"
            rows={3}
            lang="zh-CN"
            onKeyDown={press}
            value={typed.text}
            onChange={(text) => set({ text })}
          />
          <div className={styles['pair']}>
            <Select
              label={words.lead}
              pointer="/leadDepartmentId"
              value={typed.leadDepartmentId}
              options={[
                { value: '', label: app.field.choose },
                ...departments.map(({ id, shortNameZh, nameEn }) => ({
                  value: id,
                  label: pick(shortNameZh, nameEn),
                })),
              ]}
              onChange={(leadDepartmentId) => set({ leadDepartmentId })}
            />
            <TextField
              label={words.dueOn}
              pointer="/dueOn"
              type="date"
              onKeyDown={press}
              value={typed.dueOn}
              onChange={(dueOn) => set({ dueOn })}
            />
          </div>
          <p className={styles['ends']}>
            {USUAL_ENDS.map((end) => (
              <Button key={end} onClick={() => set({ dueOn: endAfter(end, meeting.heldOn) })}>
                {words[end]}
              </Button>
            ))}
          </p>
          <CheckboxGroup
            inColumns
            label={words.supporting}
            value={typed.supportingDepartmentIds}
            choices={departments
              .filter(({ id }) => id !== typed.leadDepartmentId)
              .map(({ id, shortNameZh, nameEn }) => ({
                value: id,
                label: pick(shortNameZh, nameEn),
              }))}
            onChange={(supportingDepartmentIds) => set({ supportingDepartmentIds })}
          />
          <PickSeveral
            label={words.about}
            add={words.addAbout}
            chosen={typed.indicatorIds}
            options={indicators.map((indicator) => ({
              value: indicator.id,
              label: `${indicator.code} ${name(indicator)}`,
            }))}
            onChange={(indicatorIds) => set({ indicatorIds })}
          />
          <PickSeveral
            label={words.measures}
            add={words.addMeasure}
            chosen={typed.measureIds}
            options={measures.map(({ id, number, titleZh, titleEn }) => ({
              value: id,
              label: actions.one.measure(number, pick(titleZh, titleEn)),
            }))}
            onChange={(measureIds) => set({ measureIds })}
          />
          {meeting.agenda.length === 0 ? null : (
            <Select
              label={words.item}
              pointer="/agendaItemId"
              value={typed.agendaItemId}
              options={[
                { value: '', label: words.noItem },
                ...meeting.agenda.map((item) => ({ value: item.id, label: itemName(item, named) })),
              ]}
              onChange={(agendaItemId) => set({ agendaItemId })}
            />
          )}
        </FormIssues>
        {/* Where whoever pressed looks: the form is longer than the screen. */}
        <div role="alert">
          {save.error === null || issues.length > 0 ? null : (
            <Notice tone="error">{problemSentence(messages, save.error)}</Notice>
          )}
        </div>
        <p className={styles['send']}>
          <Button type="submit" variant="primary" pending={save.isPending}>
            {wasConfirmed ? words.save : onWall ? words.confirm : words.confirmOne}
          </Button>
          {wasConfirmed ? null : (
            <Button pending={save.isPending} onClick={() => save.mutate(false)}>
              {words.draft}
            </Button>
          )}
          {mending === null && edited === null ? null : (
            <Button
              onClick={() => {
                setEdited(null);
                onDone();
              }}
            >
              {app.actions.cancel}
            </Button>
          )}
          <small>{onWall ? words.keysForm : words.keysOver}</small>
        </p>
      </div>
    </form>
  );
}

/** A new decision is usually about what is on the wall. */
function freshFor({ stage, agenda }: Meeting, { board }: Named): TypedDecision {
  const [, indicatorId = null] = /^indicator:([^:]+)/.exec(stage ?? '') ?? [];
  const indicator = board?.indicators.find(({ id }) => id === indicatorId);
  const lead = indicator?.lead.state === 'named' ? indicator.lead.departmentIds[0] : undefined;
  return freshDecision({
    agendaItemId:
      agenda.find(({ slideKey }) => slideKey !== null && slideKey === stage)?.id ?? null,
    indicatorId: indicator?.id ?? null,
    leadDepartmentId: lead ?? null,
  });
}
