import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { BoardIndicator } from '../../shared/dashboard.ts';
import type { Incentive } from '../../shared/incentives.ts';
import { useFormat, useMessages, useName, usePick } from '../app/language.tsx';
import { ClauseLink, useDepartments } from '../plans/api.ts';
import { StatusGlyph } from '../ui/status.tsx';
import type { Measure } from './arrange.ts';
import styles from './measures.module.css';
import { moneyWords } from './moneyWords.ts';

/** The words of a measure, who carries it out, what it works for, and the money that it promises. */
export function ClauseSection(props: {
  measure: Measure;
  incentives: readonly Incentive[];
  indicators: readonly BoardIndicator[];
}): ReactElement {
  const { measure, incentives, indicators } = props;
  const messages = useMessages();
  const words = messages.measures.one;
  const pick = usePick();
  const name = useName();
  const format = useFormat();
  const departments = useDepartments().data?.items ?? [];
  return (
    <>
      <section>
        <h2>{words.clause}</h2>
        <p className={styles['text']} lang="zh-CN">
          {measure.text}
        </p>
        <p className="screenOnly">
          <ClauseLink clause={{ subject: 'measure', id: measure.id }}>
            {words.toDocument}
          </ClauseLink>
        </p>
      </section>
      <div className={styles['facts']}>
        <section>
          <h2>{words.departments}</h2>
          <ol>
            {measure.departmentIds.map((id) => {
              const found = departments.find((one) => one.id === id);
              return (
                <li key={id}>{found === undefined ? id : pick(found.fullNameZh, found.nameEn)}</li>
              );
            })}
          </ol>
          <p className="sourceLine">{words.departmentsNote}</p>
        </section>
        <section>
          <h2>{words.indicators}</h2>
          {indicators.length === 0 ? <p>{words.noIndicators}</p> : null}
          <ul>
            {indicators.map((indicator) => {
              const { status } = indicator.assessment;
              return (
                <li key={indicator.id}>
                  <Link
                    to="/indicators/$indicatorId"
                    params={{ indicatorId: indicator.id }}
                    search={(old) => ({ plan: old.plan, year: old.year })}
                  >
                    {indicator.code} {name(indicator)}
                  </Link>{' '}
                  <span className="statusWord" data-status={status}>
                    <StatusGlyph status={status} />
                    {messages.statuses.names[status]}
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      </div>
      <section>
        <h2>{words.money}</h2>
        {incentives.length === 0 ? <p>{words.noMoney}</p> : null}
        {incentives.map((rule) => (
          <div key={rule.id} className={styles['rule']}>
            <strong>
              {pick(rule.titleZh, rule.titleEn)} ·{' '}
              {moneyWords(rule, { words: messages.incentives.short, format, pick })}
            </strong>{' '}
            <Link
              to="/policy"
              search={(old) => ({ plan: old.plan, rule: rule.id })}
              className="screenOnly"
              aria-label={`${words.toPolicy} · ${pick(rule.titleZh, rule.titleEn)}`}
            >
              {words.toPolicy}
            </Link>
            <br />
            <q lang="zh-CN">{rule.quote}</q>
          </div>
        ))}
      </section>
    </>
  );
}
