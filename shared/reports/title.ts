/** 二号 on the width of a page. */
const LONGEST_LINE = 20;
/** Nothing begins a line with one of these. */
const NEVER_FIRST = /^[、，。；：！？）》”’的了和与及]/;

/**
 * A title in lines of at most 20 characters, as even as whole words allow. Digits count for half.
 * @example titleLines('关于2018年度工作进展情况的报告') // one line
 */
export function titleLines(text: string): string[] {
  const lines = Math.ceil(widthOf(text) / LONGEST_LINE);
  if (lines < 2) return [text];
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(
    ({ segment }) => segment,
  );
  const places: { readonly at: number; readonly width: number }[] = [];
  let at = 0;
  for (const word of words) {
    if (at > 0 && !NEVER_FIRST.test(word)) places.push({ at, width: widthOf(text.slice(0, at)) });
    at += word.length;
  }
  const whole = widthOf(text);
  const broken: string[] = [];
  let from = 0;
  for (let line = 1; line < lines; line += 1) {
    const wanted = (whole * line) / lines;
    const next = places
      .filter((place) => place.at > from)
      .toSorted((a, b) => Math.abs(a.width - wanted) - Math.abs(b.width - wanted))[0];
    if (next === undefined) break;
    broken.push(text.slice(from, next.at));
    from = next.at;
  }
  return [...broken, text.slice(from)];
}

function widthOf(text: string): number {
  return Array.from(text).reduce((sum, one) => sum + (/[\x20-\x7e]/.test(one) ? 0.5 : 1), 0);
}
