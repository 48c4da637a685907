import { useMutation } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { fenOfWan } from '../../shared/incentives/money.ts';
import type { Incentive } from '../../shared/incentives.ts';
import { exportPayments, type LEDGER_FORMATS, type Payment } from '../../shared/payments.ts';
import { useFormat, useLanguage, useMessages, usePick } from '../app/language.tsx';
import { type Plan, planYears } from '../app/plan.ts';
import { useSetSearch } from '../app/search.ts';
import { download } from '../call.ts';
import { MeasureTabs, useIncentives } from '../measures/api.ts';
import { ForPlan } from '../plans/api.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { saveFile } from '../ui/saveFile.ts';
import { InlineSelect } from '../ui/Select.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { usePaper } from '../ui/usePaper.ts';
import { type Ledger, useLedger } from './api.ts';
import { EnterDialog } from './EnterDialog.tsx';
import styles from './ledger.module.css';
import { LedgerTable } from './LedgerTable.tsx';
import { ReverseDialog } from './ReverseDialog.tsx';

/** `/policy/ledger`: what was paid by rule, enterprise and year, and who got more than a cap allows. */
export function LedgerPage(): ReactElement {
  const words = useMessages().payments;
  usePaper('landscape');
  return (
    <PageFrame title={words.title} lead={words.lead}>
      <MeasureTabs />
      <ForPlan>{(plan) => <LedgerOf plan={plan} />}</ForPlan>
    </PageFrame>
  );
}

function LedgerOf({ plan }: { plan: Plan }): ReactElement {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const asked = Number(search['of']);
  const year = Number.isInteger(asked) && asked > 0 ? asked : null;
  const rules = useIncentives(plan.id);
  const ledger = useLedger(plan.id, year);
  return (
    <Loaded result={rules}>
      {({ items }) => (
        <Loaded result={ledger}>
          {(data) => <Shown plan={plan} year={year} rules={items} ledger={data} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function Shown(props: {
  plan: Plan;
  year: number | null;
  rules: readonly Incentive[];
  ledger: Ledger;
}): ReactElement {
  const { plan, year, rules, ledger } = props;
  const messages = useMessages();
  const words = messages.payments;
  const { language } = useLanguage();
  const setSearch = useSetSearch();
  const pick = usePick();
  const [entering, setEntering] = useState(false);
  const [reversing, setReversing] = useState<Payment | null>(null);
  const [rule, setRule] = useState('');
  const save = useMutation({
    meta: { quiet: true },
    mutationFn: (format: (typeof LEDGER_FORMATS)[number]) =>
      download(exportPayments, {
        params: { planId: plan.id },
        query: { format, language, ...(year === null ? {} : { year: String(year) }) },
      }),
    onSuccess: ({ name, content }) => saveFile(name, content),
  });
  const items = ledger.items.filter(({ incentiveId }) => rule === '' || incentiveId === rule);
  return (
    <>
      <div className={`${styles['tools']} screenOnly`}>
        <InlineSelect
          label={words.year}
          value={year === null ? '' : String(year)}
          options={[
            { value: '', label: words.allYears },
            ...planYears(plan, plan.defaultYear).map((one) => ({
              value: String(one),
              label: messages.app.yearOption(one),
            })),
          ]}
          onChange={(value) =>
            setSearch({ of: value === '' ? undefined : value }, { replace: true })
          }
        />
        <InlineSelect
          label={words.rule}
          value={rule}
          options={[
            { value: '', label: words.allRules },
            ...rules.map((one) => ({
              value: one.id,
              label: `${one.measureNumber}. ${pick(one.titleZh, one.titleEn)}`,
            })),
          ]}
          onChange={setRule}
        />
        <Button pending={save.isPending} onClick={() => save.mutate('xlsx')}>
          {words.exportXlsx}
        </Button>
        <Button pending={save.isPending} onClick={() => save.mutate('csv')}>
          {words.exportCsv}
        </Button>
        {ledger.enterable.length === 0 ? null : (
          <Button variant="primary" onClick={() => setEntering(true)}>
            {words.enter}
          </Button>
        )}
      </div>
      {save.error === null ? null : (
        <Notice tone="error">{problemSentence(messages, save.error)}</Notice>
      )}
      <Watches rules={rules} watches={ledger.watches} />
      {items.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.emptyBody}</EmptyState>
      ) : (
        <LedgerTable plan={plan} rules={rules} items={items} onReverse={setReversing} />
      )}
      {entering ? (
        <EnterDialog
          plan={plan}
          rules={rules.filter(({ id }) => ledger.enterable.includes(id))}
          year={year ?? plan.defaultYear}
          onClose={() => setEntering(false)}
        />
      ) : null}
      {reversing === null ? null : (
        <ReverseDialog payment={reversing} onClose={() => setReversing(null)} />
      )}
    </>
  );
}

/** Who got by a rule more than the document lets one have. */
function Watches(props: {
  rules: readonly Incentive[];
  watches: Ledger['watches'];
}): ReactElement | null {
  const { rules, watches } = props;
  const words = useMessages().payments;
  const pick = usePick();
  const format = useFormat();
  if (watches.length === 0) return null;
  const money = (wan: number) => format.money(fenOfWan(wan) ?? 0n);
  return (
    <Notice tone="warning" title={words.watchTitle(watches.length)}>
      <ul>
        {watches.map(({ incentiveId, enterprise, sumWan, limitWan, kind }) => {
          const rule = rules.find(({ id }) => id === incentiveId);
          const title = rule === undefined ? incentiveId : pick(rule.titleZh, rule.titleEn);
          const say = kind === 'cap' ? words.watch : words.watchAmount;
          return (
            <li key={`${incentiveId} ${enterprise}`}>
              {say(enterprise, title, money(sumWan), money(limitWan))}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
