import { unitFor } from './figures.ts';

/**
 * What a typed or pasted figure can be mistaken for. Each code has its own sentence, because each
 * asks for something else of the person who typed.
 */
export const NUMBER_PROBLEMS = [
  /** Not a number at all: `abc`, `1.2.3`, `约12`, `10²`. */
  'notANumber',
  /** Commas or spaces that do not stand before groups of three: `12,34`. */
  'grouping',
  /** `1.5万`, `3亿`: write it out with its zeros, in the unit of the field. */
  'magnitudeWord',
  /** `—`, `无`, `/`: say that there is no figure, and why, instead of a mark. */
  'absentMark',
  /** `3-5`, or several cells pasted at once: one number is wanted. */
  'severalNumbers',
  /** `1.23E+05`: a spreadsheet shows that when it has rounded already. */
  'scientific',
  /** `#N/A`, `#DIV/0!`, `####`. */
  'spreadsheetError',
  /** A unit or a percent sign that is not the one of this field. */
  'otherUnit',
  /** `(1,234)`: bookkeeping for a negative; write the minus. */
  'parentheses',
  /** More than 15 significant digits, which no number here can hold exactly. */
  'inexact',
  /** Beyond ±10¹⁵. */
  'tooLarge',
] as const;
export type NumberProblem = (typeof NUMBER_PROBLEMS)[number];

export type ParsedNumber =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly problem: NumberProblem };

export interface NumberField {
  /** What may stand behind the number, in any of the languages: `['台/万人']`. */
  readonly unit?: string | readonly (string | null)[] | null;
  /** Whether `%` may stand behind it; by default where the unit is `%`. */
  readonly percent?: boolean;
}

const SIGNIFICANT_DIGITS = 15;
const LARGEST = 1e15;

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/gu;
const ABSENT =
  /^(?:[-‐–—―−/\\]+|无|空|暂无|没有|无数据|暂无数据|缺|不适用|未统计|n\/?a|nil|none|null)$/iu;
const GROUPED = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/;
const PLAIN = /^(?:\d+\.?\d*|\.\d+)$/;

/**
 * Reads a figure as people type and paste it: full width or half, thousands separators, spaces, the
 * unit or a percent sign behind it. Never rounds, never guesses; the typed text stays the caller's.
 * Empty text is no figure (`value: null`), which is not 0.
 * @example parseNumber('１，２３４．５ 吨', { unit: '吨' }) // { ok: true, value: 1234.5 }
 * @example parseNumber('12,34') // { ok: false, problem: 'grouping' }
 */
export function parseNumber(text: string, field: NumberField = {}): ParsedNumber {
  // NFKC would turn 10² into 102 and ① into 1.
  if (hidesDigits(text)) return refused('notANumber');
  const shown = plain(text).trim();
  if (shown === '') return { ok: true, value: null };
  if (/[\t\r\n]/.test(shown)) return refused('severalNumbers');
  if (shown.startsWith('#')) return refused('spreadsheetError');
  if (ABSENT.test(shown)) return refused('absentMark');
  const bare = withoutUnit(shown, field);
  if (/^\([-\d.,\s]*\d[\d.,\s]*\)$/u.test(bare)) return refused('parentheses');
  const sign = /^([-+])\s*(.*)$/u.exec(bare);
  const digits = (sign?.[2] ?? bare).replaceAll('。', '.');
  return readDigits(digits, sign?.[1] === '-');
}

function readDigits(digits: string, negative: boolean): ParsedNumber {
  const compact = /^[\d\s]+(?:\.\d*)?$/u.test(digits) ? digits.replaceAll(/\s+/gu, ',') : digits;
  if (!PLAIN.test(compact) && !GROUPED.test(compact)) return refused(whyNot(compact));
  const written = compact.replaceAll(',', '');
  const significant = written.replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
  if (significant.length > SIGNIFICANT_DIGITS) return refused('inexact');
  const size = Number(written);
  if (size > LARGEST) return refused('tooLarge');
  // Digits were written and nothing is left of them.
  if (size === 0 && significant !== '') return refused('inexact');
  return { ok: true, value: negative && size !== 0 ? -size : size };
}

/** What a text that is no number was probably meant as. */
function whyNot(text: string): NumberProblem {
  if (/^[\d.,\s]+e[-+]?\d+$/iu.test(text)) return 'scientific';
  if (/^[\d.,\s]+[十百千万亿兆]/u.test(text)) return 'magnitudeWord';
  if (/^[\d.,]+\s*(?:-|~|–|—|至|到)\s*[\d.,]+/u.test(text)) return 'severalNumbers';
  if (/^\d[\d,\s]*(?:\.\d*)?$/u.test(text)) return 'grouping';
  if (/^(?:\d[\d,]*\.?\d*|\.\d+)\s*[\p{L}%‰°℃][\p{L}%/().\s]*$/u.test(text)) return 'otherUnit';
  return 'notANumber';
}

/** Half width, one kind of minus, one kind of space; tabs and line ends stay, to be seen. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[\u2010\u2011\u2012\u2013\u2212](?=\s*[\d.])/gu, '-')
    .replaceAll(/[^\S\t\r\n]+/gu, ' ');
}

function withoutUnit(text: string, field: NumberField): string {
  const units = (Array.isArray(field.unit) ? field.unit : [field.unit ?? null])
    .filter((unit): unit is string => typeof unit === 'string' && unit !== '')
    // Beside a 1 an English unit is printed in the singular.
    .flatMap((unit) => [unit, unitFor('1', unit)])
    .map((unit) => plain(unit).trim().toLowerCase());
  const percent = field.percent ?? units.includes('%');
  if (percent) units.push('%');
  // The longest first, so that 万人 is not taken for 人 with a word of magnitude before it.
  units.sort((a, b) => b.length - a.length);
  const folded = text.toLowerCase();
  const worn = units.find((unit) => folded.endsWith(unit));
  return worn === undefined ? text : text.slice(0, text.length - worn.length).trimEnd();
}

/** A superscript, a circled or other dressed-up digit; full width is the only dress allowed. */
function hidesDigits(text: string): boolean {
  for (const character of text) {
    if (/[0-9\uff10-\uff19]/.test(character)) continue;
    if (/[0-9]/.test(character.normalize('NFKC'))) return true;
  }
  return false;
}

function refused(problem: NumberProblem): ParsedNumber {
  return { ok: false, problem };
}
