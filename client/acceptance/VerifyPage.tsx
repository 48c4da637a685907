import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { type Acceptance, type AcceptanceItem, verifyItem } from '../../shared/acceptances.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { useMessages } from '../app/language.tsx';
import { call } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Notice } from '../ui/Notice.tsx';
import { InlineSelect } from '../ui/Select.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import styles from './acceptance.module.css';
import { AnswerForm } from './AnswerForm.tsx';
import { ItemFacts } from './ItemFacts.tsx';
import { ItemFiles } from './ItemFiles.tsx';
import { LifeFrame } from './LifeFrame.tsx';
import { SelfSaid } from './SelfForm.tsx';
import { SelfSteps } from './SelfSteps.tsx';
import { useDepartmentName } from './useDepartmentName.ts';
import { useItemName } from './useItemName.ts';
import { VerifyForm } from './VerifyForm.tsx';

/** `/acceptance/…/verification`: the assessors mark item by item, and answer objections. */
export function VerifyPage(): ReactElement {
  const { acceptanceId } = useParams({ from: '/inside/acceptance/$acceptanceId/verification' });
  const words = useMessages().acceptances;
  return (
    <LifeFrame acceptanceId={acceptanceId} title={words.verifyTitle}>
      {(acceptance, board) => <ItemsOf acceptance={acceptance} board={board} />}
    </LifeFrame>
  );
}

/** What an assessor can still do about an item. */
const waits = ({ steps, verified }: AcceptanceItem): boolean =>
  steps.includes('answer') || (steps.includes('verify') && verified === null);

function ItemsOf(props: { acceptance: Acceptance; board: Dashboard }): ReactElement {
  const { acceptance, board } = props;
  const words = useMessages().acceptances;
  const nameOf = useItemName(board);
  const departmentOf = useDepartmentName();
  const [departmentId, setDepartmentId] = useState(EVERY);
  const [onlyWaiting, setOnlyWaiting] = useState(false);
  const shown = acceptance.items.filter(
    (item) =>
      (departmentId === EVERY || (item.departmentId ?? NOBODY) === departmentId) &&
      (!onlyWaiting || waits(item)),
  );
  const department = acceptance.departments.find((one) => one.departmentId === departmentId);
  const marked = acceptance.items.filter(({ excluded }) => !excluded);
  const done = marked.filter(({ verified }) => verified !== null).length;
  const nobodys = acceptance.items.some((item) => item.departmentId === null);
  return (
    <>
      <p className={styles['standing']}>{words.verifyLead(done, marked.length)}</p>
      <div className={`${styles['tools']} screenOnly`}>
        <InlineSelect
          label={words.department}
          value={departmentId}
          options={[
            { value: EVERY, label: words.every },
            ...acceptance.departments.map((one) => ({
              value: one.departmentId,
              label: departmentOf(one.departmentId),
            })),
            ...(nobodys ? [{ value: NOBODY, label: departmentOf(null) }] : []),
          ]}
          onChange={setDepartmentId}
        />
        <Checkbox label={words.waiting} checked={onlyWaiting} onChange={setOnlyWaiting} />
        <TakeRest acceptance={acceptance} items={shown} />
      </div>
      {department === undefined ? null : (
        <SelfSteps acceptance={acceptance} department={department} />
      )}
      {shown.length === 0 ? (
        <EmptyState title={words.nothingToVerify}>{words.nothingToVerifyBody}</EmptyState>
      ) : null}
      {shown.map((item) => (
        <article key={item.itemId} className={styles['card']}>
          <h2>
            {nameOf(item)}{' '}
            <small className={styles['aside']}>{departmentOf(item.departmentId)}</small>
          </h2>
          <div>
            <ItemFacts acceptance={acceptance} item={item} board={board} />
            <SelfSaid item={item} />
            <ItemFiles acceptance={acceptance} item={item} />
          </div>
          <div>
            <VerifyForm acceptance={acceptance} item={item} name={nameOf(item)} />
            <AnswerForm acceptance={acceptance} item={item} name={nameOf(item)} />
          </div>
        </article>
      ))}
    </>
  );
}

const EVERY = '';
const NOBODY = '-';

/** One press for what is taken as it is claimed or computed: each item is a change of its own. */
function TakeRest(props: {
  acceptance: Acceptance;
  items: readonly AcceptanceItem[];
}): ReactElement | null {
  const { acceptance, items } = props;
  const messages = useMessages();
  const words = messages.acceptances;
  const toast = useToast();
  const rest = items.flatMap(({ itemId, version, steps, verified, part, claim }) => {
    const marks = part === 'veto' ? null : claim;
    if (!steps.includes('verify') || verified !== null || marks === null) return [];
    return [{ itemId, version, marks }];
  });
  const take = useMutation({
    mutationFn: async () => {
      for (const { itemId, version, marks } of rest) {
        const params = { acceptanceId: acceptance.id, itemId };
        await call(verifyItem, { params, body: { marks, reason: '' } }, { version });
      }
    },
    onSuccess: () => toast(words.tookRest(rest.length)),
  });
  return (
    <>
      {rest.length === 0 ? null : (
        <Button pending={take.isPending} onClick={() => take.mutate()}>
          {words.takeRest(rest.length)}
        </Button>
      )}
      {take.error === null ? null : (
        <Notice tone="error">{problemSentence(messages, take.error)}</Notice>
      )}
    </>
  );
}
