import type { Received } from '../../shared/endpoint.ts';
import { getMoment, getMomentBoard, takeMoment } from '../../shared/moments.ts';
import { Problem } from '../../shared/problems.ts';
import { type BeforeContext, type Host, Prepared, serve } from '../http/serve.ts';
import {
  findMoment,
  freezeBoard,
  insertMoment,
  type MomentFolders,
  readMoment,
} from './moment-store.ts';

/** Frozen moments: taken by whoever prepares a meeting, read by everybody who may read a board. */
export function momentRoutes(host: Host, folders: MomentFolders): void {
  serve(
    host,
    takeMoment,
    async ({ db, user, now, note, prepared }) => {
      if (user === null) throw new Problem('notSignedIn');
      const made = await insertMoment(db, user, now, prepared);
      const { id, ...after } = made;
      note({ target: { type: 'moment', id }, after });
      return made;
    },
    {
      before: (context: BeforeContext, { params, body }: Received<typeof takeMoment>) =>
        freezeBoard(context, folders, params.planId, body.year),
    },
  );

  serve(host, getMoment, async ({ db }, { params }) => {
    const found = await findMoment(db, params.momentId);
    if (found === null) throw new Problem('notFound');
    return found;
  });

  serve(host, getMomentBoard, async ({ prepared }) => prepared, {
    async before({ transactions }: BeforeContext, { params }: Received<typeof getMomentBoard>) {
      const found = await transactions.read((db) => findMoment(db, params.momentId));
      if (found === null) throw new Problem('notFound');
      return new Prepared(await readMoment(folders.files, found), found.sha256);
    },
  });
}
