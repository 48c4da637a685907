import type { Messages } from '../zh-CN.ts';

export const backups: Messages['backups'] = {
  title: 'Backups',
  lead: 'Each backup is one zip file with the database and the evidence, proved when it is made. Restoring is done on the server, by the command line: restore FILE.',
  kinds: {
    nightly: 'Nightly',
    manual: 'By hand',
    upgrade: 'Before an upgrade',
    drill: 'Restore drill',
  },
  faults: {
    databaseDamaged:
      'The database did not pass its integrity check. Restore the last good backup soon.',
    auditDamaged:
      'The audit log does not match its hashes. Keep everything as it is and tell the auditor.',
    readingsDamaged:
      'A reading does not match the audit log. Keep everything as it is and tell the auditor.',
    listsDamaged:
      'A named list does not match the audit log. Keep everything as it is and tell the auditor.',
    acceptancesDamaged:
      'An acceptance is not as it was opened or concluded. Keep everything as it is and tell the auditor.',
    sealsDamaged:
      'A sealed year is not as it was sealed. Keep everything as it is and tell the auditor.',
    archiveUnreadable: 'The backup is cut short, or not one of ours. Make a new one.',
    archiveDamaged:
      'The backup does not match its manifest: it is damaged. Make a new one and check the disk.',
    archiveNewer: 'The backup was made by a newer version. Upgrade the program first.',
    folderNotEmpty: 'The target folder is not empty.',
    diskFull: 'The disk is full. Make room, then back up again.',
    interrupted: 'The server stopped before it was done. Back up again.',
    failed: 'It was not finished. Try again; if it still fails, look at the log of the server.',
  },
  make: 'Back up now',
  making: 'Backing up…',
  drill: 'Restore drill',
  drilling: 'Under way…',
  drillHelp:
    'Restores the newest backup into a scratch folder, compares everything and throws it away. The data in use are not touched.',
  progress: 'Progress',
  percent: (share) => `${Math.floor(share * 100)}%`,
  nightly: (hour) =>
    `Made every night at ${String(hour).padStart(2, '0')}:00; one each of the last 7 days, 5 weeks and 12 months is kept.`,
  nightlyOff: 'The nightly backup is switched off (BIAOCHI_BACKUP_HOUR=off).',
  secondLabel: 'Second folder',
  second: 'Every backup is copied there, too.',
  noSecond:
    'Not set: a broken disk would take the backups with it. Name one on another disk with BIAOCHI_BACKUP_FOLDER.',
  spaceLabel: 'Free space',
  space: (free, needed) => `${free}; the next backup needs at most ${needed}.`,
  spaceShort: 'There is not enough room for the next backup. Make room soon.',
  never: 'No backup yet',
  neverBody: 'The first one is made tonight; you can make one now.',
  neverDrilled:
    'No restore drill yet. A backup that was never restored is not to be relied on: drill once a quarter.',
  lastGood: (when) => `Last good backup: ${when}`,
  lastDrill: (when) => `Last successful restore drill: ${when}`,
  lastFailed: (kind, when) => `${kind}, ${when}: failed`,
  partial: (count) =>
    count === 1
      ? '1 file of evidence is missing or damaged and not in the backup. Upload it again from the original.'
      : `${count} files of evidence are missing or damaged and not in the backup. Upload them again from the originals.`,
  secondFailed: 'Not copied to the second folder. Check that disk.',
  columns: {
    kind: 'Kind',
    started: 'Begun',
    result: 'Result',
    size: 'Size',
    by: 'By',
    hash: 'SHA-256',
    work: 'Actions',
  },
  outcomes: { ok: 'Good', partial: 'Evidence missing', failed: 'Failed' },
  underWay: 'Under way',
  server: 'The server',
  download: 'Download',
  downloadNamed: (name) => `Download ${name}`,
  gone: 'Cleared as kept long enough',
  started: 'The backup has begun',
  drillStarted: 'The drill has begun',
};
