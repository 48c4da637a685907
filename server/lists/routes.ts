import { getNamedList, listNamedLists, saveNamedList } from '../../shared/lists.ts';
import { Problem } from '../../shared/problems.ts';
import { type Host, serve } from '../http/serve.ts';
import { listFor, saveList, summariesFor } from './commands.ts';

export function listRoutes(host: Host): void {
  serve(host, listNamedLists, async ({ db, user }, { params }) => ({
    items: await summariesFor(db, signedIn(user), params.planId, params.year),
  }));

  serve(host, getNamedList, ({ db, user, now }, { params }) =>
    listFor(db, signedIn(user), now, params),
  );

  serve(host, saveNamedList, async (context, { params, body }) => {
    const { db, user, now, expectedVersion } = context;
    const type = params.of;
    context.note({ target: { type, id: params.subjectId } });
    const acting = { db, user: signedIn(user), now };
    const { before, after, counted, list, seals, proof } = await saveList(
      acting,
      params,
      expectedVersion,
      body.entries,
    );
    context.note({
      target: { type: 'list', id: after.id },
      before: before === null ? null : { version: before.version },
      after: {
        ...params,
        version: after.version,
        counted,
        entries: body.entries.length,
        seals,
        proofs: [proof],
      },
    });
    return list;
  });
}

function signedIn<T>(user: T | null): T {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}
