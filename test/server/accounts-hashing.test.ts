import { describe, expect, it } from 'vitest';
import { HASH_COST, Hasher } from '../../server/accounts/hashing.ts';
import { LIGHT_COST, startApp } from '../support/app.ts';
import { cpuTime } from '../support/cpu-time.ts';
import { addAccount, PASSWORD, signIn } from '../support/people.ts';

describe('the hash of a password', () => {
  it('is Argon2id at the cost that OWASP names, as a PHC string', async () => {
    const hasher = new Hasher();
    const phc = await hasher.hash('Lychee-42-orchard');
    expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(HASH_COST).toEqual({ memory: 19_456, passes: 2 });
    expect(await hasher.verify(phc, 'Lychee-42-orchard')).toBe(true);
    expect(await hasher.verify(phc, 'Lychee-42-orcharD')).toBe(false);
    expect(await hasher.hash('Lychee-42-orchard'), 'salted').not.toBe(phc);
  });

  it('agrees with a hash made elsewhere', async () => {
    // From the tests of the reference implementation: 64 MiB, two passes.
    const phc =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    const hasher = new Hasher(LIGHT_COST);
    expect(await hasher.verify(phc, 'password')).toBe(true);
    expect(hasher.isOutdated(phc)).toBe(true);
  });

  it('does not depend on how a keyboard composes its letters', async () => {
    const hasher = new Hasher(LIGHT_COST);
    const phc = await hasher.hash('密码 with ünïcode'.normalize('NFC'));
    expect(await hasher.verify(phc, '密码 with ünïcode'.normalize('NFD'))).toBe(true);
  });

  it('takes as long for nobody as for somebody', async () => {
    const hasher = new Hasher();
    const phc = await hasher.hash(PASSWORD);
    const time = async (stored: string | null) => {
      const times: number[] = [];
      for (let run = 0; run < 5; run += 1) {
        const spent = cpuTime();
        expect(await hasher.verify(stored, 'Another-1-password')).toBe(false);
        times.push(spent());
      }
      return times.sort((one, other) => one - other)[2] ?? 0;
    };
    const [somebody, nobody] = [await time(phc), await time(null)];
    expect(Math.max(somebody, nobody) / Math.min(somebody, nobody)).toBeLessThan(2.5);
  });

  it('waits its turn, two at once, and sends the hundredth away', async () => {
    const hasher = new Hasher(LIGHT_COST);
    const all = await Promise.allSettled(Array.from({ length: 110 }, () => hasher.hash('x')));
    const refused = all.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(8);
    expect(refused[0]).toMatchObject({ reason: { code: 'busy', extras: { retryAfter: 5 } } });
    await expect(hasher.hash('afterwards')).resolves.toMatch(/^\$argon2id/);
  });

  it('is made anew at the next sign-in when the cost was raised', async () => {
    const t = await startApp();
    const username = await addAccount(t, { roles: ['leader'] });
    const stored = () =>
      t.database.connection.prepare('select password_hash from users').pluck().get();
    const old = await new Hasher({ memory: 32, passes: 1 }).hash(PASSWORD);
    t.database.connection.prepare('update users set password_hash = ?').run(old);
    await signIn(t, username, PASSWORD);
    expect(stored()).toMatch(/m=64,t=1/);
    await signIn(t, username, PASSWORD);
    await t.close();
  });
});
