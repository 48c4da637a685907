import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { id, instant } from './values.ts';

/** `nightly` by the clock, `manual` by the button, `upgrade` before a migration; `drill` proves one. */
export const BACKUP_KINDS = ['nightly', 'manual', 'upgrade', 'drill'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

/** `partial`: whole but for evidence that was missing or damaged on disk. */
export const BACKUP_OUTCOMES = ['ok', 'partial', 'failed'] as const;

/** Why a backup, a drill or a restore did not succeed. */
export const BACKUP_FAULTS = [
  'databaseDamaged',
  'auditDamaged',
  'readingsDamaged',
  'listsDamaged',
  'sealsDamaged',
  'acceptancesDamaged',
  'archiveUnreadable',
  'archiveDamaged',
  'archiveNewer',
  'folderNotEmpty',
  'diskFull',
  'interrupted',
  'failed',
] as const;
export type BackupFault = (typeof BACKUP_FAULTS)[number];

export const backupRun = z.object({
  id: z.string(),
  kind: z.enum(BACKUP_KINDS),
  startedAt: instant,
  /** null: under way. */
  endedAt: z.nullable(instant),
  outcome: z.nullable(z.enum(BACKUP_OUTCOMES)),
  fault: z.nullable(z.enum(BACKUP_FAULTS)),
  fileName: z.nullable(z.string()),
  /** Bytes; null: no file was made. */
  size: z.nullable(z.int()),
  sha256: z.nullable(z.string()),
  /** How many files of evidence it lacks; null: it was not made. */
  damagedFiles: z.nullable(z.int()),
  /** Whether the second folder has it, too; null: none is set. */
  secondCopy: z.nullable(z.enum(['ok', 'failed'])),
  /** null: the server itself. */
  startedByName: z.nullable(z.string()),
  /** Whether its file is still in the folder. */
  kept: z.boolean(),
});
export type BackupRun = z.output<typeof backupRun>;

export const listBackups = endpoint({
  operationId: 'listBackups',
  method: 'GET',
  path: '/api/backups',
  summary: 'What became of the backups and drills, newest first, and how far one under way is',
  access: 'backups.manage',
  response: z.object({
    items: z.array(backupRun),
    /** Of the one under way, 0 to 1; null: none is. */
    progress: z.nullable(z.number()),
    /** The hour of the nightly one, in China; null: it is switched off. */
    nightlyHour: z.nullable(z.int()),
    secondFolder: z.boolean(),
    /** Bytes free where the backups lie. */
    freeBytes: z.number(),
    /** Bytes of the database and its evidence: what the next one needs at most. */
    neededBytes: z.number(),
  }),
});

export const startBackup = endpoint({
  operationId: 'startBackup',
  method: 'POST',
  path: '/api/backups',
  summary: 'Make a backup now; how it goes is told by the list',
  access: 'backups.manage',
  response: backupRun,
  status: 201,
  problems: ['wrongState'],
});

export const startDrill = endpoint({
  operationId: 'startDrill',
  method: 'POST',
  path: '/api/backups/drill',
  summary: 'Restore the newest backup into a scratch folder, compare, and throw it away',
  access: 'backups.manage',
  response: backupRun,
  status: 201,
  problems: ['wrongState', 'notFound'],
});

/** A POST, because taking everything out leaves a row in the audit log. */
export const takeBackup = endpoint({
  operationId: 'takeBackup',
  method: 'POST',
  path: '/api/backups/{backupId}/file',
  summary: 'The archive itself',
  access: 'backups.manage',
  params: z.strictObject({ backupId: id }),
  file: ['application/zip'],
  status: 200,
  problems: ['notFound'],
});
