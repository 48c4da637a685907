/** A line of two versions of a text: in both, only in the later, or only in the earlier. */
export interface ComparedLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/**
 * What changed between two texts, line by line: the longest run of lines that both have stays, the
 * rest was removed or added.
 * @example compareTexts('a\nb', 'a\nc') // same a, removed b, added c
 */
export function compareTexts(before: string, after: string): ComparedLine[] {
  const left = linesOf(before);
  const right = linesOf(after);
  // longest[i][j]: lines in common from left i and right j on.
  const longest = Array.from({ length: left.length + 1 }, () =>
    Array.from({ length: right.length + 1 }, () => 0),
  );
  const common = (i: number, j: number): number => longest[i]?.[j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1) {
    const row = longest[i];
    if (row === undefined) continue;
    for (let j = right.length - 1; j >= 0; j -= 1) {
      row[j] =
        left[i] === right[j]
          ? common(i + 1, j + 1) + 1
          : Math.max(common(i + 1, j), common(i, j + 1));
    }
  }
  const lines: ComparedLine[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const one = left[i];
    const other = right[j];
    if (one !== undefined && one === other) {
      lines.push({ kind: 'same', text: one });
      i += 1;
      j += 1;
    } else if (one !== undefined && (other === undefined || common(i + 1, j) >= common(i, j + 1))) {
      lines.push({ kind: 'removed', text: one });
      i += 1;
    } else {
      lines.push({ kind: 'added', text: other ?? '' });
      j += 1;
    }
  }
  return lines;
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));
