import { statuses as english } from '../../shared/i18n/en/statuses.ts';
import { statuses as chinese } from '../../shared/i18n/zh-CN/statuses.ts';
import type { WhyNot } from '../../shared/exchange.ts';
import { type NumberField, parseNumber } from '../../shared/number-input.ts';
import { ABSENCES, type Absence, DATA_STATUSES, type DataStatus } from '../../shared/readings.ts';
import { isDay } from '../../shared/values.ts';
import type { ReadValue } from '../files/book.ts';
import { shownText } from './filled.ts';

/** What a cell says in the terms of a field, or why it says nothing. */
export type Said<T> = { readonly value: T } | { readonly why: WhyNot };

const cell = (code: Extract<WhyNot, { of: 'cell' }>['code']) =>
  ({ why: { of: 'cell', code } }) as const;
const FORMULA = cell('formula');

/** A figure: as a number if the cell holds one, read as people type it if it holds a text. */
export function saidNumber(value: ReadValue | null, field: NumberField): Said<number | null> {
  if (value === null) return { value: null };
  if (value.kind === 'formula') return FORMULA;
  if (value.kind === 'error') return { why: { of: 'number', code: 'spreadsheetError' } };
  // Its digits are judged like typed ones: a sheet can hold more of them than are stored here.
  const text =
    value.kind === 'number' && !value.percent ? plainDigits(value.number) : shownText(value);
  const parsed = parseNumber(text, field);
  return parsed.ok ? { value: parsed.value } : { why: { of: 'number', code: parsed.problem } };
}

/** Without an exponent, which a person would have had to type. */
function plainDigits(number: number): string {
  const text = String(number);
  return text.includes('e') && Math.abs(number) >= 1e-7
    ? BigInt(Math.round(number)).toString()
    : text;
}

/** A text; what is only spaces is none. */
export function saidText(value: ReadValue | null): Said<string | null> {
  if (value === null) return { value: null };
  if (value.kind === 'formula') return FORMULA;
  const text = shownText(value)
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .trim();
  return { value: text === '' ? null : text };
}

/** A day: a date of the sheet, or a text such as 2018-12-31, 2018年12月31日, 20181231. */
export function saidDay(value: ReadValue | null): Said<string | null> {
  if (value === null) return { value: null };
  if (value.kind === 'formula') return FORMULA;
  if (value.kind === 'day') return { value: value.day };
  const text = shownText(value).normalize('NFKC').trim();
  if (text === '') return { value: null };
  // The days that a sheet counts from 1900, where nobody formatted the cell as a date.
  const serial = value.kind === 'number' && Number.isInteger(value.number) ? value.number : 0;
  if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL) return { value: dayOfSerial(serial) };
  const [, year, month, day] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    [];
  const written = `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return year !== undefined && isDay(written) ? { value: written } : cell('notADay');
}

/** 1950-01-01 and 2199-12-31. */
const FIRST_SERIAL = 18_264;
const LAST_SERIAL = 109_574;
const DAY_MS = 86_400_000;

function dayOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * DAY_MS).toISOString().slice(0, 10);
}

/** @example saidYear({ kind: 'text', text: '2017年' }) // { value: 2017 } */
export function saidYear(value: ReadValue | null): Said<number | null> {
  if (value === null) return { value: null };
  if (value.kind === 'formula') return FORMULA;
  const text = shownText(value).normalize('NFKC').trim();
  if (text === '') return { value: null };
  const digits = /^(\d{4})\s*年?$/u.exec(text)?.[1];
  return digits === undefined ? cell('notAYear') : { value: Number(digits) };
}

/** One of some words, in whichever language. */
export function saidWord<T>(
  value: ReadValue | null,
  words: ReadonlyMap<string, T>,
): Said<T | null> {
  if (value === null) return { value: null };
  if (value.kind === 'formula') return FORMULA;
  const text = folded(shownText(value));
  if (text === '') return { value: null };
  const meant = words.get(text);
  return meant === undefined ? cell('otherWord') : { value: meant };
}

export function wordsFor<T>(pairs: Iterable<readonly [string, T]>): ReadonlyMap<string, T> {
  return new Map([...pairs].map(([word, meant]) => [folded(word), meant]));
}

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

export const DATA_STATUS_WORDS = wordsFor<DataStatus>(
  DATA_STATUSES.flatMap((one) => [
    [chinese.dataStatuses[one], one] as const,
    [english.dataStatuses[one], one] as const,
  ]),
);

export const ABSENCE_WORDS = wordsFor<Absence>(
  ABSENCES.flatMap((one) => [
    [chinese.absences[one], one] as const,
    [english.absences[one], one] as const,
  ]),
);
