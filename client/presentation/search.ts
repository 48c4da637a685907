import { type DeckArrangement, slideKey, type SlideKey } from '../../shared/deck.ts';
import { type BoardSearch, boardSearch } from '../app/search.ts';

/** White for projectors, dark for LED walls. */
export type Ground = 'projector' | 'dark';

/** What an address of the wall reproduces; an unreadable value is left out. */
export interface PresentSearch {
  readonly plan?: BoardSearch['plan'];
  readonly year?: BoardSearch['year'];
  readonly known?: BoardSearch['known'];
  /** A frozen moment that the server keeps. */
  readonly moment?: string | undefined;
  /** What this tab holds, so that it shows the same moment when it is loaded anew. */
  readonly held?: string | undefined;
  readonly slide?: SlideKey | undefined;
  readonly ground?: Ground | undefined;
  /** A meeting whose wall this is. */
  readonly meeting?: string | undefined;
  /** `on`: goes on by itself, with the figures as they come. */
  readonly corridor?: 'on' | undefined;
  /** The table in place of the chart. */
  readonly table?: 'shown' | undefined;
  /** Slides in the order wanted, and those left out, with commas between them. */
  readonly order?: string | undefined;
  readonly out?: string | undefined;
}

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' && ID.test(value) ? value : undefined;

const isKey = (text: string): boolean => slideKey.safeParse(text).success;

/** The keys of a list that stands in an address. */
const keysIn = (value: unknown): SlideKey[] =>
  (typeof value === 'string' ? value : '').split(',').filter(isKey);

/**
 * Reads the search part of an address of the wall.
 * @example presentSearch({ slide: 'theme:im', out: 'heat,<b>' }) // { slide: 'theme:im', out: 'heat', … }
 */
export function presentSearch(raw: Record<string, unknown>): PresentSearch {
  const { plan, year, known } = boardSearch(raw);
  const slide = raw['slide'];
  return {
    plan,
    year,
    known,
    moment: idOf(raw['moment']),
    held: idOf(raw['held']),
    slide: typeof slide === 'string' && isKey(slide) ? slide : undefined,
    ground: raw['ground'] === 'dark' ? 'dark' : undefined,
    meeting: idOf(raw['meeting']),
    corridor: raw['corridor'] === 'on' ? 'on' : undefined,
    table: raw['table'] === 'shown' ? 'shown' : undefined,
    order: keysIn(raw['order']).join(',') || undefined,
    out: keysIn(raw['out']).join(',') || undefined,
  };
}

/** The arrangement that an address asks for. */
export function arrangementOf({ order, out }: PresentSearch): DeckArrangement {
  return { order: keysIn(order), leftOut: keysIn(out) };
}

/** The part of an address that says an arrangement. */
export function searchOf({
  order,
  leftOut,
}: DeckArrangement): Pick<PresentSearch, 'order' | 'out'> {
  return { order: order.join(',') || undefined, out: leftOut.join(',') || undefined };
}
