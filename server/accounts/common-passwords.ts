import { createRequire } from 'node:module';

const MOST_USED = 3000;

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

/** Unpacked at the first password that is chosen: a start, and most days, never need it. */
let common: ReadonlySet<string> | undefined;

/**
 * Whether a password is one of the 3,000 used most, or one of them made up with digits and signs at
 * its ends or look-alikes inside: the rule of classes lets hardly any through as it stands.
 * @param folded in lower case (shared/passwords.ts)
 * @example isCommonPassword('p@ssw0rd2019!') // true
 * @example isCommonPassword('lychee-42-orchard') // false
 */
export function isCommonPassword(folded: string): boolean {
  const known = (common ??= mostUsed());
  const core = folded.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');
  return [folded, core, plain(core), plain(folded)].some((text) => known.has(text));
}

function mostUsed(): ReadonlySet<string> {
  const { dictionary } = createRequire(import.meta.url)('@zxcvbn-ts/language-common') as {
    readonly dictionary: { readonly 'passwords-common': readonly string[] };
  };
  return new Set(dictionary['passwords-common'].slice(0, MOST_USED));
}

function plain(text: string): string {
  return text.replaceAll(/[013457@$!]/g, (sign) => LOOKALIKES[sign] ?? sign);
}
