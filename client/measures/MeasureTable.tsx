import { Link } from '@tanstack/react-router';
import { Fragment, type ReactElement } from 'react';
import type { Dashboard } from '../../shared/dashboard.ts';
import { fenOfWan } from '../../shared/incentives/money.ts';
import type { Incentive } from '../../shared/incentives.ts';
import type { MeasureOfYear } from '../../shared/measures.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import type { MeasuresOfYear } from './api.ts';
import type { Arranged, Measure, MeasureGroup } from './arrange.ts';
import styles from './measures.module.css';
import { MeasureStateWord } from './MeasureStateWord.tsx';
import { moneyWords } from './moneyWords.ts';

interface Shown {
  readonly board: Dashboard;
  readonly progress: MeasuresOfYear;
  readonly incentives: readonly Incentive[];
  /** Whether the words of the document stand below each title. */
  readonly withText: boolean;
}

/** The measures under their headings, a row each. */
export function MeasureTable(props: Shown & { year: number; groups: Arranged }): ReactElement {
  const { groups, year, ...shown } = props;
  const words = useMessages().measures.list;
  const pick = usePick();
  return (
    <table className={`statTable ${styles['list']}`}>
      <caption className="visuallyHidden">{words.caption(year)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.measure}</th>
          <th scope="col">{words.departments}</th>
          <th scope="col">{words.indicators}</th>
          <th scope="col">{words.money}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.progress}</th>
          <th scope="col" className="num">
            {words.reported}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Fragment key={group.key}>
            <tr className="group">
              <th colSpan={8} scope="rowgroup">
                {pick(group.titleZh, group.titleEn)}
              </th>
            </tr>
            {group.measures.length === 0 ? (
              <tr>
                <td colSpan={8}>{words.noMeasure}</td>
              </tr>
            ) : null}
            {group.measures.map((measure) => (
              <Row key={measure.id} measure={measure} group={group} {...shown} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Row(props: Shown & { measure: Measure; group: MeasureGroup }): ReactElement {
  const { measure, group, board, progress, incentives, withText } = props;
  const { measures, incentives: policy } = useMessages();
  const words = measures.list;
  const pick = usePick();
  const format = useFormat();
  const name = (id: string) => departmentName(progress, id, pick);
  const ofYear = progress.items.find(({ measureId }) => measureId === measure.id);
  const part = partOf(ofYear, group.departmentId);
  const rules = incentives.filter(({ measureId }) => measureId === measure.id);
  const speech = { words: policy.short, format, pick };
  return (
    <>
      <tr {...(withText ? { className: styles['above'] } : {})}>
        <td className={styles['number']}>{measure.number}</td>
        <th scope="row">
          <Link
            to="/measures/$measureId"
            params={{ measureId: measure.id }}
            search={(old) => ({ plan: old.plan, year: old.year })}
          >
            {pick(measure.titleZh, measure.titleEn)}
          </Link>
        </th>
        <td>
          {(ofYear?.duties ?? [])
            .map(({ departmentId }) => name(departmentId))
            .join(pick('、', ', '))}
        </td>
        <td className={styles['codes']}>
          {measure.indicatorIds.length === 0 ? words.none : null}
          {measure.indicatorIds.map((id) => {
            const indicator = board.indicators.find((one) => one.id === id);
            if (indicator === undefined) return null;
            return (
              <Link
                key={id}
                to="/indicators/$indicatorId"
                params={{ indicatorId: id }}
                search={(old) => ({ plan: old.plan, year: old.year })}
                title={pick(indicator.nameZh, indicator.nameEn)}
              >
                {indicator.code}
              </Link>
            );
          })}
        </td>
        <td>
          {rules.length === 0
            ? words.none
            : rules.map((rule) => <div key={rule.id}>{moneyWords(rule, speech)}</div>)}
        </td>
        <td>
          <MeasureStateWord state={part.state} />
        </td>
        <td className={styles['progress']}>
          {part.said.map(({ departmentId, done }) => (
            <div key={departmentId} lang="zh-CN">
              {part.said.length > 1 ? `${name(departmentId)}：` : ''}
              {shortened(done)}
            </div>
          ))}
          {part.paidWan === null || part.paidWan === 0 ? null : (
            <div className={styles['paid']}>
              {words.paid(format.money(fenOfWan(part.paidWan) ?? 0n))}
            </div>
          )}
          {part.said.length === 0 ? words.none : null}
        </td>
        <td className="num">{words.reportedOf(part.approved, part.owed)}</td>
      </tr>
      {withText ? (
        <tr>
          <td colSpan={8} className={styles['clauseText']} lang="zh-CN">
            {measure.text}
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** What is said of a measure: by all departments, or by the one that the heading names. */
function partOf(ofYear: MeasureOfYear | undefined, departmentId: string | null) {
  if (ofYear === undefined) {
    return { state: null, paidWan: null, approved: 0, owed: 0, said: [] };
  }
  const duties = ofYear.duties.filter(
    (duty) => departmentId === null || duty.departmentId === departmentId,
  );
  const said = duties.filter(({ done }) => done !== '');
  if (departmentId === null) return { ...ofYear, said };
  const [own] = duties;
  const approved = own?.dutyState === 'approved' || own?.dutyState === 'sealed' ? 1 : 0;
  return {
    state: own?.state ?? null,
    paidWan: own?.paidWan ?? null,
    approved,
    owed: 1,
    said,
  };
}

export function departmentName(
  { departments }: Pick<MeasuresOfYear, 'departments'>,
  id: string,
  pick: (zh: string, en: string) => string,
): string {
  const found = departments.find((one) => one.id === id);
  return found === undefined ? id : pick(found.shortNameZh, found.nameEn);
}

const LONGEST = 60;

/** The first sentence or so; the whole stands on the page of the measure. */
function shortened(text: string): string {
  const [first = ''] = text.split('\n');
  return first.length > LONGEST ? `${first.slice(0, LONGEST)}…` : first;
}
