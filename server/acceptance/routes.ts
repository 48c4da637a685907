import {
  approveScoreSheet,
  beginScoreSheet,
  getDryRun,
  listScoreSheets,
  presentScoreSheet,
  saveScoreSheet,
  type ScoreSheet,
  takeBackScoreSheet,
} from '../../shared/acceptance.ts';
import { maySeeSheet, openSheetSteps } from '../../shared/acceptance-rules.ts';
import { can } from '../../shared/permissions.ts';
import { Problem } from '../../shared/problems.ts';
import type { Writer } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import { type Context, type Host, serve } from '../http/serve.ts';
import { findPlanYears } from '../rounds/store.ts';
import * as commands from './commands.ts';
import { dryRunOf } from './dry-run.ts';
import { findSheets, type SheetRow, type StoredSheet } from './store.ts';

export function acceptanceRoutes(host: Host): void {
  serve(host, listScoreSheets, async ({ db, user }, { params: { planId } }) => {
    const person = signedIn(user);
    if ((await findPlanYears(db, planId)) === null) throw new Problem('notFound');
    const sheets = await findSheets(db, planId);
    return {
      items: sheets
        .filter(({ row }) => maySeeSheet(row.state, person))
        .map((one) => shown(one, person)),
      mayBegin:
        can(person.roles, 'acceptance.draft') &&
        sheets.every(({ row }) => row.state === 'approved'),
    };
  });

  serve(host, getDryRun, async ({ db, user, now }, { params: { sheetId }, query: { year } }) => {
    const sheet = await commands.requireSheet(db, sheetId);
    if (!maySeeSheet(sheet.row.state, signedIn(user))) throw new Problem('notFound');
    return dryRunOf(db, sheet, year, now);
  });

  serve(host, beginScoreSheet, async (context, { params: { planId }, body: { from } }) => {
    context.note({ target: { type: 'plan', id: planId } });
    const made = await commands.beginSheet(acting(context), planId, from);
    context.note({
      target: { type: 'scoreSheet', id: made.row.id },
      after: { ...audited(made.row), from },
    });
    return shown(made, signedIn(context.user));
  });

  serve(host, saveScoreSheet, async (context, { params: { sheetId }, body }) => {
    context.note({ target: { type: 'scoreSheet', id: sheetId } });
    const naming = { id: sheetId, expectedVersion: context.expectedVersion };
    return answer(context, await commands.saveSheet(acting(context), naming, body));
  });

  for (const [endpoint, step] of [
    [presentScoreSheet, 'present'],
    [takeBackScoreSheet, 'takeBack'],
    [approveScoreSheet, 'approve'],
  ] as const) {
    serve(host, endpoint, async (context, { params: { sheetId } }) => {
      context.note({ target: { type: 'scoreSheet', id: sheetId } });
      const naming = { id: sheetId, expectedVersion: context.expectedVersion };
      return answer(context, await commands.takeSheetStep(acting(context), step, naming));
    });
  }
}

function answer(
  context: Context<Writer>,
  { before, after }: { readonly before: StoredSheet; readonly after: StoredSheet },
): ScoreSheet {
  context.note({
    target: { type: 'scoreSheet', id: after.row.id },
    before: audited(before.row),
    after: audited(after.row),
  });
  return shown(after, signedIn(context.user));
}

const audited = ({ number, state, version }: SheetRow) => ({ number, state, version });

function signedIn<T>(user: T | null): T {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}

function acting({ db, user, now }: Context<Writer>): commands.Acting {
  return { db, user: signedIn(user), now };
}

function shown({ row, content }: StoredSheet, person: Principal): ScoreSheet {
  const { id, planId, number, state, version } = row;
  return {
    id,
    planId,
    number,
    state,
    example: row.example === 1,
    title: content.title,
    items: content.items.map((item) => ({
      ...item,
      points: item.points.map((point) => ({ ...point })),
    })),
    grades: content.grades.map((grade) => ({ ...grade })),
    pendingRule: content.pendingRule,
    noDataRule: content.noDataRule,
    tentativeRule: content.tentativeRule,
    passLine: content.passLine,
    bonusCap: content.bonusCap,
    vetoGrade: content.vetoGrade,
    created: act(row.createdByName, row.createdAt),
    presented: act(row.presentedByName, row.presentedAt),
    approved: act(row.approvedByName, row.approvedAt),
    steps: openSheetSteps(commands.standingOf(row), person),
    editable: state === 'draft' && can(person.roles, 'acceptance.draft'),
    version,
  };
}

const act = (name: string | null, at: string | null) =>
  name === null || at === null ? null : { name, at };
