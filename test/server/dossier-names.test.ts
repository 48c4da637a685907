import { expect, it } from 'vitest';
import { safeName } from '../../server/acceptance/dossier.ts';

it.each([
  { name: '../../etc/passwd', safe: '____etc_passwd', why: 'it leads nowhere else' },
  { name: 'C:\\a|b?.PDF', safe: 'C__a_b_.PDF', why: 'every file system takes it' },
  { name: '表\u202Efdp.xlsx', safe: '表fdp.xlsx', why: 'no sign turns its letters round' },
  { name: ' ..', safe: '_', why: 'it is never empty' },
  {
    name: `${'长'.repeat(300)}.docx`,
    safe: `${'长'.repeat(100)}.docx`,
    why: 'it keeps its ending',
  },
])('a name inside the archive of a dossier: $why', ({ name, safe }) => {
  expect(safeName(name)).toBe(safe);
});
