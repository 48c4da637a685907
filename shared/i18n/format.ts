import { roundHalfAway } from '../assessment/round.ts';
import { wanText } from '../incentives/money.ts';
import type { Language } from './languages.ts';

/** The plans live in China: a moment is told in Beijing time wherever the reader sits. */
const TIME_ZONE = 'Asia/Shanghai';

const moments = new Map<string, Intl.DateTimeFormat>();

/** From here on a double has no digits of its own for every place asked for: fifteen are certain. */
const SAFE = 1e15;

/**
 * A figure with exactly `decimals` places and grouped thousands. Ties are rounded away from zero by
 * the engine's own rule, so that a page never shows another figure than the one that was judged.
 * Both languages group by three with a comma; grouped here, because the first Intl.NumberFormat of a
 * page takes as long as drawing the whole board.
 * @example number('en', 1234.45, 1) // '1,234.5'
 */
export function number(language: Language, value: number, decimals: number): string {
  const rounded = roundHalfAway(value, decimals);
  if (!(Math.abs(rounded) * 10 ** decimals < SAFE)) {
    return new Intl.NumberFormat(language, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(rounded);
  }
  return grouped(rounded.toFixed(decimals));
}

/**
 * A share as a percentage; 1 is all of it.
 * @example percent('zh-CN', 0.485, 1) // '48.5%'
 */
export function percent(language: Language, share: number, decimals = 0): string {
  return `${number(language, share * 100, decimals)}%`;
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/**
 * A size on disk in thousands, as drives are labelled.
 * @example bytes('en', 1_234_567) // '1.2 MB'
 */
export function bytes(language: Language, value: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
  const shown = value / 1000 ** power;
  return `${number(language, shown, power === 0 || shown >= 100 ? 0 : 1)} ${UNITS[power] ?? 'B'}`;
}

/**
 * A year as it stands in running text.
 * @example year('zh-CN', 2018) // '2018年'
 */
export function year(language: Language, value: number): string {
  return language === 'zh-CN' ? `${value}年` : String(value);
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The parts of a moment on the clock of the time zone, as digits. */
function partsOf(instant: string): Record<string, string> {
  let format = moments.get(TIME_ZONE);
  if (format === undefined) {
    // The parts are put together here, because the patterns of Intl change with the browser.
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: TIME_ZONE,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
    moments.set(TIME_ZONE, format);
  }
  return Object.fromEntries(
    format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
}

function dayOf(language: Language, yearPart: string, month: number, day: number): string {
  return language === 'zh-CN'
    ? `${yearPart}年${month}月${day}日`
    : `${day} ${MONTHS[month - 1] ?? ''} ${yearPart}`;
}

/**
 * A calendar day (`2018-12-31`, taken as it is) or the day of a moment (`…T…Z`, in Beijing time).
 * @example date('zh-CN', '2018-12-31T16:30:00.000Z') // '2019年1月1日'
 */
export function date(language: Language, dayOrInstant: string): string {
  if (dayOrInstant.includes('T')) {
    const parts = partsOf(dayOrInstant);
    return dayOf(language, parts['year'] ?? '', Number(parts['month']), Number(parts['day']));
  }
  const [yearPart = '', month, day] = dayOrInstant.split('-');
  return dayOf(language, yearPart, Number(month), Number(day));
}

/**
 * A moment to the minute, in Beijing time.
 * @example dateTime('en', '2019-01-12T08:30:00.000Z') // '12 Jan 2019, 16:30'
 */
export function dateTime(language: Language, instant: string): string {
  const { hour, minute } = partsOf(instant);
  const gap = language === 'zh-CN' ? ' ' : ', ';
  return `${date(language, instant)}${gap}${hour}:${minute}`;
}

/**
 * Money, exact to the fen: in Chinese in 万元 as policy documents write it, in English in yuan.
 * @example money('zh-CN', 1_234_500_000n) // '1,234.5万元'
 * @example money('en', 1_234_500_000n) // 'CNY 12,345,000'
 */
export function money(language: Language, fen: bigint): string {
  if (language === 'zh-CN') return `${grouped(wanText(fen))}万元`;
  const sign = fen < 0n ? '-' : '';
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
  const cents = digits.slice(-2);
  return `${sign}CNY ${grouped(digits.slice(0, -2))}${cents === '00' ? '' : `.${cents}`}`;
}

function grouped(digits: string): string {
  const [whole = '', places] = digits.split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return places === undefined ? thousands : `${thousands}.${places}`;
}
