import type { ReactElement } from 'react';
import { fenOfWan } from '../../shared/incentives/money.ts';
import type { Incentive } from '../../shared/incentives.ts';
import type { Payment } from '../../shared/payments.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { useBoard } from '../dashboard/api.ts';
import { ClauseLink, useDepartments } from '../plans/api.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ledger.module.css';

/** The entries, the latest first, with what they come to. */
export function LedgerTable(props: {
  plan: Plan;
  rules: readonly Incentive[];
  items: readonly Payment[];
  onReverse: (payment: Payment) => void;
}): ReactElement {
  const { plan, rules, items, onReverse } = props;
  const words = useMessages().payments;
  const pick = usePick();
  const format = useFormat();
  const board = useBoard({ planId: plan.id }).data;
  const departments = useDepartments().data?.items ?? [];
  const money = (wan: number) => format.money(fenOfWan(wan) ?? 0n);
  const total = items.reduce((sum, { amountWan }) => sum + (fenOfWan(amountWan) ?? 0n), 0n);
  const works = items.some(({ reversible }) => reversible);
  return (
    <table className={`statTable ${styles['ledger']}`}>
      <caption className="visuallyHidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.paidOn}</th>
          <th scope="col">{words.rule}</th>
          <th scope="col">{words.enterprise}</th>
          <th scope="col" className="num">
            {words.amount}
          </th>
          <th scope="col">{words.indicator}</th>
          <th scope="col">{words.document}</th>
          <th scope="col">{words.department}</th>
          <th scope="col">{words.by}</th>
          <th scope="col">{words.note}</th>
          {works ? (
            <th scope="col" className="screenOnly">
              {words.work}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const rule = rules.find(({ id }) => id === item.incentiveId);
          const tier = item.tier === null ? undefined : rule?.tiers[item.tier];
          const department = departments.find(({ id }) => id === item.departmentId);
          const indicator = board?.indicators.find(({ id }) => id === item.indicatorId);
          return (
            <tr key={item.id} data-reversed={item.reversedBy === null ? undefined : ''}>
              <td className={styles['short']}>{format.date(item.paidOn)}</td>
              <td>
                <ClauseLink clause={{ subject: 'incentive', id: item.incentiveId }}>
                  {rule === undefined ? item.incentiveId : pick(rule.titleZh, rule.titleEn)}
                </ClauseLink>
                {tier === undefined ? null : ` · ${pick(tier.labelZh, tier.labelEn)}`}
              </td>
              <th scope="row" lang="zh-CN">
                {item.enterprise}
              </th>
              <td className="num">{money(item.amountWan)}</td>
              <td title={indicator === undefined ? '' : pick(indicator.nameZh, indicator.nameEn)}>
                {indicator?.code}
              </td>
              <td lang="zh-CN">{item.documentNumber}</td>
              <td>
                {department === undefined ? '' : pick(department.shortNameZh, department.nameEn)}
              </td>
              <td>{item.enteredBy}</td>
              <td>
                {item.reversedBy === null ? null : <strong>{words.reversed} </strong>}
                {item.reverses === null ? null : <strong>{words.reversal} </strong>}
                <span lang="zh-CN">{item.note}</span>
              </td>
              {works ? (
                <td className="screenOnly">
                  {item.reversible ? (
                    <Button
                      variant="link"
                      aria-label={words.reverseNamed(item.enterprise, money(item.amountWan))}
                      onClick={() => onReverse(item)}
                    >
                      {words.reverse}
                    </Button>
                  ) : null}
                </td>
              ) : null}
            </tr>
          );
        })}
        <tr className={styles['total']}>
          <th scope="row" colSpan={3}>
            {words.total}
          </th>
          <td className="num">{format.money(total)}</td>
          <td colSpan={works ? 6 : 5}>{words.sumNote}</td>
        </tr>
      </tbody>
    </table>
  );
}
