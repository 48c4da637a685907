/** Points across the text of an upright page: 156 mm, less what rounding may take. */
const ACROSS = 438;
const LARGEST = 44;
/** Below it a masthead takes another line. */
const SMALLEST = 24;
/** About as small as the title of any paper (二号). */
const LEAST = 21;

/** What may begin a line of the name of a group and its meeting. */
const BEGINNING = /工作领导小组|领导小组|成员联席|联席会议|专题会议|工作会议|会议纪要/g;
/** How far from the middle a line is broken for the sake of a whole word, in characters. */
const LEEWAY = 4;

/** How the masthead of a paper is set. */
export interface Masthead {
  readonly lines: readonly string[];
  /** Points. */
  readonly size: number;
}

/**
 * A masthead as large as fits: on one line where that is no smaller than 24 points, else on lines that
 * are as even as the words of its name allow.
 * @example mastheadOf('领导小组成员联席会议纪要') // 12 characters: one line of 36 points
 */
export function mastheadOf(text: string): Masthead {
  const count = Math.max(1, Math.ceil((text.length * SMALLEST) / ACROSS));
  const places = [...text.matchAll(BEGINNING)].map(({ index }) => index);
  const lines: string[] = [];
  let from = 0;
  for (let line = 1; line < count; line += 1) {
    const wanted = Math.round((text.length * line) / count);
    const [near] = places
      .filter((place) => place > from && Math.abs(place - wanted) <= LEEWAY)
      .sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
    const end = near ?? wanted;
    lines.push(text.slice(from, end));
    from = end;
  }
  lines.push(text.slice(from));
  const longest = Math.max(1, ...lines.map(({ length }) => length));
  const size = Math.min(LARGEST, Math.max(LEAST, Math.floor(ACROSS / longest)));
  return { lines, size };
}
