import type { Messages } from '../zh-CN.ts';

/** The seal of a round: a section of its page, and the question before it. */
export const seals: Messages['seals'] = {
  title: 'Seal',
  notYet: 'Not sealed yet.',
  closeFirst: 'A round can be sealed once it is closed.',
  wouldSeal: (count) =>
    `${count} approved ${count === 1 ? 'figure' : 'figures'} will be sealed, with their notes, named lists, hashes of evidence, versions of targets and baselines, and the names of departments.`,
  undecided: (count) =>
    `${count} handed in and not decided: approve or return ${count === 1 ? 'it' : 'them'} first`,
  undecidedReports: (count) =>
    `${count} ${count === 1 ? 'report' : 'reports'} on measures not decided: approve or return first`,
  toReports: 'To the reports',
  notHandedIn: (count) => `${count} not handed in: each needs a reason when the round is sealed`,
  noLead: (count) =>
    `${count} without one lead department: the package lists ${count === 1 ? 'it' : 'them'} by itself.`,
  figure: (code, name, department, status) =>
    `${code} ${name} (${department === '' ? '' : `${department}, `}${status})`,
  nothing: 'nothing entered',
  open: 'Seal…',
  blocked: 'Deal with the figures listed above first.',
  dialogTitle: (year) => `Seal the figures of ${year}`,
  warning:
    'After the seal a figure of this year changes only by a correction, and the package never changes. Whoever seals does not decide about corrections of this year.',
  reasons: (count) =>
    `Why ${count} ${count === 1 ? 'was' : 'were'} not handed in (kept in the package)`,
  common: 'One reason for several',
  fill: 'Put it where none is',
  seal: 'Seal',
  done: (year) => `The figures of ${year} are sealed`,
  sealedBy: (name, on) => `Sealed by ${name} on ${on}.`,
  holds: (readings, lists, evidence, unreported, reports) =>
    `The package holds ${readings} figures, ${reports} reports on measures, ${lists} named lists and the hashes of ${evidence} files of evidence, and names ${unreported} not reported, with the reasons.`,
  download: (kilobytes) => `Download the package (JSON, ${kilobytes} kB)`,
  prove:
    'Prove the downloaded file by the SHA-256 above; on the server, the command verify proves every package.',
};
