/** Widths in em of what is narrower than a Chinese character, in the sans of the tokens. */
const NARROW: readonly [RegExp, number][] = [
  [/[il.,:;'|! ]/, 0.28],
  [/[0-9]/, 0.56],
  [/[%@&MWmw]/, 0.9],
  [/[A-Z]/, 0.65],
  [/[\u0020-\u024f–−]/, 0.56],
];

/**
 * The width a text will have, in px, without measuring it (there is no DOM where charts are
 * drawn). Chinese and full-width signs count 1 em; errs on the wide side by a few percent.
 *
 * @example textWidth('目标≥60%', 10) // 目 标 ≥ = 30, 60 = 11.2, % = 9 → 50.2
 */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const character of text) {
    em += NARROW.find(([pattern]) => pattern.test(character))?.[1] ?? 1;
  }
  return em * size;
}

/** Bold letters are a little wider. */
const BOLD = 1.07;

/**
 * Breaks a bold label into lines that fit, between words where there are any and between Chinese
 * characters otherwise. A single word that is too long stays whole.
 *
 * @example wrapBold('Built and open', 10, 60) // ['Built and', 'open']
 */
export function wrapBold(text: string, size: number, width: number): string[] {
  const lines = broken(text, size, width);
  // The same number of lines, each about as long as the others: no word stands alone below.
  let [least, most] = [width / 2, width];
  for (let step = 0; step < 6 && lines.length > 1; step += 1) {
    const tried = (least + most) / 2;
    if (broken(text, size, tried).length === lines.length) most = tried;
    else least = tried;
  }
  return lines.length > 1 ? broken(text, size, most) : lines;
}

/** A word that takes more of a line than this may be parted at its hyphen. */
const LONG_WORD = 0.6;

/** Between words, after the hyphen of a long one, and between Chinese characters. */
function partsOf(text: string, size: number, width: number): string[] {
  return (text.match(/[\u0021-\u024f]+ ?| |[^\u0020-\u024f]/g) ?? []).flatMap((part) =>
    textWidth(part, size) * BOLD > width * LONG_WORD
      ? part.split(/(?<=[A-Za-z]{4}-)(?=[A-Za-z]{4})/)
      : [part],
  );
}

function broken(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of partsOf(text, size, width)) {
    // What closes a quotation or a clause never begins a line.
    const hangs = /^[”’）」》，。；：、！？]/.test(part);
    if (line !== '' && !hangs && textWidth((line + part).trimEnd(), size) * BOLD > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

/**
 * Lines of which no more than so many are shown, with dots where something is left out.
 * @example cutLines(['Built', 'and', 'open'], 2) // ['Built', 'and…']
 */
export function cutLines(lines: readonly string[], most: number): string[] {
  const shown = lines.slice(0, Math.max(1, most));
  return shown.map((line, at) =>
    at === shown.length - 1 && shown.length < lines.length ? `${line}…` : line,
  );
}
