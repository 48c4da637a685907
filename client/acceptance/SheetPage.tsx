import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { saveScoreSheet, type ScoreSheet } from '../../shared/acceptance.ts';
import { useMessages } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { useBoard } from '../dashboard/api.ts';
import { ForPlan } from '../plans/api.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Form } from '../ui/Form.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useForm } from '../ui/useForm.ts';
import { useToast } from '../ui/Toast.tsx';
import styles from './acceptance.module.css';
import { AddItems } from './AddItems.tsx';
import { useScoreSheets } from './api.ts';
import { GradeFields } from './GradeFields.tsx';
import { ItemGrid } from './ItemGrid.tsx';
import { SheetRules } from './SheetRules.tsx';
import { sheetOf, type Typed, typedOf } from './typedSheet.ts';

/** `/acceptance/sheet`: the committee's draft of a score sheet. */
export function SheetPage(): ReactElement {
  const words = useMessages().acceptance;
  return (
    <PageFrame title={words.edit}>
      <ForPlan>{(plan) => <DraftOf plan={plan} />}</ForPlan>
    </PageFrame>
  );
}

function DraftOf({ plan }: { plan: Plan }): ReactElement {
  const words = useMessages().acceptance;
  const sheets = useScoreSheets(plan.id);
  return (
    <Loaded result={sheets}>
      {({ items }) => {
        const sheet = items.find(({ editable }) => editable);
        return sheet === undefined ? (
          <EmptyState title={words.noDraft}>{words.noDraftBody}</EmptyState>
        ) : (
          <Editor key={sheet.id} plan={plan} sheet={sheet} />
        );
      }}
    </Loaded>
  );
}

function Editor({ plan, sheet }: { plan: Plan; sheet: ScoreSheet }): ReactElement {
  const { acceptance: words, app } = useMessages();
  const toast = useToast();
  const navigate = useNavigate();
  const board = useBoard({ planId: plan.id });
  const [typed, setTyped] = useState<Typed>(() => typedOf(sheet));
  const [kept, setKept] = useState(typed);
  const change = (more: Partial<Typed>) => setTyped((old) => ({ ...old, ...more }));
  const form = useForm(saveScoreSheet, {
    input: () => ({ params: { sheetId: sheet.id }, body: sheetOf(typed).body }),
    check: () => sheetOf(typed).issues,
    version: sheet.version,
    onDone: () => {
      setKept(typed);
      toast(words.saved);
    },
  });
  const back = () =>
    void navigate({ to: '/acceptance', search: (old) => ({ ...old, sheet: sheet.id }) });
  return (
    <Form form={form} names={namesOf(typed, words)}>
      <LeaveGuard active={typed !== kept} />
      {sheet.example ? <Notice tone="warning">{words.example}</Notice> : null}
      <div className={styles['title']}>
        <TextField
          label={words.sheetTitle}
          pointer="/title"
          maxLength={100}
          value={typed.title}
          onChange={(title) => change({ title })}
        />
      </div>
      <SheetRules typed={typed} onChange={change} />
      <GradeFields typed={typed} onChange={change} />
      <Loaded result={board}>
        {(shown) => (
          <>
            <ItemGrid typed={typed} board={shown} onChange={(items) => change({ items })} />
            <AddItems typed={typed} board={shown} onChange={(items) => change({ items })} />
          </>
        )}
      </Loaded>
      <div className={styles['tools']}>
        <Button type="submit" variant="primary" pending={form.pending}>
          {words.save}
        </Button>
        <Button onClick={back}>{app.actions.cancel}</Button>
      </div>
    </Form>
  );
}

type Words = ReturnType<typeof useMessages>['acceptance'];

function namesOf({ items, grades }: Typed, words: Words): Record<string, string> {
  const names: Record<string, string> = {
    '/title': words.sheetTitle,
    '/bonusCap': words.bonusCap,
    '/vetoGrade': words.vetoGrade,
    '/items': words.itemsTitle,
    '/grades': words.gradesTitle,
  };
  items.forEach((_, at) => {
    const row = (name: string) => words.cell(at + 1, name);
    names[`/items/${at}/title`] = row(words.columns.item);
    names[`/items/${at}/weight`] = row(words.columns.weight);
    names[`/items/${at}/rule`] = row(words.ruleHead);
    names[`/items/${at}/standard`] = row(words.standard);
    names[`/items/${at}/points`] = row(words.rules.perStatus);
  });
  grades.forEach((_, at) => {
    names[`/grades/${at}/nameZh`] = words.cell(at + 1, words.gradeZh);
    names[`/grades/${at}/nameEn`] = words.cell(at + 1, words.gradeEn);
    names[`/grades/${at}/lower`] = words.cell(at + 1, words.lower);
  });
  return names;
}
