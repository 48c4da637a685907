import { can } from '../../shared/permissions.ts';
import { Problem } from '../../shared/problems.ts';
import {
  changeRound,
  closeRound,
  dayInChina,
  getRound,
  issueNotice,
  listNotices,
  listRounds,
  openRound,
  reopenRound,
  type Round,
  withdrawRound,
} from '../../shared/rounds.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { type Context, type Host, serve } from '../http/serve.ts';
import { findDepartments } from '../departments/store.ts';
import { departmentsFor, dutiesFor, type Frame, reportsFor, roundFor } from './answer.ts';
import * as commands from './commands.ts';
import { planDuties, reportDuties } from './duty-store.ts';
import { issueNotice as issue } from './issue-notice.ts';
import { findNotices } from './notice-store.ts';
import { findRounds, isInUse, namesOf, type RoundRow } from './store.ts';

export function roundRoutes(host: Host): void {
  serve(host, listRounds, async ({ db, user, now }, { params: { planId } }) => {
    const asker = signedIn(user);
    await commands.requirePlanYears(db, planId);
    const rounds = await findRounds(db, planId);
    const duties = await planDuties(db, planId);
    const names = await namesOf(db, rounds.flatMap(actorsOf));
    return { items: rounds.map((round) => roundFor(asker, { round, duties, names, now })) };
  });

  serve(host, getRound, async ({ db, user, now }, { params: { planId, year } }) => {
    const asker = signedIn(user);
    const frame = await frameOf(db, await commands.requireRound(db, planId, year), now);
    const duties = dutiesFor(asker, frame);
    return {
      ...roundFor(asker, frame),
      duties,
      departments: departmentsFor(asker, frame.duties, duties),
      measures: reportsFor(
        asker,
        frame,
        await reportDuties(db, planId, year, dayInChina(now)),
        (await findDepartments(db)).map(({ id, shortNameZh, fullNameZh, nameEn }) => ({
          id,
          shortNameZh,
          fullNameZh,
          nameEn,
        })),
      ),
      withdrawable:
        can(asker.roles, 'rounds.manage') &&
        frame.round.sealedAt === null &&
        !(await isInUse(db, frame.round)),
    };
  });

  serve(host, openRound, async (context, { params: { planId }, body }) => {
    note(context, planId, body.year);
    return answer(context, await commands.openRound(acting(context), planId, body));
  });

  serve(host, changeRound, async (context, { params, body }) => {
    note(context, params.planId, params.year);
    const { expectedVersion } = context;
    const naming = { ...params, expectedVersion };
    return answer(context, await commands.moveDays(acting(context), naming, body));
  });

  for (const [endpoint, command] of [
    [closeRound, commands.closeRound],
    [reopenRound, commands.reopenRound],
  ] as const) {
    serve(host, endpoint, async (context, { params }) => {
      note(context, params.planId, params.year);
      const { expectedVersion } = context;
      return answer(context, await command(acting(context), { ...params, expectedVersion }));
    });
  }

  serve(host, withdrawRound, async (context, { params, body }) => {
    const { planId, year } = params;
    note(context, planId, year);
    const { expectedVersion } = context;
    const gone = await commands.withdrawRound(acting(context), { ...params, expectedVersion });
    context.note({
      target: { type: 'round', id: idOf(planId, year) },
      before: daysOf(gone),
      after: { withdrawn: true, reason: body.reason },
    });
    return undefined;
  });

  serve(host, listNotices, async ({ db, user }, { params: { planId, year } }) => {
    const { roles, departmentId } = signedIn(user);
    await commands.requireRound(db, planId, year);
    if (roles.includes('reviewer')) return { items: await findNotices(db, planId, year) };
    if (departmentId === null) return { items: [] };
    return { items: await findNotices(db, planId, year, departmentId) };
  });

  serve(host, issueNotice, async (context, { params: { planId, year }, body }) => {
    note(context, planId, year);
    const notice = await issue(acting(context), planId, year, body.departmentId);
    const { number, departmentId, missing } = notice;
    const codes = missing.map(({ code }) => code).join(',');
    context.note({
      target: { type: 'round', id: idOf(planId, year) },
      after: { notice: number, departmentId, missing: codes },
    });
    return notice;
  });
}

function signedIn<T>(user: T | null): T {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}

function acting({ db, user, now }: Context<Writer>): commands.Acting {
  return { db, user: signedIn(user), now };
}

const idOf = (planId: string, year: number): string => `${planId}/${year}`;

/** Names the target first, so that a refused attempt is recorded with it. */
function note(context: Context<Writer>, planId: string, year: number): void {
  context.note({ target: { type: 'round', id: idOf(planId, year) } });
}

const actorsOf = ({ createdBy, closedBy, sealedBy }: RoundRow) => [createdBy, closedBy, sealedBy];

async function frameOf(db: Reader, round: RoundRow, now: Date): Promise<Frame> {
  const duties = await planDuties(db, round.planId, round.year);
  return { round, duties, names: await namesOf(db, actorsOf(round)), now };
}

async function answer(
  context: Context<Writer>,
  { before, after }: commands.Changed,
): Promise<Round> {
  context.note({
    target: { type: 'round', id: idOf(after.planId, after.year) },
    before: before === null ? null : daysOf(before),
    after: daysOf(after),
  });
  return roundFor(signedIn(context.user), await frameOf(context.db, after, context.now));
}

/** What the audit log says of a round; who and when are its own columns. */
function daysOf({ opensOn, dueOn, closedAt, sealedAt, version }: RoundRow): object {
  return { opensOn, dueOn, closedAt, sealedAt, version };
}
