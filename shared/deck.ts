import * as z from 'zod/mini';
import type { Status } from './assessment/types.ts';
import type { BoardIndicator, Dashboard } from './dashboard.ts';

/**
 * The deck that a meeting runs off: which slides there are and in which order, made from the board
 * and from what was decided. Pure, so that the wall, the secretary's screen and the minutes speak of
 * the same slides.
 */

/**
 * The name of a slide, which stands in addresses and is kept with a meeting: `overall`,
 * `indicator:im-robot-density`, and from the second page of a long one on `theme:im:2`.
 */
export const slideKey = z
  .string()
  .check(z.regex(/^[a-z]{1,20}(:[A-Za-z0-9][A-Za-z0-9._-]{0,63})?(:[1-9]\d?)?$/));
export type SlideKey = z.output<typeof slideKey>;

/** The parts of a deck, in the order in which it is made. */
export const DECK_SECTIONS = ['overall', 'attention', 'themes', 'decisions', 'indicators'] as const;
export type DeckSection = (typeof DECK_SECTIONS)[number];

/** Why an indicator needs the group's decision; the worst first. */
export const ATTENTION = ['missed', 'farBehind', 'regressed', 'notSustained'] as const;
export type Attention = (typeof ATTENTION)[number];

/** How far a decision is (督办事项), as far as the wall shows it. */
export const DECISION_STANDINGS = ['open', 'done', 'closed'] as const;
export type DecisionStanding = (typeof DECISION_STANDINGS)[number];

/** A decision of a meeting, as the deck needs it. */
export interface DeckDecision {
  readonly id: string;
  /** The number of the meeting that took it; a later meeting has a greater one. */
  readonly meeting: number;
  /** As it was taken down. */
  readonly text: string;
  readonly leadDepartmentId: string | null;
  readonly supportingDepartmentIds: readonly string[];
  /** A calendar day, extensions included; null: without a date. */
  readonly dueOn: string | null;
  /** `open`: being done; `done`: reported as done, not verified; `closed`. */
  readonly standing: DecisionStanding;
  /** Open after its day, as of the moment that the deck shows. */
  readonly overdue: boolean;
  readonly indicatorIds: readonly string[];
  /** 督办〔2018〕3号: the year that it was issued in and its number within it. */
  readonly issued: { readonly year: number; readonly number: number };
}

/** What a deck shows beside the board. */
export interface DeckExtras {
  /** In the order in which they were taken. */
  readonly decisions: readonly DeckDecision[];
}
export const NO_EXTRAS: DeckExtras = { decisions: [] };

/**
 * The decisions that a meeting has before it: whatever is not closed, and all of the last two meetings
 * that decided something (this one and the one before), so that what became of them is seen. Older
 * ones that are closed stay where they are looked up, and as marks on the charts.
 */
export function currentDecisions({ decisions }: DeckExtras): readonly DeckDecision[] {
  const meetings = [...new Set(decisions.map(({ meeting }) => meeting))].sort((a, b) => b - a);
  const recent = new Set(meetings.slice(0, 2));
  return decisions.filter(({ standing, meeting }) => standing !== 'closed' || recent.has(meeting));
}

/** How a deck is arranged beforehand. */
export interface DeckArrangement {
  /** Slides in the order wanted. One that is not named stays behind the one it follows by itself. */
  readonly order: readonly SlideKey[];
  readonly leftOut: readonly SlideKey[];
}
export const AS_MADE: DeckArrangement = { order: [], leftOut: [] };

interface Placed {
  readonly key: SlideKey;
  readonly section: DeckSection;
  /** Which page of how many, for what is too long for one slide; else 1 of 1. */
  readonly page: number;
  readonly pages: number;
}

export type Slide = Placed &
  (
    | { readonly kind: 'overall' }
    | { readonly kind: 'heat'; readonly indicatorIds: readonly string[] }
    | { readonly kind: 'duties'; readonly departmentIds: readonly string[] }
    | {
        readonly kind: 'indicator';
        readonly indicatorId: string;
        readonly attention: readonly Attention[];
      }
    | { readonly kind: 'pending'; readonly indicatorIds: readonly string[] }
    | { readonly kind: 'ownerless'; readonly indicatorIds: readonly string[] }
    | {
        readonly kind: 'theme';
        readonly themeId: string;
        readonly indicatorIds: readonly string[];
      }
    | { readonly kind: 'decisions'; readonly decisionIds: readonly string[] }
    | { readonly kind: 'decision'; readonly decisionId: string }
  );
