import type { ReactElement } from 'react';
import type { DeckDecision, Slide } from '../../shared/deck.ts';
import * as format from '../../shared/i18n/format.ts';
import { departmentText } from '../dashboard/api.ts';
import { Fitting } from './Fitting.tsx';
import { decisionOf, indicatorOf, nameOf, type Shown } from './deckView.ts';
import styles from './present.module.css';

type ListSlide = Extract<Slide, { kind: 'pending' | 'ownerless' | 'decisions' }>;

/** So few rows are written larger. */
export const ROOMY = 3;

/** So many signs a name may take in a list, step by step fewer where they have no room. */
const NAMES = [Infinity, 44, 30, 18] as const;
const DEPARTMENTS = [Infinity, Infinity, 20, 12] as const;
const TEXTS = [34, 28, 22, 14] as const;
const STEPS = NAMES.length - 1;

/** A department of no more signs keeps to one line. */
const SHORT = 9;

/** English takes about twice the signs for the same room. */
const cutTo = (text: string, signs: number): string =>
  shortened(text, isChinese(text) ? signs : signs * 2);

/** A list of what needs the same decision, or of what was decided. */
export function ListBody(props: { slide: ListSlide; shown: Shown }): ReactElement {
  const { slide, shown } = props;
  const said =
    slide.kind === 'decisions' ? slide.decisionIds.map((id) => decisionOf(shown, id)) : slide;
  return (
    <Fitting key={shown.speech.language + JSON.stringify(said)} steps={STEPS}>
      {(step) =>
        slide.kind === 'decisions' ? (
          <Decisions ids={slide.decisionIds} shown={shown} step={step} />
        ) : (
          <Indicators slide={slide} shown={shown} step={step} />
        )
      }
    </Fitting>
  );
}

