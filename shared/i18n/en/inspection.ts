import type { Messages } from '../zh-CN.ts';

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

export const inspection: Messages['inspection'] = {
  title: 'Self-inspection',
  lead: 'To be read and printed when somebody inspects. Only the audit administrator sees this page.',
  print: 'Print the report',
  checkedAt: (when) => `Checked ${when}`,
  profile: 'Profile',
  noProfile: 'Not set up yet',
  summary: (met, of) => `${met} of ${of} controls are met, ${of - met} are open.`,
  control: 'Control',
  result: 'Result',
  met: 'Met',
  open: 'Open',
  controls: {
    officesApart: {
      met: 'System, security and audit administrator are three people.',
      open: () =>
        'The simple profile: one person may be system and security administrator, which graded protection does not allow.',
    },
    auditorThere: {
      met: 'There is an audit administrator.',
      open: () => 'There is no audit administrator in service: nobody reads the log.',
    },
    administratorsHaveCode: {
      met: 'Every administrator has a second factor.',
      open: (count) => `Administrators without a second factor: ${count ?? 0}.`,
    },
    transportEncrypted: {
      met: 'Served over https.',
      open: () =>
        'No https address is set (BIAOCHI_ORIGIN): passwords and figures can be read on the way.',
    },
    accountsInUse: {
      met: 'Everybody with an account signed in within 90 days.',
      open: (count) =>
        `Accounts that nobody used for 90 days: ${count ?? 0}. Should they be disabled?`,
    },
    backupOfToday: {
      met: 'There is a good backup of the last day.',
      open: () => 'There is no good backup of the last day.',
    },
    backupElsewhere: {
      met: 'Backups lie in a second folder, too.',
      open: () => 'Backups lie in one folder only (BIAOCHI_BACKUP_FOLDER is not set).',
    },
    drillThisQuarter: {
      met: 'A restore drill succeeded within three months.',
      open: () => 'No restore drill succeeded within three months.',
    },
    evidenceWhole: {
      met: 'All evidence is whole.',
      open: () => 'Files of evidence are missing or damaged.',
    },
    spaceLeft: {
      met: 'There is enough free space.',
      open: () => 'Free space is below the alarm.',
    },
    clockSteady: {
      met: 'The clock is steady and agrees with the log.',
      open: (count) =>
        `The clock went back ${times(count ?? 0)} within 90 days. See how it is set.`,
    },
    logWhole: {
      met: 'The audit log is whole and unchanged.',
      open: (seq) =>
        `From row ${seq ?? 0} on the audit log is not what was written. Find out why at once.`,
    },
  },
  accounts: 'Accounts',
  accountCount: (active, all) => `${all} accounts, ${active} of them in service.`,
  created: 'Made',
  disabled: 'Disabled',
  secondFactor: 'Second factor',
  yes: 'Yes',
  no: 'No',
  deciders: 'Signatures and approvals',
  decidersLead: 'Who may sign or approve, and who ever did, disabled accounts included.',
  may: 'May today',
  signed: 'Signed',
  approved: 'Approved',
  sealed: 'Sealed',
  corrected: 'Corrections approved',
  last: 'Last time',
  noDeciders: 'Nobody may sign or approve yet.',
  exports: 'Taken out',
  exportCount: (total, shown) =>
    total > shown ? `${total} in all, the last ${shown} are listed.` : `${total} in all.`,
  noExports: 'Nobody has taken anything out.',
  when: 'When',
  who: 'Who',
  onMachine: 'Command line of the server',
  file: 'What',
  year: 'Year',
  allYears: 'All years',
  kinds: {
    readings: 'Figures',
    history: 'Versions of figures',
    lists: 'Named lists',
    exportPayments: 'Ledger of payments',
    exportTasks: 'Breakdown into tasks',
    downloadReport: 'Draft of a report',
    downloadDossier: 'Dossier of an acceptance',
    takeMinutes: 'Minutes of a meeting',
    exportAudit: 'Audit log',
    downloadPackage: 'Sealed package',
    downloadIssuedReport: 'Issued report',
    takeBackup: 'Whole backup',
    makeBackup: 'Whole backup',
  },
  failed: 'Failed sign-ins',
  failedCount: (days, total, shown) =>
    `${total} in the last ${days} days${total > shown ? `, the last ${shown} are listed.` : '.'}`,
  noFailed: 'No sign-in failed.',
  unknownName: 'A name that nobody has',
  reason: 'Reason',
  reasons: {
    wrongCredentials: 'Wrong user name or password',
    codeWrong: 'Wrong code',
    locked: 'Locked',
    insecureTransport: 'No https',
  },
  address: 'Address',
  settings: 'Settings in force',
  settingNames: {
    password: 'Passwords',
    lock: 'Lock',
    session: 'Sessions',
    code: 'Second factor of administrators',
    origin: 'Address',
    backup: 'Backups',
  },
  password: (length, days) => `At least ${length} characters, changed every ${days} days`,
  lock: (failures, minutes) => `${failures} wrong ones in a row lock for ${minutes} minutes`,
  session: (minutes, hours) => `End after ${minutes} idle minutes, or ${hours} hours`,
  demanded: 'Demanded',
  notDemanded: 'Voluntary',
  noOrigin: (allowHttp) =>
    allowHttp ? 'Not set; plain http is allowed' : 'Not set; from this machine only',
  backup: (hour, second) =>
    `${hour === null ? 'None at night' : `Every day at ${hour}:00`}, ${second ? 'in two folders' : 'in one folder'}`,
  state: 'How it runs',
  lastGood: 'Last good backup',
  lastFailed: 'Last failed backup',
  lastDrill: 'Last restore drill',
  never: 'Never',
  space: 'Free space',
  spaceOf: (free, low) => `${free} (alarm below ${low})`,
  clock: 'Clock',
  clockOf: (newest, behind) =>
    behind === 0
      ? `Not before the newest row of the log (${newest})`
      : `${behind} seconds before the newest row of the log (${newest})`,
  log: 'Audit log',
  logOf: (rows) => `${rows} rows, each checked`,
  components: 'Parts',
  component: 'Name',
  version: 'Version',
  componentsLead: 'The whole list of parts (SBOM) comes with the offline bundle.',
  taken: {
    title: 'Who took these figures out',
    lead: 'Exports, sealed packages, reports and backups that hold figures of this indicator, the latest first. Only the audit administrator sees this.',
  },
};