export type SlideKind = Slide['kind'];

/** As much as fits one slide at the letter sizes of a projector. */
export const MOST = {
  /** Columns of the heat matrix. */
  heat: 26,
  /** Rows of a list with names of up to two lines. */
  rows: 6,
  /** Decisions, whose texts take more. */
  decisions: 3,
  /** Small charts of a theme. */
  charts: 3,
  departments: 6,
} as const;

/**
 * Why an indicator needs the group's decision; [] is: it does not.
 * @example attentionOf({ status: 'behind', flags: ['regressed'] }) // ['regressed']
 */
export function attentionOf(assessment: {
  readonly status: Status;
  readonly flags: readonly string[];
}): Attention[] {
  const { status, flags } = assessment;
  return ATTENTION.filter((reason) => status === reason || flags.includes(reason));
}

/**
 * The deck of a board: 总体, then what needs the group's decision, then by theme, what was decided,
 * and every other indicator on demand. No slide is there twice, and none without a content.
 * @param extras decisions as of the moment that the board shows
 */
export function deckOf(
  board: Dashboard,
  extras: DeckExtras = NO_EXTRAS,
  arrangement: DeckArrangement = AS_MADE,
): Slide[] {
  const left = new Set(arrangement.leftOut);
  return inOrder(slidesOf(board, extras), arrangement.order).filter(({ key }) => !left.has(key));
}

function slidesOf(board: Dashboard, extras: DeckExtras): Slide[] {
  const { indicators, themes } = board;
  const decisions = currentDecisions(extras);
  const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
  const pending = indicators.filter(({ assessment }) => assessment.status === 'targetPending');
  const ownerless = indicators.filter(({ lead }) => lead.state !== 'named');
  const attention = needingDecision(indicators);
  const urgent = new Set(attention.map(({ indicator }) => indicator.id));
  const overdue = decisions.filter((decision) => decision.overdue);
  const open = decisions.filter(({ standing, overdue: late }) => standing !== 'closed' && !late);
  const decisionSlide = ({ id }: DeckDecision, section: DeckSection): Slide => ({
    ...single(`decision:${id}`, section),
    kind: 'decision',
    decisionId: id,
  });
  const indicatorSlide = (
    id: string,
    reasons: readonly Attention[],
    section: DeckSection,
  ): Slide => ({
    ...single(`indicator:${id}`, section),
    kind: 'indicator',
    indicatorId: id,
    attention: reasons,
  });
  return [
    ...(indicators.length === 0
      ? []
      : [{ ...single('overall', 'overall'), kind: 'overall' } as const]),
    ...paged('heat', 'overall', ids(indicators), MOST.heat, (indicatorIds) => ({
      kind: 'heat',
      indicatorIds,
    })),
    ...paged('duties', 'overall', dutyDepartments(board), MOST.departments, (departmentIds) => ({
      kind: 'duties',
      departmentIds,
    })),
    ...attention.map(({ indicator, reasons }) =>
      indicatorSlide(indicator.id, reasons, 'attention'),
    ),
    ...overdue.map((decision) => decisionSlide(decision, 'attention')),
    ...paged('pending', 'attention', ids(pending), MOST.rows, (indicatorIds) => ({
      kind: 'pending',
      indicatorIds,
    })),
    ...paged('ownerless', 'attention', ids(ownerless), MOST.rows, (indicatorIds) => ({
      kind: 'ownerless',
      indicatorIds,
    })),
    ...themes.flatMap((theme) =>
      paged(
        `theme:${theme.id}`,
        'themes',
        ids(indicators.filter(({ themeId }) => themeId === theme.id)),
        MOST.charts,
        (indicatorIds) => ({ kind: 'theme', themeId: theme.id, indicatorIds }),
      ),
    ),
    ...paged('decisions', 'decisions', ids(decisions), MOST.decisions, (decisionIds) => ({
      kind: 'decisions',
      decisionIds,
    })),
    ...open.map((decision) => decisionSlide(decision, 'decisions')),
    ...indicators
      .filter(({ id }) => !urgent.has(id))
      .map(({ id }) => indicatorSlide(id, [], 'indicators')),
  ];
}

