import { randomInt } from 'node:crypto';

/** Without what is confused when it is read out: 0 O, 1 I l. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A password to be handed over and changed: `7KQM-2XHP-VD9R-C4TW`, 79 bits. */
export function newOneTimePassword(): string {
  return Array.from({ length: GROUPS }, group).join('-');
}

function group(): string {
  return Array.from({ length: GROUP_LENGTH }, letter).join('');
}

function letter(): string {
  return ALPHABET.charAt(randomInt(ALPHABET.length));
}
