/** A rectangle in px, y downwards. */
export interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface Point {
  x: number;
  y: number;
}

/** How much of `a` lies on `b`, in px²; 0 when they are apart. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1);
  const height = Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1);
  return width > 0 && height > 0 ? width * height : 0;
}

/**
 * Whether the straight line from `a` to `b` touches the box (Liang and Barsky's clipping).
 * @example crosses({x:0,y:0}, {x:10,y:10}, {x1:4,y1:4,x2:6,y2:6}) // true
 */
export function crosses(a: Point, b: Point, box: Box): boolean {
  let enter = 0;
  let leave = 1;
  const edges: readonly (readonly [number, number])[] = [
    [a.x - b.x, a.x - box.x1],
    [b.x - a.x, box.x2 - a.x],
    [a.y - b.y, a.y - box.y1],
    [b.y - a.y, box.y2 - a.y],
  ];
  for (const [direction, distance] of edges) {
    if (direction === 0) {
      if (distance < 0) return false;
    } else if (direction < 0) {
      enter = Math.max(enter, distance / direction);
    } else {
      leave = Math.min(leave, distance / direction);
    }
  }
  return enter <= leave;
}

export interface Obstacles {
  boxes: readonly Box[];
  lines: readonly (readonly Point[])[];
  /** Where a label has to stay. */
  area: Box;
}

/** What a label costs at a place: leaving the area is worst, then text on text, then on a line. */
export function cost(box: Box, obstacles: Obstacles): number {
  const { boxes, lines, area } = obstacles;
  let total = 0;
  if (box.x1 < area.x1 || box.x2 > area.x2 || box.y1 < area.y1 || box.y2 > area.y2) total += 1000;
  for (const other of boxes) total += overlap(box, other) > 0 ? 100 + overlap(box, other) / 10 : 0;
  // A line needs a little air beside a text.
  const wide = { x1: box.x1 - 2, y1: box.y1 - 1, x2: box.x2 + 2, y2: box.y2 + 1 };
  for (const line of lines) {
    for (let index = 1; index < line.length; index += 1) {
      const from = line[index - 1];
      const to = line[index];
      if (from && to && crosses(from, to, wide)) total += 10;
    }
  }
  return total;
}

/**
 * The cheapest of several places, the earlier one on a tie; so the first is the preferred one.
 * Returns null for an empty list.
 */
export function cheapest<T extends { box: Box }>(
  places: readonly T[],
  obstacles: Obstacles,
): T | null {
  let best: T | null = null;
  let least = Infinity;
  for (const place of places) {
    const price = cost(place.box, obstacles);
    if (price < least) {
      best = place;
      least = price;
    }
  }
  return best;
}

/**
 * Pushes the second of two line-end labels away from the first until they are `gap` apart, to the
 * side it already leans to (down on a tie), and to the other side if that would leave `low`–`high`.
 *
 * @example pushApart(100, 104, 20, 0, 300) // 120: it leans down, so it goes down
 */
export function pushApart(
  fixed: number,
  moving: number,
  gap: number,
  low: number,
  high: number,
): number {
  const kept = Math.max(low, Math.min(high, moving));
  if (Math.abs(kept - fixed) >= gap) return kept;
  const above = fixed - gap;
  const below = fixed + gap;
  if (moving < fixed) return above >= low ? above : below;
  return below <= high ? below : above;
}