/** The worst first, and the document's order among equals. */
function needingDecision(
  indicators: readonly BoardIndicator[],
): { indicator: BoardIndicator; reasons: Attention[] }[] {
  const found = indicators
    .map((indicator) => ({ indicator, reasons: attentionOf(indicator.assessment) }))
    .filter(({ reasons }) => reasons.length > 0);
  return ATTENTION.flatMap((worst) => found.filter(({ reasons }) => reasons[0] === worst));
}

/** Departments that lead something, in the plan's order: never ranked by what they did. */
function dutyDepartments({ departments, indicators }: Dashboard): string[] {
  const leading = new Set(
    indicators.flatMap(({ lead }) => (lead.state === 'named' ? lead.departmentIds : [])),
  );
  return departments.map(({ id }) => id).filter((id) => leading.has(id));
}

const single = (key: SlideKey, section: DeckSection): Placed => ({
  key,
  section,
  page: 1,
  pages: 1,
});

type Content = Slide extends infer S ? (S extends Slide ? Omit<S, keyof Placed> : never) : never;

/** A long content on several slides, each nearly as full as the others; no slide for nothing. */
function paged(
  key: SlideKey,
  section: DeckSection,
  items: readonly string[],
  most: number,
  contentOf: (items: readonly string[]) => Content,
): Slide[] {
  const pages = Math.ceil(items.length / most);
  return Array.from({ length: pages }, (_, index) => {
    const from = Math.round((index * items.length) / pages);
    const to = Math.round(((index + 1) * items.length) / pages);
    const page = index + 1;
    const placed = { key: page === 1 ? key : `${key}:${page}`, section, page, pages };
    return { ...placed, ...contentOf(items.slice(from, to)) };
  });
}

/**
 * The slides in the order wanted. What the order does not name stays behind the slide that it
 * follows in the deck as made, so that a page that has become two is not torn apart.
 */
function inOrder(slides: readonly Slide[], order: readonly SlideKey[]): Slide[] {
  const made = new Map(slides.map((slide) => [slide.key, slide]));
  const named = [...new Set(order)].flatMap((key) => made.get(key) ?? []);
  const arranged: Slide[] = [...named];
  const placed = new Set(named);
  let before: Slide | null = null;
  for (const slide of slides) {
    if (!placed.has(slide)) {
      arranged.splice(before === null ? 0 : arranged.indexOf(before) + 1, 0, slide);
      placed.add(slide);
    }
    before = slide;
  }
  return arranged;
}

/** What one department has to hand in and to do, and what of it is there. */
export interface DepartmentDuties {
  readonly departmentId: string;
  /** Indicators it alone leads, in the document's order, and whether the year's figure is approved. */
  readonly figures: readonly { readonly indicatorId: string; readonly done: boolean }[];
  /** Decisions it leads. */
  readonly decisions: readonly {
    readonly decisionId: string;
    readonly done: boolean;
    readonly overdue: boolean;
  }[];
}

/**
 * Duties done and owed, department by department in the plan's order. A year's duty is done when a
 * report of that year is approved, the report that there is no figure included.
 */
export function dutiesOf(
  board: Pick<Dashboard, 'departments' | 'indicators' | 'year'>,
  extras: DeckExtras,
): DepartmentDuties[] {
  const current = currentDecisions(extras);
  return board.departments.map(({ id }) => ({
    departmentId: id,
    figures: board.indicators
      .filter(({ lead }) => lead.state === 'named' && lead.departmentIds[0] === id)
      .map(({ id: indicatorId, readings }) => ({
        indicatorId,
        done: readings.some(({ year }) => year === board.year),
      })),
    decisions: current
      .filter(({ leadDepartmentId }) => leadDepartmentId === id)
      .map(({ id: decisionId, standing, overdue }) => ({
        decisionId,
        done: standing !== 'open',
        overdue,
      })),
  }));
}
