import type { ReactElement } from 'react';
import type { DeckDecision, Slide } from '../../shared/deck.ts';
import * as format from '../../shared/i18n/format.ts';
import { departmentText } from '../dashboard/api.ts';
import { decisionOf, indicatorOf, nameOf, type Shown } from './deckView.ts';
import styles from './present.module.css';

type ListSlide = Extract<Slide, { kind: 'pending' | 'ownerless' | 'decisions' }>;

/** So few rows are written larger. */
export const ROOMY = 3;

/** A list of what needs the same decision, or of what was decided. */
export function ListBody(props: { slide: ListSlide; shown: Shown }): ReactElement {
  const { slide, shown } = props;
  const { presentation } = shown.speech.messages;
  const { list } = presentation;
  if (slide.kind === 'decisions') return <Decisions ids={slide.decisionIds} shown={shown} />;
  const last = slide.kind === 'pending' ? list.lead : list.leadState;
  const { length } = slide.indicatorIds;
  return (
    <table className={styles['table']} data-roomy={length <= ROOMY}>
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
              <td>{nameOf(indicator, shown.speech)}</td>
              <td className={styles['short']}>{list.deadlineOf(indicator.target.deadline)}</td>
              <td>{leadWords(indicator.lead, shown, length <= ROOMY)}</td>
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
): string {
  const { statuses, presentation, dashboard } = speech.messages;
  if (lead.state === 'none') return statuses.leadNone;
  const names = lead.departmentIds.map((id) => departmentName(id, { board, speech }, roomy));
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

function Decisions(props: { ids: readonly string[]; shown: Shown }): ReactElement {
  const { ids, shown } = props;
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
          return (
            <tr key={id}>
              <th scope="row">{list.issued(issued.year, issued.number)}</th>
              <td lang={languageOf(text)}>{shortened(text, isChinese(text) ? 34 : 70)}</td>
              <td>
                {leadDepartmentId === null ? '—' : departmentName(leadDepartmentId, shown, false)}
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

/** A decision on a slide of its own, as it was taken down. */
export function DecisionBody(props: {
  decision: DeckDecision | null;
  shown: Shown;
}): ReactElement | null {
  const { decision, shown } = props;
  if (decision === null) return null;
  const { list, figure } = shown.speech.messages.presentation;
  const { dashboard } = shown.speech.messages;
  const { leadDepartmentId, supportingDepartmentIds, indicatorIds } = decision;
  const supporting = supportingDepartmentIds.map((id) => departmentName(id, shown, true));
  const about = indicatorIds.flatMap((id) => {
    const indicator = indicatorOf(shown, id);
    return indicator === null ? [] : [`${indicator.code} ${nameOf(indicator, shown.speech)}`];
  });
  // So many signs at reading size are what a wall holds; the rest stands in the order.
  const most = isChinese(decision.text) ? 200 : 420;
  const short = decision.text.length <= most / 3;
  const text = shortened(decision.text, most);
  return (
    <div className={styles['decision']}>
      <blockquote data-short={short} lang={languageOf(decision.text)}>
        {text}
        {text === decision.text ? '' : list.more}
      </blockquote>
      {leadDepartmentId === null ? null : (
        <p>{figure.lead(departmentName(leadDepartmentId, shown, true))}</p>
      )}
      {supporting.length === 0 ? null : <p>{figure.supporting(dashboard.listed(supporting))}</p>}
      {about.length === 0 ? null : (
        <p>
          {list.indicators}
          {shown.speech.messages.app.colon}
          {dashboard.listed(about.slice(0, 3))}
          {about.length > 3 ? '…' : ''}
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
