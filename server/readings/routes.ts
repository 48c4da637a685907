import { Problem } from '../../shared/problems.ts';
import {
  approveReading,
  approveReadings,
  changeReading,
  createReading,
  getReading,
  listReadings,
  listRevisions,
  type Reading,
  returnReading,
  signReading,
  submitReading,
} from '../../shared/readings.ts';
import { getReview } from '../../shared/review.ts';
import { maySeeRevision } from '../../shared/workflow.ts';
import { planRevision } from '../dashboard/store.ts';
import type { Writer } from '../db/transaction.ts';
import type { AuditNote } from '../http/auditing.ts';
import type { Approval } from '../http/approve-several.ts';
import { type Context, type Host, serve } from '../http/serve.ts';
import { auditedReading, readingFor } from './answer.ts';
import { approveReadings as approveMany } from './bulk.ts';
import {
  type Acting,
  changeReading as change,
  type Done,
  enterReading,
  requireVisible,
  takeStep,
} from './commands.ts';
import { reviewOf } from './review-store.ts';
import { revisionsOf } from './revision-store.ts';
import { visibleReadings } from './visible-store.ts';

export function readingRoutes(host: Host): void {
  serve(host, listReadings, async ({ db, user, now }, { query }) => {
    const person = signedIn(user);
    const year = query.year === undefined ? undefined : Number(query.year);
    return { items: await visibleReadings(db, person, { ...query, year }, now) };
  });

  serve(host, createReading, async (context, { body }) => {
    note(context, body.indicatorId, 'indicator');
    return answer(context, await enterReading(acting(context), body));
  });

  serve(host, getReading, async ({ db, user, now }, { params }) => {
    const person = signedIn(user);
    return readingFor(person, await requireVisible(db, person, params.readingId), now);
  });

  serve(host, changeReading, async (context, { params, body }) => {
    note(context, params.readingId);
    const { expectedVersion } = context;
    return answer(context, await change(acting(context), params.readingId, expectedVersion, body));
  });

  const steps = [
    [submitReading, 'submit'],
    [signReading, 'sign'],
    [approveReading, 'approve'],
  ] as const;
  for (const [endpoint, step] of steps) {
    serve(host, endpoint, async (context, { params }) => {
      note(context, params.readingId);
      const { expectedVersion } = context;
      return answer(
        context,
        await takeStep(acting(context), step, params.readingId, expectedVersion),
      );
    });
  }

  serve(host, returnReading, async (context, { params, body }) => {
    note(context, params.readingId);
    const { expectedVersion } = context;
    return answer(
      context,
      await takeStep(acting(context), 'return', params.readingId, expectedVersion, body),
    );
  });

  serve(host, approveReadings, async (context, { body }) => {
    const approvals = await approveMany(acting(context), body.items);
    for (const approval of approvals) context.noteEach(noteOfEach(approval));
    return { items: approvals.map(({ id, outcome }) => ({ id, outcome })) };
  });

  serve(host, getReview, async ({ db, user }, { params }) => {
    const { planId } = params;
    if ((await planRevision(db, planId)) === null) throw new Problem('notFound');
    const { roles, departmentId } = signedIn(user);
    // A department head without a department decides about nothing.
    return reviewOf(db, planId, roles.includes('reviewer') ? null : (departmentId ?? ''));
  });

  serve(host, listRevisions, async ({ db, user }, { params }) => {
    const person = signedIn(user);
    const reading = await requireVisible(db, person, params.readingId);
    const revisions = await revisionsOf(db, reading.id);
    return { items: revisions.filter((one) => maySeeRevision(reading, one, person)) };
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
function note(context: Context<Writer>, id: string, type = 'reading'): void {
  context.note({ target: { type, id } });
}

function answer(context: Context<Writer>, done: Done): Reading {
  context.note(noteOf(done));
  return readingFor(signedIn(context.user), done.after, context.now);
}

/** What was refused or held back is tried all the same: the row names it and says why. */
function noteOfEach({ id, outcome, done }: Approval<Done>): AuditNote {
  if (done !== null) return noteOf(done);
  const refused = outcome === 'approved' ? {} : { outcome };
  return { target: { type: 'reading', id }, ...refused };
}

function noteOf({ before, after, seals }: Done): AuditNote {
  return {
    target: { type: 'reading', id: after.id },
    before: before === null ? null : auditedReading(before),
    after: { ...auditedReading(after), seals },
  };
}