function Indicators(props: {
  slide: Exclude<ListSlide, { kind: 'decisions' }>;
  shown: Shown;
  step: number;
}): ReactElement {
  const { slide, shown, step } = props;
  const { list } = shown.speech.messages.presentation;
  const last = slide.kind === 'pending' ? list.lead : list.leadState;
  const { length } = slide.indicatorIds;
  const roomy = length <= ROOMY;
  return (
    <table className={styles['table']} data-roomy={roomy && step === 0}>
      <thead>
        <tr>
          <th scope="col">{list.code}</th>
          <th scope="col">{list.name}</th>
          <th scope="col">{list.deadline}</th>
          <th scope="col">{last}</th>
        </tr>
      </thead>
      <tbody>
        {slide.indicatorIds.map((id) => {
          const indicator = indicatorOf(shown, id);
          if (indicator === null) return null;
          return (
            <tr key={id}>
              <th scope="row">{indicator.code}</th>
              <td>{cutTo(nameOf(indicator, shown.speech), NAMES[step] ?? 0)}</td>
              <td className={styles['short']}>{list.deadlineOf(indicator.target.deadline)}</td>
              <td>{leadWords(indicator.lead, shown, roomy, DEPARTMENTS[step] ?? 0)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function leadWords(
  lead: { readonly state: string; readonly departmentIds: readonly string[] },
  { board, speech }: Shown,
  roomy: boolean,
  signs: number,
): string {
  const { statuses, presentation, dashboard } = speech.messages;
  if (lead.state === 'none') return statuses.leadNone;
  const names = lead.departmentIds.map((id) =>
    cutTo(departmentName(id, { board, speech }, roomy), signs),
  );
  const listed = dashboard.listed(names);
  return lead.state === 'undecided' ? presentation.list.candidates(listed) : listed;
}

function departmentName(
  id: string,
  { board, speech }: Pick<Shown, 'board' | 'speech'>,
  roomy: boolean,
): string {
  const department = board.departments.find((each) => each.id === id);
  if (department === undefined) return id;
  const { text, full } = departmentText(department, speech);
  return roomy ? (full ?? text) : text;
}

function Decisions(props: { ids: readonly string[]; shown: Shown; step: number }): ReactElement {
  const { ids, shown, step } = props;
  const { list } = shown.speech.messages.presentation;
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{list.number}</th>
          <th scope="col">{list.decision}</th>
          <th scope="col">{list.lead}</th>
          <th scope="col">{list.due}</th>
          <th scope="col">{list.standing}</th>
        </tr>
      </thead>
      <tbody>
        {ids.map((id) => {
          const decision = decisionOf(shown, id);
          if (decision === null) return null;
          const { issued, text, leadDepartmentId, dueOn } = decision;
          const lead =
            leadDepartmentId === null ? '—' : departmentName(leadDepartmentId, shown, false);
          return (
            <tr key={id}>
              <th scope="row">{list.issued(issued.year, issued.number)}</th>
              <td lang={languageOf(text)}>{cutTo(text, TEXTS[step] ?? 0)}</td>
              <td className={lead.length <= SHORT ? styles['short'] : undefined}>
                {cutTo(lead, DEPARTMENTS[step] ?? 0)}
              </td>
              <td className={styles['short']}>{dueWords(dueOn, shown)}</td>
              <td className={styles['short']}>
                <Standing decision={decision} shown={shown} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function dueWords(dueOn: string | null, { speech }: Shown): string {
  return dueOn === null
    ? speech.messages.presentation.list.undated
    : format.date(speech.language, dueOn);
}

function Standing(props: { decision: DeckDecision; shown: Shown }): ReactElement {
  const { overdue, standing } = props.decision;
  const { slides } = props.shown.speech.messages;
  const late = overdue && standing === 'open';
  return (
    <b data-status={late ? 'missed' : standing === 'open' ? 'inProgress' : 'achieved'}>
      <span className={styles['inked']}>{late ? slides.overdue : slides.standings[standing]}</span>
    </b>
  );
}

/** The share of a decision's text that its slide holds, step by step less. */
const SHARES = [1, 1, 0.7, 0.45, 0.25] as const;

/** Supporting departments and indicators that are named; the rest is counted. */
const NAMED = 3;

/** A decision on a slide of its own, as it was taken down. */
export function DecisionBody(props: {
  decision: DeckDecision | null;
  shown: Shown;
}): ReactElement | null {
  const { decision, shown } = props;
  if (decision === null) return null;
  return (
    <Fitting key={shown.speech.language + JSON.stringify(decision)} steps={SHARES.length - 1}>
      {(step) => <DecisionText decision={decision} shown={shown} step={step} />}
    </Fitting>
  );
}

function DecisionText(props: { decision: DeckDecision; shown: Shown; step: number }): ReactElement {
  const { decision, shown, step } = props;
  const { list, figure } = shown.speech.messages.presentation;
  const { dashboard } = shown.speech.messages;
  const { leadDepartmentId, supportingDepartmentIds, indicatorIds } = decision;
  const nameOfDepartment = (id: string): string =>
    cutTo(departmentName(id, shown, true), step < 2 ? Infinity : 24);
  // Where room is short, indicators are said by their codes.
  const about = indicatorIds.flatMap((id) => {
    const indicator = indicatorOf(shown, id);
    if (indicator === null) return [];
    return [step === 0 ? `${indicator.code} ${nameOf(indicator, shown.speech)}` : indicator.code];
  });
  const listed = (names: readonly string[], most: number): string =>
    list.some(dashboard.listed(names.slice(0, most)), names.length, names.length > most);
  // So many signs at reading size are what a wall holds; the rest stands in the order.
  const whole = isChinese(decision.text) ? 200 : 420;
  const short = step === 0 && decision.text.length <= whole / 3;
  const text = shortened(decision.text, Math.floor(whole * (SHARES[step] ?? 0)));
  const supporting = supportingDepartmentIds.map(nameOfDepartment);
  return (
    <div className={styles['decision']}>
      <blockquote data-short={short} lang={languageOf(decision.text)}>
        {text}
        {text === decision.text ? '' : list.more}
      </blockquote>
      {leadDepartmentId === null ? null : <p>{figure.lead(nameOfDepartment(leadDepartmentId))}</p>}
      {supporting.length === 0 ? null : (
        <p>{figure.supporting(listed(supporting, step < 3 ? NAMED : 1))}</p>
      )}
      {about.length === 0 ? null : (
        <p>
          {list.indicators}
          {shown.speech.messages.app.colon}
          {listed(about, step === 0 ? NAMED : NAMED * 3)}
        </p>
      )}
    </div>
  );
}

/** A decision is written in one language, whatever the wall speaks. */
const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);
const languageOf = (text: string): string => (isChinese(text) ? 'zh-CN' : 'en');

/**
 * The beginning of a text, with dots where something is left out.
 * @example shortened('abcdef', 4) // 'abc…'
 */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
