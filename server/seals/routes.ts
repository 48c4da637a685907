import { Problem } from '../../shared/problems.ts';
import { downloadPackage, getSeal, sealRound } from '../../shared/seals.ts';
import { Download, type Host, serve } from '../http/serve.ts';
import { findRound } from '../rounds/store.ts';
import { sealYear } from './commands.ts';
import { requireYear, sealStateOf } from './state.ts';
import { findPackageText } from './store.ts';

export function sealRoutes(host: Host): void {
  serve(host, getSeal, async (context, { params }) => {
    return sealStateOf(
      context,
      await requireYear(context.db, params.planId, params.year, context.now),
    );
  });

  serve(host, sealRound, async (context, { params, body }) => {
    const target = { type: 'round', id: `${params.planId}/${params.year}` };
    context.note({ target });
    const { db, user, now, expectedVersion } = context;
    if (user === null) throw new Problem('notSignedIn');
    const sealed = await sealYear({ db, user, now }, params, expectedVersion, body.unreported);
    context.note({ target, before: sealed.before, after: sealed.after });
    return sealed.state;
  });

  serve(host, downloadPackage, async ({ db, note }, { params: { planId, year } }) => {
    note({ target: { type: 'round', id: `${planId}/${year}` }, after: { year } });
    if ((await findRound(db, planId, year)) === null) throw new Problem('notFound');
    const text = await findPackageText(db, planId, year);
    if (text === null) throw new Problem('notSealed');
    const bytes = Buffer.from(text);
    return new Download(bytes, 'application/json; charset=utf-8', `${planId}-${year}.json`);
  });
}
