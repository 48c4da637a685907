import type { Messages } from '../zh-CN.ts';

export const app: Messages['app'] = {
  product: 'Biaochi',
  productLong: 'Biaochi · policy targets, tracked',
  /** Between a label and what it labels. */
  colon: ': ',
  skip: 'Skip to content',
  nav: {
    label: 'Main',
    home: 'To do',
    overview: 'Overview',
    present: 'Present',
    document: 'Document',
    measures: 'Measures',
    coverage: 'Coverage',
    method: 'Method',
    entry: 'Entry',
    review: 'Review',
    rounds: 'Rounds',
    users: 'Users',
    departments: 'Departments',
    audit: 'Audit log',
    backups: 'Backups',
    more: 'More',
  },
  yearLabel: 'Year',
  yearOption: (year) => String(year),
  planLabel: 'Plan',
  language: {
    switchTo: '中文',
    switchToLabel: '切换到中文',
  },
  theme: {
    label: 'Appearance',
    auto: 'As the system',
    light: 'Light',
    dark: 'Dark',
  },
  account: {
    menu: 'Account menu',
    own: 'Password and sessions',
    signOut: 'Sign out',
  },
  illustrative: '示例数据 · illustrative data',
  illustrativeNote: 'Every figure shown here is made up and describes nothing real.',
  insecure:
    'This system is served over plain http: passwords and figures can be read on the way. Set up https before real use.',
  alarms: {
    evidenceDamaged:
      'Files of evidence are missing or damaged on disk. See Backups, and take them back from a backup.',
    diskNearlyFull:
      'The disk of the server is nearly full. Once it is, nothing can be saved: make room soon.',
  },
  nonSecret:
    'This is not a classified system. State secrets must not be entered, stored or processed here.',
  version: (version) => `Version ${version}`,
  loading: 'Loading…',
  actions: {
    column: 'Actions',
    save: 'Save',
    saving: 'Saving…',
    cancel: 'Cancel',
    close: 'Close',
    retry: 'Try again',
    undo: 'Undo',
    back: 'Back',
    edit: 'Edit',
    add: 'Add',
    confirm: 'Confirm',
    reset: 'Clear filters',
    search: 'Search',
    showMore: 'Show more',
    backToOverview: 'Back to the overview',
  },
  field: {
    optional: ' (optional)',
    show: 'Show password',
    hide: 'Hide password',
    choose: 'Choose',
    none: 'None',
  },
  errors: {
    summary: (count) =>
      count === 1 ? 'One thing needs correcting' : `${count} things need correcting`,
    pageFailed: 'The page did not load',
    crashed: 'Something on this page broke',
    crashedBody:
      'This page could not be shown; what was saved is not affected. Try again, or tell the administrator.',
    notFoundTitle: 'No such page',
    notFoundBody: 'The address may be wrong, or the page has moved.',
    forbiddenTitle: 'Not allowed',
    forbiddenBody:
      'Your account cannot see this page. Ask the security administrator if you need it.',
    noPlanTitle: 'No plan yet',
    noPlanBody: 'The administrator loads a plan file on the server with the plan load command.',
    oldBuild: 'The system was updated; this page has to be loaded again.',
    reload: 'Reload',
  },
  toast: { region: 'Notices' },
  dialog: { close: 'Close dialog' },
  signInAgain: {
    title: 'Sign in again',
    body: 'You are no longer signed in. What you typed is still on the page; sign in to go on.',
    other: 'Use another account (leaves this page)',
  },
  unsaved: {
    title: 'Something is not saved yet',
    body: 'If you leave this page, what is not saved will be lost.',
    leave: 'Leave anyway',
    stay: 'Stay here',
  },
};
