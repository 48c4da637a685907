/** What a key or a press asks the stage to do. */
export const STAGE_ACTIONS = [
  'next',
  'previous',
  'first',
  'last',
  'black',
  'white',
  'grid',
  'table',
  'why',
  'ground',
  'fullScreen',
  'takeIn',
  'keep',
  'language',
  'arrange',
  'help',
  'leave',
] as const;
export type StageAction = (typeof STAGE_ACTIONS)[number];

/** A key as the browser reports it. */
export interface Key {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

export type KeyMeaning =
  | { readonly action: StageAction }
  /** One more digit of the number of a slide. */
  | { readonly digit: string }
  /** Goes to the number that was typed, or on when there is none. */
  | { readonly enter: true };

const BY_KEY: Readonly<Record<string, StageAction>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  n: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  p: 'previous',
  Backspace: 'previous',
  Home: 'first',
  End: 'last',
  b: 'black',
  '.': 'black',
  '。': 'black',
  w: 'white',
  ',': 'white',
  '、': 'white',
  g: 'grid',
  t: 'table',
  d: 'why',
  c: 'ground',
  f: 'fullScreen',
  u: 'takeIn',
  k: 'keep',
  l: 'language',
  a: 'arrange',
  '?': 'help',
  h: 'help',
  Escape: 'leave',
};

/** What is pressed where an input method has taken the letter: only the place of the key is told. */
const BY_CODE: Readonly<Record<string, string>> = {
  Space: ' ',
  Period: '.',
  Comma: ',',
  NumpadEnter: 'Enter',
  NumpadDecimal: '.',
};

/**
 * What a key means on the stage; null: nothing, it is left to the browser. Works while a Chinese
 * input method is on, which reports `Process` and 229 in place of the letter, and with full-width
 * signs. Nothing that is held with Ctrl, Alt or Meta is taken.
 * @example meaningOf({ key: 'Process', code: 'KeyB', keyCode: 229, … }) // { action: 'black' }
 */
export function meaningOf(pressed: Key): KeyMeaning | null {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return null;
  const key = signOf(pressed);
  if (key === 'Enter') return { enter: true };
  if (/^[0-9]$/.test(key)) return { digit: key };
  if (key === ' ' && pressed.shiftKey) return { action: 'previous' };
  const action = BY_KEY[key.length === 1 ? key.toLowerCase() : key];
  return action === undefined ? null : { action };
}

/** The sign of a key, half-width. */
function signOf({ key, code, keyCode, shiftKey }: Key): string {
  if (key !== 'Process' && key !== 'Unidentified' && keyCode !== 229) {
    return key.length === 1 && key !== '。' && key !== '、' ? key.normalize('NFKC') : key;
  }
  if (code === 'Slash') return shiftKey ? '?' : '/';
  const letter = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1];
  return letter?.toLowerCase() ?? BY_CODE[code] ?? code;
}

/** The key that stands beside an action in the menu. */
export const KEY_NAMES: Readonly<Record<StageAction, string>> = {
  next: '→ PageDown',
  previous: '← PageUp',
  first: 'Home',
  last: 'End',
  black: 'B .',
  white: 'W ,',
  grid: 'G',
  table: 'T',
  why: 'D',
  ground: 'C',
  fullScreen: 'F',
  takeIn: 'U',
  keep: 'K',
  language: 'L',
  arrange: 'A',
  help: '?',
  leave: 'Esc',
};
