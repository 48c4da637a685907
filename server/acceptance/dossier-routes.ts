import { downloadDossier, ZIP } from '../../shared/acceptance-dossier.ts';
import { filesOf } from '../../shared/dossier/source.ts';
import type { Received } from '../../shared/endpoint.ts';
import { isWhole } from '../files/keep.ts';
import { type BeforeContext, Download, type Host, serve } from '../http/serve.ts';
import { type GatheredDossier, makeDossier, packDossier } from './dossier.ts';
import { gatherDossier } from './dossier-store.ts';

/** The papers are made before the row in the log; the files are read while they are sent. */
export function dossierRoutes(host: Host, folder: string): void {
  serve(
    host,
    downloadDossier,
    async ({ prepared, note }, { params: { acceptanceId }, query: { language } }) => {
      const { name, manifest, manifestSha256 } = prepared;
      note({
        target: { type: 'acceptance', id: acceptanceId },
        after: { language, state: manifest.state, manifestSha256 },
      });
      const { content, size } = packDossier(prepared, folder);
      return new Download(content, ZIP, `${name}.zip`, size);
    },
    {
      before: async (
        { transactions, now }: BeforeContext,
        { params: { acceptanceId }, query }: Received<typeof downloadDossier>,
      ) =>
        makeDossier(async () => {
          const gathered = await transactions.read((db) => gatherDossier(db, acceptanceId, now));
          return withWhatIsMissing(gathered, folder);
        }, query),
    },
  );
}

/** Reads every file through once: the papers say which of them are lost or damaged. */
async function withWhatIsMissing(
  { source, basis }: GatheredDossier,
  filesFolder: string,
): Promise<GatheredDossier> {
  const missing: string[] = [];
  for (const file of filesOf(source)) {
    if (!(await isWhole(filesFolder, file))) missing.push(file.sha256);
  }
  return { basis, source: { ...source, missing } };
}
