import {
  type FormEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Finding } from '../../shared/checks/types.ts';
import type { BoardIndicator } from '../../shared/dashboard.ts';
import type { Indicator } from '../../shared/plans.ts';
import { useMessages, useName } from '../app/language.tsx';
import { rereadScreen } from '../app/queries.ts';
import { ApiProblem } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FindingList } from '../ui/FindingList.tsx';
import { FormIssues } from '../ui/form-context.ts';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import { AboutFields, PresenceFields } from './AboutFields.tsx';
import { toClash } from './ClashPanel.tsx';
import { draftIssues, type EntryIssue, remindersOf, roundIssues, submitIssues } from './check.ts';
import { EntryFields } from './EntryFields.tsx';
import type { EntryKeeper, EntryState } from './EntryKeeper.ts';
import styles from './entry.module.css';
import { fieldNames } from './fieldNames.ts';
import { SaveState } from './SaveState.tsx';
import { useSay } from './speech.ts';
import type { EntrySubject } from './subject.ts';
import type { Typed } from './typed.ts';
import { entryIssueSentence } from './words.ts';
import { useFieldLeft } from '../ui/useFieldLeft.ts';
import { type Checked, useFindings } from './useFindings.ts';

/**
 * The form of one reading. What is wrong with a field is said when the field is left, never while
 * somebody types in it; handing in says everything at once, on top.
 */
export function EntryForm(props: {
  keeper: EntryKeeper;
  state: EntryState;
  subject: EntrySubject;
  indicator: BoardIndicator;
  ratio: Indicator['ratio'];
  year: number;
  /** The first year that a figure of this plan can be of. */
  firstYear: number;
  /** The year has no round: the form asks from which paper the figure is taken (补录). */
  fromPaper: boolean;
  /** What lies beside the figures: lists and files. */
  children?: ReactNode;
}): ReactElement {
  const { keeper, state, subject, indicator, ratio, year, firstYear, fromPaper } = props;
  const { typed } = state;
  const messages = useMessages();
  const name = useName();
  const { form: words } = messages.readings;
  const checked = useFindings(subject, { indicatorId: indicator.id, year }, typed);
  const check = useChecks(subject, year, typed, checked);
  const say = useSay(indicator);
  const submission = useSubmission(keeper, indicator.code);
  const refusal = useRef<HTMLDivElement | null>(null);
  const [refused, setRefused] = useState(0);
  useEffect(() => {
    if (refused > 0) refusal.current?.focus();
  }, [refused]);

  const told = [...check.shown, ...submission.issues, ...refusedIssues(state.problem)];
  const issues = told.filter(
    (issue, index) => told.findIndex(({ pointer }) => pointer === issue.pointer) === index,
  );
  const sentenceOf = (issue: EntryIssue): string => entryIssueSentence(messages, issue, say);
  const change = (changes: Partial<Typed>) => {
    submission.clear();
    keeper.change({ ...typed, ...changes });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (submission.pending) return;
    const found = check.all();
    if (found.length > 0 || !(await submission.send())) setRefused((count) => count + 1);
  };
  const form = useRef<HTMLFormElement | null>(null);
  useFieldLeft(form, check.left);

  return (
    <form noValidate className={styles['form']} onSubmit={(event) => void submit(event)} ref={form}>
      <div ref={refusal} tabIndex={-1} role="alert">
        {submission.problem === null ? null : (
          <Notice tone="error">{problemSentence(messages, submission.problem)}</Notice>
        )}
        {refused === 0 || issues.length === 0 ? null : (
          <ErrorSummary
            issues={issues}
            names={fieldNames(subject, indicator, ratio, messages, name)}
            sentenceOf={sentenceOf}
          />
        )}
      </div>
      <FormIssues value={issues}>
        <h2>{words.figures}</h2>
        <PresenceFields typed={typed} onChange={change} />
        {typed.absence === null ? (
          <EntryFields
            subject={subject}
            indicator={indicator}
            ratio={ratio}
            year={year}
            typed={typed}
            onChange={change}
            numberError={(key) => {
              const issue = issues.find(({ pointer }) => pointer === `/${key}`);
              return issue === undefined ? undefined : sentenceOf(issue);
            }}
          />
        ) : null}
        <div role="status">
          {check.reminders.length === 0 ? null : (
            <Notice tone="warning" title={messages.checks.reminders}>
              <FindingList found={check.reminders} say={say} />
            </Notice>
          )}
        </div>
        <h2>{words.about}</h2>
        <AboutFields
          typed={typed}
          onChange={change}
          fromPaper={fromPaper}
          years={subject.entry === 'conditions' ? null : { first: firstYear, own: year }}
        />
      </FormIssues>
      {props.children}
      <div className={styles['bar']}>
        <Button type="submit" variant="primary" pending={submission.pending}>
          {submission.pending ? words.submitting : words.submit}
        </Button>
        <Button
          pending={state.saving}
          onClick={() => {
            check.touched();
            void keeper.save().then(() => {
              if (keeper.snapshot().clash !== null) toClash();
            });
          }}
        >
          {words.saveDraft}
        </Button>
        {state.clash === null ? null : (
          <Button variant="link" onClick={toClash}>
            {messages.readings.save.choose}
          </Button>
        )}
        <SaveState state={state} />
      </div>
    </form>
  );
}

/** Which issues and reminders are shown: of the fields that were left, all once handing in was tried. */
function useChecks(subject: EntrySubject, year: number, typed: Typed, checked: Checked) {
  const [shown, setShown] = useState<readonly EntryIssue[]>([]);
  const [reminders, setReminders] = useState<readonly Finding[]>([]);
  const seen = useRef(new Set<string>());
  const tried = useRef(false);
  const whole = () =>
    checked.binding
      ? roundIssues(subject, year, typed, checked.found)
      : submitIssues(subject, year, typed);
  const again = () => {
    const drafted = draftIssues(subject, year, typed);
    const all = tried.current ? whole() : drafted;
    const wasLeft = (pointer: string) => tried.current || seen.current.has(pointer);
    setShown(all.filter(({ pointer }) => wasLeft(pointer)));
    setReminders(remindersOf(checked.found, all, wasLeft));
  };
  return {
    shown,
    reminders,
    left: (pointer: string | null) => {
      if (pointer !== null) seen.current.add(pointer);
      again();
    },
    /** A draft is asked for: what keeps it from being saved is said. */
    touched: () => {
      for (const { pointer } of draftIssues(subject, year, typed)) seen.current.add(pointer);
      again();
    },
    all: (): readonly EntryIssue[] => {
      tried.current = true;
      again();
      return whole();
    },
  };
}

/** Handing in: saves first, then takes the step; what refuses it stays until something is typed. */
function useSubmission(keeper: EntryKeeper, code: string) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const client = useQueryClient();
  const toast = useToast();
  const { form } = useMessages().readings;
  const named = refusedIssues(problem);
  return {
    pending,
    issues: named,
    problem: named.length > 0 ? null : problem,
    clear: () => setProblem(null),
    /** @returns false when the reader has to look at something first */
    send: async (): Promise<boolean> => {
      setPending(true);
      setProblem(null);
      try {
        const done = await keeper.submit();
        if (done) {
          toast(form.submitted(code));
          await rereadScreen(client);
        }
        return done;
      } catch (error) {
        setProblem(error);
        return false;
      } finally {
        setPending(false);
      }
    },
  };
}

function refusedIssues(problem: unknown): readonly EntryIssue[] {
  return problem instanceof ApiProblem ? problem.errors : [];
}
