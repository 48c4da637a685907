/** How a line of an official document is set; `heading`: its number stands before a title alone. */
export type LineStyle =
  | 'blank'
  | 'title'
  | 'salutation'
  | 'heading1'
  | 'heading2'
  | 'numbered'
  | 'plain';

/** One line of the text, in UTF-16 units from its start; `end` stands before the line feed. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly style: LineStyle;
  /** The words that lead it in (`（一）总体思路：`) end here; `start`: there are none. */
  readonly leadEnd: number;
}

const LONGEST_LEAD = 24;
const LONGEST_TITLE_LINE = 60;
const CLOSED = /[。！？：；，、,.;:!?…]\s*$/u;

/**
 * The lines of a document with the style that each shows by its own wording: 一、 and （一） and 1、
 * number the levels, a line that ends openly is part of a title, one that ends with a colon calls
 * upon the addressees. Nothing is cut away: the lines joined by line feeds are the text again.
 * @example paragraphsOf('一、总体要求\n（一）思路：甲。')
 *   // [{ start: 0, end: 6, style: 'heading1', leadEnd: 6 },
 *   //  { start: 7, end: 15, style: 'plain', leadEnd: 13 }]
 */
export function paragraphsOf(text: string): Paragraph[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    const style = styleOf(line);
    return { start: at, end: at + line.length, style, leadEnd: at + leadOf(line, style) };
  });
}

function styleOf(line: string): LineStyle {
  if (/^\s*$/u.test(line)) return 'blank';
  const open = !CLOSED.test(line);
  if (/^\s*[一二三四五六七八九十]+、/u.test(line)) return open ? 'heading1' : 'plain';
  if (/^\s*（[一二三四五六七八九十]+）/u.test(line)) return open ? 'heading2' : 'plain';
  if (/^\s*\d+[、.．]/u.test(line)) return 'numbered';
  if (open && line.length <= LONGEST_TITLE_LINE) return 'title';
  return /^[^。]{1,40}：\s*$/u.test(line) ? 'salutation' : 'plain';
}

function leadOf(line: string, style: LineStyle): number {
  if (style === 'heading1' || style === 'heading2') return line.length;
  if (style !== 'plain') return 0;
  const lead = /^\s*(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)[^。：]*[。：]/u.exec(
    line,
  );
  return lead !== null && lead[0].length <= LONGEST_LEAD ? lead[0].length : 0;
}
