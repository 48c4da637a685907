import * as z from 'zod/mini';
import { ACCEPTANCE_STATES } from './acceptance-life.ts';
import { endpoint } from './endpoint.ts';
import { LANGUAGES } from './i18n/languages.ts';
import { FONT_SCHEMES } from './paper.ts';
import { id, instant } from './values.ts';

export const ZIP = 'application/zip';

export const DOSSIER_FORMAT = 'biaochi-acceptance-dossier';
/** The part of the archive that names all others. */
export const DOSSIER_MANIFEST = 'manifest.json';

/** `basis`: the figures that it judges by, as they are kept; `evidence`: a file that somebody handed in. */
export const DOSSIER_KINDS = ['report', 'scoreSheet', 'evidenceList', 'basis', 'evidence'] as const;
export type DossierKind = (typeof DOSSIER_KINDS)[number];

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** What lies in a dossier: docs/acceptance-dossier.md describes it. */
export const dossierManifest = z.strictObject({
  format: z.literal(DOSSIER_FORMAT),
  formatVersion: z.literal(1),
  acceptanceId: z.string(),
  planId: z.string(),
  year: z.int(),
  state: z.enum(ACCEPTANCE_STATES),
  /** null: not concluded, and every page of it says so. */
  concludedAt: z.nullable(instant),
  language: z.enum(LANGUAGES),
  /** SHA-256, hex, of what it judges by; and of the sealed package behind that, null: not sealed. */
  basisSha256: hash,
  sealSha256: z.nullable(hash),
  /** Every other part, in the order in which they lie in the archive. */
  files: z.array(
    z.strictObject({
      path: z.string(),
      kind: z.enum(DOSSIER_KINDS),
      /** Bytes. */
      size: z.int(),
      sha256: hash,
    }),
  ),
  /** Handed in, and lost or damaged where it was kept: named, and not in the archive. */
  missing: z.array(z.strictObject({ path: z.string(), size: z.int(), sha256: hash })),
});
export type DossierManifest = z.output<typeof dossierManifest>;

export const downloadDossier = endpoint({
  operationId: 'downloadDossier',
  method: 'GET',
  path: '/api/acceptances/{acceptanceId}/dossier',
  summary:
    'The dossier of an acceptance as one archive: report, score sheet, evidence list and every file, with a manifest',
  access: 'acceptance.takeOut',
  params: z.strictObject({ acceptanceId: id }),
  query: z.strictObject({
    language: z._default(z.enum(LANGUAGES), 'zh-CN'),
    fonts: z._default(z.enum(FONT_SCHEMES), 'gb2312'),
  }),
  file: [ZIP],
  recorded: true,
  problems: ['wrongState', 'busy', 'databaseDamaged'],
});
