import type { Clause } from './clauses.ts';
import type { Paragraph } from './paragraphs.ts';

/** A stretch of one paragraph throughout which the same holds. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Whether the asked clause covers it. */
  readonly asked: boolean;
  /** Part of the words that lead the paragraph in. */
  readonly lead: boolean;
  /** The indicator that the words belong to, the closest where several overlap; null: none. */
  readonly indicator: Clause | null;
  /** Codes of the indicators whose words end here: they are printed behind them. */
  readonly ending: readonly string[];
}

/**
 * Cuts a paragraph wherever a clause begins or ends, so that overlapping ones can be drawn. The
 * segments join up to the paragraph without gap or overlap.
 * @param asked the clause to highlight; null: none
 * @example segmentsOf({ start: 0, end: 6, leadEnd: 0, style: 'plain' },
 *   [{ subject: 'indicator', code: 'A1', start: 2, end: 4, … }], null)
 *   // 0–2 without indicator, 2–4 with A1 (ending ['A1']), 4–6 without
 */
export function segmentsOf(
  paragraph: Paragraph,
  clauses: readonly Clause[],
  asked: Clause | null,
): Segment[] {
  const { start, end, leadEnd } = paragraph;
  const indicators = clauses.filter(
    (clause) => clause.subject === 'indicator' && clause.start < end && clause.end > start,
  );
  const spans = asked === null ? indicators : [...indicators, asked];
  const cuts = [start, end, leadEnd, ...spans.flatMap((span) => [span.start, span.end])]
    .filter((cut) => cut >= start && cut <= end)
    .sort((one, other) => one - other)
    .filter((cut, at, all) => cut !== all[at - 1]);
  return cuts.slice(1).map((to, at) => {
    const from = cuts[at] ?? start;
    const covering = indicators.filter((clause) => clause.start <= from && clause.end >= to);
    const closest = covering.reduce<Clause | null>(
      (best, clause) => (best === null || lengthOf(clause) < lengthOf(best) ? clause : best),
      null,
    );
    return {
      start: from,
      end: to,
      asked: asked !== null && asked.start <= from && asked.end >= to,
      lead: to <= leadEnd,
      indicator: closest,
      ending: covering.filter((clause) => clause.end === to).map(({ code, id }) => code ?? id),
    };
  });
}

function lengthOf({ start, end }: Clause): number {
  return end - start;
}

/** Neighbours of one kind put together: `[asked?, segments]`, in order. */
export function runsOf(segments: readonly Segment[]): { asked: boolean; segments: Segment[] }[] {
  const runs: { asked: boolean; segments: Segment[] }[] = [];
  for (const segment of segments) {
    const last = runs.at(-1);
    if (last?.asked === segment.asked) last.segments.push(segment);
    else runs.push({ asked: segment.asked, segments: [segment] });
  }
  return runs;
}
