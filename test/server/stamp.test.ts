import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Opened, openDatabase } from '../../server/db/open.ts';
import { changeStamp } from '../../server/db/stamp.ts';

let folder: string;
let here: Opened;
let there: Opened;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'biaochi-stamp-'));
  here = openDatabase(join(folder, 'db'));
  there = openDatabase(join(folder, 'db'));
  here.connection.exec('create table things (n integer) strict; insert into things values (1)');
});
afterEach(async () => {
  await here.close();
  await there.close();
  rmSync(folder, { recursive: true });
});

describe('the stamp of a database', () => {
  it.each<[string, boolean, () => void]>([
    ['nothing happened', false, () => undefined],
    ['something was read', false, () => here.connection.exec('select * from things')],
    ['this process wrote', true, () => here.connection.exec('update things set n = 2')],
    ['this process deleted everything', true, () => here.connection.exec('delete from things')],
    ['another process wrote', true, () => there.connection.exec('insert into things values (3)')],
    [
      'another process is still writing',
      false,
      () => there.connection.exec('begin immediate; update things set n = 4'),
    ],
  ])('when %s has changed: %s', (_what, changed, happen) => {
    const stamp = changeStamp(here.connection);
    const before = stamp();
    happen();
    expect(stamp() !== before).toBe(changed);
  });

  it('taken after a reading in one transaction goes with what was read', () => {
    const stamp = changeStamp(here.connection);
    here.connection.exec('begin');
    const seen = here.connection.prepare('select n from things').pluck().get();
    there.connection.exec('update things set n = 5');
    const asOf = stamp();
    here.connection.exec('rollback');
    expect(seen).toBe(1);
    expect(stamp()).not.toBe(asOf);
  });
});
