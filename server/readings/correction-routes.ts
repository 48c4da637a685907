import { maySeeCorrection, openDecisions } from '../../shared/correction-rules.ts';
import {
  approveCorrection,
  type CorrectedList,
  type Correction,
  listCorrections,
  refuseCorrection,
  requestCorrection,
  withdrawCorrection,
} from '../../shared/corrections.ts';
import { countedOf, differenceOf } from '../../shared/list-rules.ts';
import { can } from '../../shared/permissions.ts';
import { Problem } from '../../shared/problems.ts';
import type { Person } from '../../shared/workflow.ts';
import type { Writer } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import { type Context, type Host, serve } from '../http/serve.ts';
import { auditedReading, figuresTold } from './answer.ts';
import { askForCorrection, type Decided, decideCorrection, isOutdated } from './correct.ts';
import type { CorrectedList as StoredList } from './correction-list-store.ts';
import { listStoredCorrections, type StoredCorrection } from './correction-store.ts';

export function correctionRoutes(host: Host): void {
  serve(host, listCorrections, async ({ db, user }, { query }) => {
    const person = signedIn(user);
    const stored = await listStoredCorrections(db, query);
    const seen = stored.filter((one) => maySeeCorrection(one, person));
    return { items: seen.map((one) => correctionFor(person, one)) };
  });

  serve(host, requestCorrection, async (context, { params, body }) => {
    const user = signedIn(context.user);
    context.note({ target: { type: 'reading', id: params.readingId } });
    const acting = { db: context.db, user, now: context.now };
    const asked = await askForCorrection(acting, params.readingId, context.expectedVersion, body);
    context.note({ target: { type: 'correction', id: asked.id }, after: audited(asked) });
    return correctionFor(user, asked);
  });

  serve(host, approveCorrection, async (context, { params }) => {
    const user = named(context, params.correctionId);
    const { db, now, expectedVersion } = context;
    return answer(
      context,
      await decideCorrection({ db, user, now }, 'approve', params.correctionId, expectedVersion),
    );
  });

  serve(host, refuseCorrection, async (context, { params, body }) => {
    const user = named(context, params.correctionId);
    const { db, now, expectedVersion: version } = context;
    const acting = { db, user, now };
    return answer(
      context,
      await decideCorrection(acting, 'refuse', params.correctionId, version, body.note),
    );
  });

  serve(host, withdrawCorrection, async (context, { params }) => {
    const user = named(context, params.correctionId);
    const { db, now, expectedVersion } = context;
    return answer(
      context,
      await decideCorrection({ db, user, now }, 'withdraw', params.correctionId, expectedVersion),
    );
  });
}

/** Names the target first, so that a refused attempt is recorded with it. */
function named(context: Context<Writer>, id: string): Principal {
  context.note({ target: { type: 'correction', id } });
  return signedIn(context.user);
}

function answer(context: Context<Writer>, { before, after, seals, proofs }: Decided): Correction {
  context.note({
    target: { type: 'correction', id: after.id },
    before: { ...audited(before), reading: auditedReading(before.reading) },
    after: {
      ...audited(after),
      reading: auditedReading(after.reading),
      seals,
      ...(proofs.length === 0 ? {} : { proofs }),
    },
  });
  return correctionFor(signedIn(context.user), after);
}

function audited(stored: StoredCorrection): object {
  const { status, reading, readingVersion, version } = stored;
  const lists = stored.lists.map(({ field, key, version: from, after }) => ({
    field,
    of: key.of,
    subjectId: key.subjectId,
    from,
    counted: countedOf(after),
    entries: after.length,
  }));
  return {
    status,
    readingId: reading.id,
    readingVersion,
    version,
    ...(lists.length === 0 ? {} : { lists }),
  };
}

/** A request as the one who asks sees it, with what they may do with it now. */
function correctionFor(person: Person, stored: StoredCorrection): Correction {
  const { reading, requested } = stored;
  const seesEvidence = can(person.roles, 'evidence.see');
  return {
    id: stored.id,
    readingId: reading.id,
    indicatorId: reading.indicatorId,
    year: reading.year,
    status: stored.status,
    reason: stored.reason,
    requested,
    decided: stored.decided,
    decisionNote: stored.decisionNote,
    before: figuresTold({ ...reading, figures: stored.before }),
    after: figuresTold({ ...reading, figures: stored.after }),
    // Who keeps accounts sees figures, and neither lists nor files.
    lists: seesEvidence ? stored.lists.map(listTold) : [],
    files: seesEvidence ? stored.files : 0,
    outdated: isOutdated(stored),
    steps: openDecisions({ ...stored, requestedBy: requested.userId }, person),
    version: stored.version,
  };
}

function listTold({ field, key, named, version, before, after }: StoredList): CorrectedList {
  const { added, removed, changed } = differenceOf(before, after);
  const { nameZh, nameEn, unitZh, unitEn } = named;
  return {
    field,
    of: key.of,
    subjectId: key.subjectId,
    nameZh,
    nameEn,
    unitZh,
    unitEn,
    version,
    counted: { before: version === 0 ? null : countedOf(before), after: countedOf(after) },
    added: [...added],
    removed: [...removed],
    changed: [...changed],
  };
}

function signedIn<T>(user: T | null): T {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}
