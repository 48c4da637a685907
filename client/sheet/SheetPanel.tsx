import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useFormat, useMessages, useName } from '../app/language.tsx';
import { returnWords } from '../dashboard/api.ts';
import {
  Beside,
  ConditionFields,
  draftIssues,
  EntryPanel,
  type FieldKey,
  FigureYearField,
  figuresIn,
  PaperField,
  ScopeFields,
  StepButtons,
  Timeline,
  type Typed,
} from '../readings/api.ts';
import { FormIssues } from '../ui/form-context.ts';
import type { OpenRow, SheetKeeper } from './SheetKeeper.ts';
import styles from './sheet.module.css';
import { useRow } from './useSheetKeeper.ts';

interface Props {
  readonly sheet: SheetKeeper;
  readonly row: OpenRow;
  readonly planId: string;
  readonly endYear: number;
  /** The first year that a figure of this plan can be of. */
  readonly firstYear: number;
  readonly onType: (row: OpenRow, keys: readonly FieldKey[], changes: Partial<Typed>) => void;
}

/** What helps to think about one row, and what of it has no cell of its own. */
export function SheetPanel(props: Props): ReactElement {
  const { sheet, row, planId, endYear } = props;
  const { indicator, ratio, quote, ambiguities } = row.given;
  const { reading, typed } = useRow(row);
  const open = sheet.isOpen(row);
  const clean = draftIssues(row.subject, sheet.year, typed).length === 0;
  const { sheet: words } = useMessages();
  const name = useName();
  return (
    <EntryPanel
      plan={{ endYear }}
      indicator={indicator}
      settings={{ ratio, quote, ambiguities }}
      subject={row.subject}
      year={sheet.year}
      figures={clean && (open || reading !== null) ? figuresIn(row.subject, typed) : null}
      approved={reading?.status === 'approved' || reading?.status === 'sealed'}
      before={
        <>
          <h2>
            {indicator.code} {name(indicator)}
          </h2>
          <p className={styles['toForm']}>
            <Link
              to="/entry/$indicatorId"
              params={{ indicatorId: indicator.id }}
              search={(old) => ({ plan: old.plan, year: sheet.year })}
            >
              {words.panel.form}
            </Link>
          </p>
          {reading === null ? null : (
            <StepButtons reading={reading} code={indicator.code} onDone={row.keeper.take} />
          )}
          {open ? <Conditions {...props} typed={typed} /> : null}
        </>
      }
      after={
        <>
          <div id="sheet-evidence">
            <Beside
              compact
              planId={planId}
              year={sheet.year}
              indicator={indicator}
              ratio={ratio}
              readingId={reading?.id ?? null}
              editable={open}
              onBegin={async () => (await row.keeper.begin())?.id ?? null}
            />
          </div>
          {open ? <RareFields {...props} typed={typed} /> : null}
          <Course {...props} />
        </>
      }
    />
  );
}

/** The conditions of a milestone: days and documents are too much for a cell. */
function Conditions(props: Props & { typed: Typed }): ReactElement | null {
  const { sheet, row, typed, onType } = props;
  if (row.subject.entry !== 'conditions' || typed.absence !== null) return null;
  return (
    <FormIssues value={sheet.shownOf(row.id)}>
      <div id="sheet-conditions" className={styles['conditions']}>
        <ConditionFields
          indicator={row.given.indicator}
          typed={typed}
          year={sheet.year}
          onChange={(changes) => onType(row, conditionKeys(typed, changes), changes)}
        />
      </div>
    </FormIssues>
  );
}

/** What few figures need and has no column: an older year, the paper, a change of scope. */
function RareFields(props: Props & { typed: Typed }): ReactElement {
  const { sheet, row, firstYear, typed, onType } = props;
  return (
    <FormIssues value={sheet.shownOf(row.id)}>
      <FigureYearField
        typed={typed}
        years={row.subject.entry === 'conditions' ? null : { first: firstYear, own: sheet.year }}
        onChange={(changes) => onType(row, ['figureYear'], changes)}
      />
      <PaperField
        typed={typed}
        fromPaper={!sheet.isBinding}
        onChange={(changes) => onType(row, ['paper'], changes)}
      />
      <ScopeFields typed={typed} onChange={(changes) => onType(row, ['scopeChange'], changes)} />
    </FormIssues>
  );
}

/** The conditions that a change touches, each a field of its own. */
function conditionKeys(typed: Typed, { conditions = [] }: Partial<Typed>): FieldKey[] {
  return conditions
    .filter(
      (one) =>
        JSON.stringify(one) !== JSON.stringify(typed.conditions.find(({ id }) => id === one.id)),
    )
    .map(({ id }): FieldKey => `condition ${id}`);
}

/** How the reading went from hand to hand, and why it came back. */
function Course({ row }: Props): ReactNode {
  const { reading } = useRow(row);
  const messages = useMessages();
  const { sheet: words, readings } = messages;
  const { dateTime } = useFormat();
  const { returns } = row.given;
  if (reading === null) return null;
  return (
    <>
      <Timeline reading={reading} />
      {returns.length === 0 ? null : (
        <>
          <h3>{words.panel.returns}</h3>
          <ul className={styles['returns']}>
            {returns.map((back) => (
              <li key={back.at}>
                {readings.timeline.reason(returnWords(messages, back))}
                <br />
                <small>{words.panel.returned(back.name, dateTime(back.at))}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
