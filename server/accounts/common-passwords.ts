import { readFileSync } from 'node:fs';

const COMMON: ReadonlySet<string> = new Set(
  readFileSync(new URL('common-passwords.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')),
);

/** What people write instead of letters. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/**
 * Whether a password is one of the 3,000 used most, or one of them made up with digits and signs at
 * its ends or look-alikes inside: the rule of classes lets hardly any through as it stands.
 * @param folded in lower case (shared/passwords.ts)
 * @example isCommonPassword('p@ssw0rd2019!') // true
 * @example isCommonPassword('lychee-42-orchard') // false
 */
export function isCommonPassword(folded: string): boolean {
  const core = folded.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');
  return [folded, core, plain(core), plain(folded)].some((text) => COMMON.has(text));
}

function plain(text: string): string {
  return text.replaceAll(/[013457@$!]/g, (sign) => LOOKALIKES[sign] ?? sign);
}
