import { heirOn } from '../../shared/department-rules.ts';
import {
  approveMeasureReport,
  approveMeasureReports,
  changeMeasureReport,
  createMeasureReport,
  getMeasureReport,
  getMeasuresOfYear,
  listMeasureReportRevisions,
  listMeasureReports,
  type MeasureReport,
  returnMeasureReport,
  signMeasureReport,
  submitMeasureReport,
} from '../../shared/measures.ts';
import { Problem } from '../../shared/problems.ts';
import { dayInChina, roundStateOf } from '../../shared/rounds.ts';
import { maySee, maySeeRevision } from '../../shared/workflow.ts';
import type { Writer } from '../db/transaction.ts';
import { findDepartments } from '../departments/store.ts';
import type { Approval } from '../http/approve-several.ts';
import type { AuditNote } from '../http/auditing.ts';
import { type Context, type Host, serve } from '../http/serve.ts';
import { findPlanYears, findRound } from '../rounds/store.ts';
import { auditedReport, measureFor, reportFor } from './answer.ts';
import { approveReports } from './bulk.ts';
import {
  type Acting,
  changeReport,
  type Done,
  requireVisible,
  seenAs,
  startReport,
  takeStep,
} from './commands.ts';
import { findSubjects, measureDuties } from './duty-store.ts';
import { listReports } from './report-store.ts';
import { revisionsOf } from './revision-store.ts';

export function measureRoutes(host: Host): void {
  serve(host, getMeasuresOfYear, async ({ db, user, now }, { params: { planId, year } }) => {
    const person = signedIn(user);
    if ((await findPlanYears(db, planId)) === null) throw new Problem('notFound');
    const today = dayInChina(now);
    const departments = await findDepartments(db);
    const offices = new Map(departments.map((one) => [one.id, one]));
    const duties = await measureDuties(db, planId, [year]);
    const owing = new Set(duties.map(({ departmentId }) => departmentId));
    return {
      planId,
      year,
      round: roundStateOf(await findRound(db, planId, year), today),
      departments: departments
        .filter(({ id }) => owing.has(id))
        .map(({ id, shortNameZh, fullNameZh, nameEn }) => ({
          id,
          shortNameZh,
          fullNameZh,
          nameEn,
        })),
      items: (await findSubjects(db, planId)).map(({ id }) =>
        measureFor(
          person,
          id,
          duties.filter(({ measure }) => measure.id === id),
          (departmentId) => heirOn(departmentId, today, offices),
        ),
      ),
    };
  });

  serve(host, listMeasureReports, async ({ db, user, now }, { query }) => {
    const person = signedIn(user);
    const reports = await listReports(db, query, now);
    return {
      items: reports
        .filter((report) => maySee(seenAs(report), person))
        .map((report) => reportFor(person, report, now)),
    };
  });

  serve(host, createMeasureReport, async (context, { body }) => {
    note(context, body.measureId, 'measure');
    return answer(context, await startReport(acting(context), body));
  });

  serve(host, getMeasureReport, async ({ db, user, now }, { params }) => {
    const person = signedIn(user);
    return reportFor(person, await requireVisible(db, person, params.reportId, now), now);
  });

  serve(host, changeMeasureReport, async (context, { params, body }) => {
    note(context, params.reportId);
    const { expectedVersion } = context;
    return answer(
      context,
      await changeReport(acting(context), params.reportId, expectedVersion, body),
    );
  });

  const steps = [
    [submitMeasureReport, 'submit'],
    [signMeasureReport, 'sign'],
    [approveMeasureReport, 'approve'],
  ] as const;
  for (const [endpoint, step] of steps) {
    serve(host, endpoint, async (context, { params }) => {
      note(context, params.reportId);
      const { expectedVersion } = context;
      return answer(
        context,
        await takeStep(acting(context), step, params.reportId, expectedVersion),
      );
    });
  }

  serve(host, returnMeasureReport, async (context, { params, body }) => {
    note(context, params.reportId);
    const { expectedVersion } = context;
    return answer(
      context,
      await takeStep(acting(context), 'return', params.reportId, expectedVersion, body),
    );
  });

  serve(host, approveMeasureReports, async (context, { body }) => {
    const approvals = await approveReports(acting(context), body.items);
    for (const approval of approvals) context.noteEach(noteOfEach(approval));
    return { items: approvals.map(({ id, outcome }) => ({ id, outcome })) };
  });

  serve(host, listMeasureReportRevisions, async ({ db, user, now }, { params }) => {
    const person = signedIn(user);
    const report = await requireVisible(db, person, params.reportId, now);
    const revisions = await revisionsOf(db, report.id);
    return { items: revisions.filter((one) => maySeeRevision(seenAs(report), one, person)) };
  });
}

function signedIn<T>(user: T | null): T {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}

function acting({ db, user, now }: Context<Writer>): Acting {
  return { db, user: signedIn(user), now };
}

/** Names the target first, so that a refused attempt is recorded with it. */
function note(context: Context<Writer>, id: string, type = 'measureReport'): void {
  context.note({ target: { type, id } });
}

function answer(context: Context<Writer>, done: Done): MeasureReport {
  context.note(noteOf(done));
  return reportFor(signedIn(context.user), done.after, context.now);
}

/** What was refused or held back is tried all the same: the row names it and says why. */
function noteOfEach({ id, outcome, done }: Approval<Done>): AuditNote {
  if (done !== null) return noteOf(done);
  const refused = outcome === 'approved' ? {} : { outcome };
  return { target: { type: 'measureReport', id }, ...refused };
}

function noteOf({ before, after, seal }: Done): AuditNote {
  return {
    target: { type: 'measureReport', id: after.id },
    before: before === null ? null : auditedReport(before),
    after: { ...auditedReport(after), reportSeals: [seal] },
  };
}
