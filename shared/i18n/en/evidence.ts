import type { Messages } from '../zh-CN.ts';

export const evidence: Messages['evidence'] = {
  title: 'Evidence',
  drop: 'Drag files here, or',
  choose: 'Choose files',
  rules:
    'pdf, png, jpg, xlsx or docx, up to 20 MB each; without macros, outside links or a password.',
  caption: 'Files uploaded as evidence',
  name: 'File',
  size: 'Size',
  by: 'Uploaded by',
  at: 'Uploaded',
  work: 'Action',
  download: (name) => `Download ${name}`,
  damaged: 'The file is missing or damaged on the server: tell the administrator',
  remove: 'Remove',
  removeNamed: (name) => `Remove ${name}`,
  removed: (name) => `Removed ${name}.`,
  restored: (name) => `Put back ${name}.`,
  uploaded: (name) => `Uploaded ${name}.`,
  none: 'No evidence yet.',
  waiting: 'Waiting',
  sending: (percent) => `Uploading ${percent}`,
  checking: 'Checking the content…',
  cancel: 'Cancel',
  cancelNamed: (name) => `Cancel uploading ${name}`,
  refused: (name) => `${name} was not uploaded`,
  dismiss: 'Dismiss',
  retry: 'Try again',
  tooMany: (most) =>
    `At most ${most} files in one place; this one was not uploaded. Remove one first.`,
  conflict: 'This file is in the list already; it was not uploaded twice.',
  tooLarge: 'The file is larger than 20 MB and was not uploaded. Compress or split it.',
  offline:
    'The server cannot be reached; this file was not uploaded. Check the network and try again.',
};
