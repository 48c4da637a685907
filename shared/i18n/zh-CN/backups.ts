import type { BackupFault, BackupKind } from '../../backups.ts';

const kinds: Record<BackupKind, string> = {
  nightly: '每夜备份',
  manual: '手动备份',
  upgrade: '升级前备份',
  drill: '恢复演练',
};

/** 为什么没有成功，以及怎么办。 */
const faults: Record<BackupFault, string> = {
  databaseDamaged: '数据库没有通过完整性检查。请尽快用最近一次完好的备份恢复。',
  auditDamaged: '审计日志与其校验值不符。请保留现状并报告审计管理员。',
  readingsDamaged: '有年度数据与审计日志不符。请保留现状并报告审计管理员。',
  sealsDamaged: '有封存的年度与其封存时不符。请保留现状并报告审计管理员。',
  archiveUnreadable: '备份文件不完整或不是标尺的备份。请重新备份。',
  archiveDamaged: '备份文件与其清单不符，已经损坏。请重新备份，并检查磁盘。',
  archiveNewer: '备份来自更新的版本，请先升级程序。',
  folderNotEmpty: '目标目录不是空的。',
  diskFull: '磁盘空间不足。请腾出空间后重新备份。',
  interrupted: '服务停止时尚未完成。请重新备份。',
  failed: '没有完成。请重试；若仍不成功，请查看服务器日志。',
};

/** 备份与恢复演练。 */
export const backups = {
  title: '备份',
  lead: '每份备份是一个 zip 文件，含数据库与佐证材料，生成时逐项校验。恢复须在服务器上进行：npm run cli -- restore 文件。',
  kinds,
  faults,
  make: '立即备份',
  making: '正在备份…',
  drill: '恢复演练',
  drilling: '正在演练…',
  drillHelp: '把最近一份备份恢复到临时目录，逐项核对后删除，不影响正在使用的数据。',
  progress: '进度',
  percent: (share: number) => `${Math.floor(share * 100)}%`,
  nightly: (hour: number) => `每天 ${hour} 时自动备份，保留最近 7 天、5 周、12 个月各一份。`,
  nightlyOff: '每夜备份已关闭（BIAOCHI_BACKUP_HOUR=off）。',
  second: '同时复制到第二个目录。',
  noSecond:
    '没有设置第二个目录。磁盘损坏时备份会一同丢失，建议用 BIAOCHI_BACKUP_FOLDER 指定另一块磁盘。',
  space: (free: string, needed: string) => `可用空间 ${free}，下一份备份最多需要 ${needed}。`,
  spaceShort: '可用空间不够存下一份备份，请尽快腾出空间。',
  never: '还没有备份',
  neverBody: '第一份备份会在夜间自动生成，也可以现在就做一份。',
  neverDrilled: '还没有做过恢复演练。没有恢复过的备份不能算可靠，建议每季度演练一次。',
  lastGood: (when: string) => `最近一份完好的备份：${when}`,
  lastDrill: (when: string) => `最近一次成功的恢复演练：${when}`,
  lastFailed: (kind: string, when: string) => `${when}的${kind}没有成功`,
  partial: (count: number) => `${count} 份佐证材料缺失或已损坏，不在备份中。请从原件重新上传。`,
  secondFailed: '没有复制到第二个目录，请检查该磁盘。',
  columns: {
    kind: '类别',
    started: '开始时间',
    result: '结果',
    size: '大小',
    by: '发起人',
    hash: 'SHA-256',
    work: '操作',
  },
  outcomes: { ok: '完好', partial: '缺佐证材料', failed: '失败' },
  underWay: '进行中',
  server: '系统',
  download: '下载',
  downloadNamed: (name: string) => `下载 ${name}`,
  gone: '已按保留期清理',
  started: '已开始备份',
  drillStarted: '已开始恢复演练',
};
