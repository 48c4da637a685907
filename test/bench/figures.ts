/** One line of the table that the bench prints. */
export interface Figure {
  readonly name: string;
  /** As it is read, with its unit: `2,410 /s`. */
  readonly measured: string;
  /** What it is measured against in the same run; empty: nothing. */
  readonly against: string;
  /** `≥ 0.5`; empty: for information. */
  readonly target: string;
  /** null: there is no target. */
  readonly met: boolean | null;
}

/** The middle value; of an even number the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = Math.floor(sorted.length / 2);
  const high = sorted[upper];
  const low = sorted[sorted.length % 2 === 0 ? upper - 1 : upper];
  if (high === undefined || low === undefined) throw new Error('nothing was measured');
  return (low + high) / 2;
}

/** @example number(1234.5) // '1,235'; number(0.512) // '0.51' */
export function number(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A figure that should be at least, or at most, `bound`. */
export function bounded(
  name: string,
  measured: number,
  unit: string,
  [sign, bound]: readonly ['≥' | '≤', number],
  against = '',
): Figure {
  const suffix = unit === '' ? '' : ` ${unit}`;
  return {
    name,
    measured: `${number(measured)}${suffix}`,
    against,
    target: `${sign} ${bound}${suffix}`,
    met: sign === '≥' ? measured >= bound : measured <= bound,
  };
}

/** A figure without a target. */
export function information(name: string, measured: string, against = ''): Figure {
  return { name, measured, against, target: '', met: null };
}

/** The table as Markdown, so that it goes into docs/benchmarks.md as it is printed. */
export function table(figures: readonly Figure[]): string {
  const rows = [
    ['figure', 'measured', 'against', 'target', ''],
    ['---', '---', '---', '---', '---'],
    ...figures.map(({ name, measured, against, target, met }) => [
      name,
      measured,
      against,
      target,
      met === null ? '' : met ? 'met' : 'NOT met',
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) => {
      const rule = row[0] === '---';
      const cells = row.map((cell, column) => {
        const width = widths[column] ?? 0;
        return rule ? '-'.repeat(Math.max(3, width)) : cell.padEnd(Math.max(3, width));
      });
      return `| ${cells.join(' | ')} |`;
    })
    .join('\n');
}
