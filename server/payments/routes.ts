import { wanOfFen } from '../../shared/incentives/money.ts';
import {
  enterPayment as enterEndpoint,
  exportPayments,
  listPayments,
  type Payment,
  reversePayment as reverseEndpoint,
} from '../../shared/payments.ts';
import { Problem } from '../../shared/problems.ts';
import { findInstallation } from '../accounts/installation-store.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { findDepartments } from '../departments/store.ts';
import { type BeforeContext, type Context, Download, type Host, serve } from '../http/serve.ts';
import { findIncentives } from '../incentives/store.ts';
import { boardRows } from '../plans/store.ts';
import { findPlanYears } from '../rounds/store.ts';
import { type Acting, enterableRules, enterPayment, reversePayment } from './commands.ts';
import { type Ledger, ledgerFile } from './export.ts';
import { findPayments, type StoredPayment } from './store.ts';
import { watchesOf, watchOf } from './watch.ts';

export function paymentRoutes(host: Host): void {
  serve(host, listPayments, async ({ db, user, now }, { params: { planId }, query }) => {
    const person = signedIn(user);
    if ((await findPlanYears(db, planId)) === null) throw new Problem('notFound');
    const enterable = await enterableRules(db, planId, person, now);
    const items = await findPayments(db, planId, query);
    return {
      items: items.map((one) => shown(one, enterable)),
      watches: watchesOf(await findIncentives(db, planId), await findPayments(db, planId)),
      enterable,
    };
  });

  serve(host, enterEndpoint, async (context, { params: { planId }, body }) => {
    context.note({ target: { type: 'incentive', id: body.incentiveId } });
    const made = await enterPayment(acting(context), planId, body);
    context.note({ target: { type: 'payment', id: made.id }, after: audited(made) });
    return answer(context, made);
  });

  serve(host, reverseEndpoint, async (context, { params: { paymentId }, body }) => {
    context.note({ target: { type: 'payment', id: paymentId } });
    const { before, after } = await reversePayment(acting(context), paymentId, body.reason);
    context.note({
      target: { type: 'payment', id: after.id },
      before: audited(before),
      after: audited(after),
    });
    return answer(context, after);
  });

  serve(
    host,
    exportPayments,
    async (context, { params: { planId }, query: { format } }) => {
      const { file, count } = context.prepared;
      context.note({ target: { type: 'plan', id: planId }, after: { payments: count, format } });
      return new Download(file.bytes, file.mediaType, `${planId}-ledger.${format}`);
    },
    {
      // Workbooks are made outside the transaction.
      async before(
        { transactions }: BeforeContext,
        {
          params,
          query,
        }: {
          readonly params: { readonly planId: string };
          readonly query: {
            readonly format: 'xlsx' | 'csv';
            readonly year?: number | undefined;
            readonly language: Ledger['language'];
          };
        },
      ) {
        const ledger = await transactions.read((db) => ledgerOf(db, params.planId, query));
        return { file: await ledgerFile(ledger, query.format), count: ledger.payments.length };
      },
    },
  );
}

async function ledgerOf(
  db: Reader,
  planId: string,
  asked: { readonly year?: number | undefined; readonly language: Ledger['language'] },
): Promise<Ledger> {
  const { language, year } = asked;
  const board = await boardRows(db, planId);
  if (board === null) throw new Problem('notFound');
  const departments = (await findDepartments(db)).map(
    ({ id, shortNameZh, nameEn }): [string, string] => [
      id,
      language === 'zh-CN' ? shortNameZh : nameEn,
    ],
  );
  const codes = board.indicators.map(({ id, code }): [string, string] => [id, code]);
  return {
    language,
    illustrative: (await findInstallation(db)).illustrative,
    rules: await findIncentives(db, planId),
    payments: await findPayments(db, planId, { year }),
    names: new Map([...departments, ...codes]),
  };
}

function signedIn<T>(user: T | null): T {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}

function acting({ db, user, now }: Context<Writer>): Acting {
  return { db, user: signedIn(user), now };
}

/** The entry, and whether a cap is passed by now. */
async function answer({ db, user, now }: Context<Writer>, made: StoredPayment) {
  const enterable = await enterableRules(db, made.planId, signedIn(user), now);
  const rule = (await findIncentives(db, made.planId)).find(({ id }) => id === made.incentiveId);
  const own = (await findPayments(db, made.planId, { incentiveId: made.incentiveId })).filter(
    ({ enterpriseKey }) => enterpriseKey === made.enterpriseKey,
  );
  return {
    payment: shown(made, enterable),
    watch: rule === undefined ? null : watchOf(rule, own),
  };
}

function shown(row: StoredPayment, enterable: readonly string[]): Payment {
  return {
    id: row.id,
    incentiveId: row.incentiveId,
    tier: row.tier,
    enterprise: row.enterprise,
    year: row.year,
    paidOn: row.paidOn,
    amountWan: wanOfFen(BigInt(row.amountFen)),
    indicatorId: row.indicatorId,
    documentNumber: row.documentNumber,
    note: row.note,
    reverses: row.reverses,
    reversedBy: row.reversedBy,
    departmentId: row.departmentId,
    enteredBy: row.enteredByName,
    enteredAt: row.enteredAt,
    reversible:
      row.reverses === null && row.reversedBy === null && enterable.includes(row.incentiveId),
  };
}

/** What the audit log says of an entry: rule, year and sum; the enterprise is in the ledger. */
function audited({ incentiveId, year, amountFen, reverses }: StoredPayment): object {
  return { incentiveId, year, amountFen, reverses };
}
