import {
  type CorrectedList,
  type ReadingCorrection,
  requestCorrection,
} from '../../shared/corrections.ts';
import { countedOf, differenceOf } from '../../shared/list-rules.ts';
import { can } from '../../shared/permissions.ts';
import { Problem } from '../../shared/problems.ts';
import type { Person } from '../../shared/workflow.ts';
import { type AskedOfReading, findAsked, headTold, type Opened } from '../corrections/store.ts';
import type { Reader } from '../db/transaction.ts';
import { type Host, serve } from '../http/serve.ts';
import { auditedReading, figuresTold } from './answer.ts';
import { askForCorrection, correct, isOutdated, type ReadingRequest } from './correct.ts';
import type { CorrectedList as StoredList } from './correction-list-store.ts';
import { readAskedFigures } from './correction-store.ts';

/** How a correction of a reading is asked for; server/corrections/ decides about it. */
export function readingCorrectionRoutes(host: Host): void {
  serve(host, requestCorrection, async (context, { params, body }) => {
    const { db, user, now, expectedVersion } = context;
    if (user === null) throw new Problem('notSignedIn');
    context.note({ target: { type: 'reading', id: params.readingId } });
    const acting = { db, user, now };
    const id = await askForCorrection(acting, params.readingId, expectedVersion, body);
    const asked = await findAsked(db, id, now);
    if (asked?.of !== 'reading') throw new Problem('notFound');
    const opened = await openReadingCorrection(db, asked);
    context.note({ target: { type: 'correction', id }, after: opened.audited() });
    return opened.told(user);
  });
}

/** A request about a reading, opened. */
export async function openReadingCorrection(
  db: Reader,
  asked: AskedOfReading,
): Promise<Opened<ReadingCorrection>> {
  const request: ReadingRequest = { ...asked, ...(await readAskedFigures(db, asked)) };
  return {
    outdated: isOutdated(request),
    told: (person) => told(person, request),
    audited: () => audited(request),
    auditedSubject: () => ({ reading: auditedReading(request.reading) }),
    async carryOut(writer, at) {
      const { seals, proofs } = await correct(writer, request, at);
      return { seals, ...(proofs.length === 0 ? {} : { proofs }) };
    },
  };
}

function audited({ status, reading, askedVersion, version, lists: brought }: ReadingRequest) {
  const lists = brought.map(({ field, key, version: from, after }) => ({
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
    readingVersion: askedVersion,
    version,
    ...(lists.length === 0 ? {} : { lists }),
  };
}

/** A request as the one who asks sees it, with what they may do with it now. */
function told(person: Person, request: ReadingRequest): ReadingCorrection {
  const { reading } = request;
  return {
    of: 'reading',
    ...headTold(person, request, isOutdated(request)),
    readingId: reading.id,
    indicatorId: reading.indicatorId,
    before: figuresTold({ ...reading, figures: request.before }),
    after: figuresTold({ ...reading, figures: request.after }),
    lists: can(person.roles, 'evidence.see') ? request.lists.map(listTold) : [],
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
