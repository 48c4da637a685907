import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { listAudit } from '../../shared/audit.ts';
import { issuesOf } from '../../shared/issues.ts';
import { PROBLEM_CODES, type Issue } from '../../shared/problems.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { usePlan } from '../app/plan.ts';
import { useSetSearch } from '../app/search.ts';
import { useBoard } from '../dashboard/api.ts';
import { Button } from '../ui/Button.tsx';
import { issueSentence } from '../ui/sentences.ts';
import { InlineSelect } from '../ui/Select.tsx';
import styles from './audit.module.css';
import { auditQuery, FILTERS, type Filters } from './search.ts';

/** The search form. Nothing is asked before it is submitted, for every question is itself a row. */
export function AuditFilters(props: { filters: Filters }): ReactElement {
  const messages = useMessages();
  const { audit: words, app } = messages;
  const setSearch = useSetSearch();
  const indicators = useIndicatorOptions();
  const [typed, setTyped] = useState(props.filters);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const set = (changes: Partial<Filters>) => setTyped((old) => ({ ...old, ...changes }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = issuesOf(listAudit.query, auditQuery(typed, null), 'query');
    setIssues(found);
    if (found.length === 0) {
      setSearch(Object.fromEntries(FILTERS.map((key) => [key, typed[key].trim() || undefined])));
    }
  };
  const box = (key: keyof Filters, label: string, hint?: string) => (
    <FilterBox
      label={label}
      hint={hint}
      value={typed[key]}
      error={issueOf(key)}
      onChange={(value) => set({ [key]: value })}
    />
  );
  const issueOf = (key: keyof Filters): string | undefined => {
    const issue = issues.find(({ pointer }) => pointer === `/${key}`);
    return issue === undefined ? undefined : issueSentence(messages, issue);
  };
  return (
    <form className={`${styles['filters']} screenOnly`} role="search" noValidate onSubmit={submit}>
      {box('username', words.who)}
      <InlineSelect
        label={words.action}
        value={typed.action}
        options={[
          { value: '', label: words.anyAction },
          ...Object.entries(words.actions).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(action) => set({ action })}
      />
      <InlineSelect
        label={words.target}
        value={typed.targetType}
        options={[
          { value: '', label: words.anyTarget },
          ...Object.entries(words.targets).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(targetType) => set({ targetType })}
      />
      {box('targetId', words.targetId)}
      <InlineSelect
        label={words.indicator}
        value={typed.indicatorId}
        options={[{ value: '', label: words.anyIndicator }, ...indicators]}
        onChange={(indicatorId) => set({ indicatorId })}
      />
      <InlineSelect
        label={words.outcome}
        value={typed.outcome}
        options={[
          { value: '', label: words.anyOutcome },
          { value: 'ok', label: words.ok },
          { value: 'heldBack', label: words.heldBack },
          ...PROBLEM_CODES.map((code) => ({ value: code, label: words.refused(code) })),
        ]}
        onChange={(outcome) => set({ outcome })}
      />
      {box('from', words.from, words.dateHint)}
      {box('to', words.to, words.dateHint)}
      <Button type="submit" variant="primary">
        {app.actions.search}
      </Button>
      <Button onClick={() => setSearch(Object.fromEntries(FILTERS.map((key) => [key, undefined])))}>
        {app.actions.reset}
      </Button>
    </form>
  );
}

/** The indicators of the plan in the address, by code and name. */
function useIndicatorOptions(): { value: string; label: string }[] {
  const { plan } = usePlan();
  const pick = usePick();
  const { data } = useBoard({ planId: plan?.id ?? null });
  return (data?.indicators ?? []).map(({ id, code, nameZh, nameEn }) => ({
    value: id,
    label: `${code} ${pick(nameZh, nameEn)}`,
  }));
}

function FilterBox(props: {
  label: string;
  hint: string | undefined;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}): ReactElement {
  const id = useId();
  return (
    <span className={styles['box']}>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        title={props.hint}
        value={props.value}
        aria-invalid={props.error === undefined ? undefined : true}
        aria-describedby={props.error === undefined ? undefined : `${id}-error`}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.error === undefined ? null : (
        <span id={`${id}-error`} className={styles['error']}>
          {props.error}
        </span>
      )}
    </span>
  );
}
