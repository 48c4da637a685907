import type { BackupFault } from '../../shared/backups.ts';

const SENTENCES: Readonly<Record<BackupFault, (what: string) => string>> = {
  databaseDamaged: (what) =>
    `数据库没有通过完整性检查，未生成备份。请用最近一次完好的备份恢复。（${what}）\n` +
    `The database did not pass its integrity check; no backup was made. Restore the last good one. (${what})`,
  auditDamaged: (what) =>
    `审计日志第 ${what} 条与其校验值不符。请保留现状并报告审计管理员。\n` +
    `Row ${what} of the audit log does not match its hash. Keep everything as it is and tell the auditor.`,
  readingsDamaged: (what) =>
    `年度数据 ${what} 与审计日志不符。请保留现状并报告审计管理员。\n` +
    `Reading ${what} does not match the audit log. Keep everything as it is and tell the auditor.`,
  listsDamaged: (what) =>
    `名单 ${what} 与审计日志不符。请保留现状并报告审计管理员。\n` +
    `List ${what} does not match the audit log. Keep everything as it is and tell the auditor.`,
  sealsDamaged: (what) =>
    `封存包 ${what} 与封存时不符。请保留现状并报告审计管理员。\n` +
    `The sealed package ${what} is not what was sealed. Keep everything as it is and tell the auditor.`,
  acceptancesDamaged: (what) =>
    `验收考核 ${what} 与其启动或审定时不符。请保留现状并报告审计管理员。\n` +
    `The acceptance ${what} is not as it was opened or concluded. Keep everything as it is and tell the auditor.`,
  archiveUnreadable: (what) =>
    `${what} 不是标尺的备份，或文件不完整。请换一份备份。\n` +
    `${what} is not a backup of 标尺, or it is cut short. Take another one.`,
  archiveDamaged: (what) =>
    `备份中的 ${what} 与清单不符，文件已损坏，未恢复任何内容。请换一份备份。\n` +
    `${what} in the backup does not match its manifest: it is damaged, nothing was restored. Take another one.`,
  archiveNewer: (what) =>
    `这份备份来自更新的版本（${what}）。请先升级程序，再恢复。\n` +
    `This backup was made by a newer version (${what}). Upgrade the program first, then restore.`,
  folderNotEmpty: (what) =>
    `数据目录 ${what} 不是空的，未作任何改动。请用 BIAOCHI_DATA 指定一个空目录，或先把原目录移走。\n` +
    `The data folder ${what} is not empty; nothing was changed. Name an empty one with BIAOCHI_DATA, or move this one away first.`,
  diskFull: (what) =>
    `磁盘空间不足，备份没有完成：${what}。请腾出空间后再试。\n` +
    `The disk is full, so the backup was not finished: ${what}. Make room and try again.`,
  interrupted: (what) =>
    `服务停止时备份尚未完成：${what}\nThe server stopped before it was done: ${what}`,
  failed: (what) => `没有完成：${what}\nNot finished: ${what}`,
};

/** Why a backup was not made or not restored: a code for the page, a sentence for a terminal. */
export class BackupRefused extends Error {
  readonly fault: BackupFault;
  /** The file, the folder or the words of the system that it is about. */
  readonly what: string;

  constructor(fault: BackupFault, what: string) {
    super(SENTENCES[fault](what));
    this.name = 'BackupRefused';
    this.fault = fault;
    this.what = what;
  }
}

/** Whatever went wrong, as a refusal. */
export function asBackupRefused(error: unknown): BackupRefused {
  if (error instanceof BackupRefused) return error;
  const { code } = error as { readonly code?: unknown };
  const full = code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL';
  return new BackupRefused(full ? 'diskFull' : 'failed', String(error));
}
