import * as z from 'zod';

/** What an archive is, said by its first entry `manifest.json`. */
export const manifest = z.strictObject({
  format: z.literal(1),
  /** Of the program that made it. */
  program: z.string(),
  madeAt: z.string(),
  database: z.strictObject({
    sha256: z.string(),
    size: z.int(),
    /** Rows of the audit log, and the hash of the last: rows cut off at the end show here. */
    auditRows: z.int(),
    auditHead: z.string(),
    /** The newest migration that it has. */
    migration: z.string(),
  }),
  /** Evidence, each in `files/ab/<sha256>`. */
  files: z.array(z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.int() })),
  /** Evidence that the database names and the folder did not have whole when this was made. */
  damaged: z.array(z.string()),
});
export type Manifest = z.output<typeof manifest>;

export const MANIFEST_ENTRY = 'manifest.json';
export const DATABASE_ENTRY = 'biaochi.sqlite';

/** @example fileEntry('ab12…') // 'files/ab/ab12…' */
export const fileEntry = (sha256: string): string => `files/${sha256.slice(0, 2)}/${sha256}`;
