import { decimalsOf, numeral, placesOf, unitFor } from '../../shared/figures.ts';
import type { BoardIndicator, Dashboard } from '../../shared/dashboard.ts';
import { type DeckDecision, type DeckExtras, dutiesOf, type Slide } from '../../shared/deck.ts';
import * as format from '../../shared/i18n/format.ts';
import {
  decisionCounts,
  dutyCounts,
  headlineOf,
  movesOf,
  slideDecimals,
  slideSentence,
} from '../../shared/slide-sentences.ts';
import {
  departmentText,
  isPending,
  pick,
  type Speech,
  speakerOf,
  targetText,
  unitOf,
  valueText,
} from '../dashboard/api.ts';
import { shortUnit } from '../charts/trajectoryLayout.ts';

/** All that the slides of a deck are drawn from. */
export interface Shown {
  readonly board: Dashboard;
  readonly extras: DeckExtras;
  readonly speech: Speech;
}

export function indicatorOf({ board }: Shown, id: string): BoardIndicator | null {
  return board.indicators.find((each) => each.id === id) ?? null;
}

export function decisionOf({ extras }: Shown, id: string): DeckDecision | null {
  return extras.decisions.find((each) => each.id === id) ?? null;
}

export function themeName({ board, speech }: Shown, id: string): string {
  const theme = board.themes.find((each) => each.id === id);
  return theme === undefined ? '' : pick(speech, theme.nameZh, theme.nameEn);
}

export const nameOf = ({ nameZh, nameEn }: BoardIndicator, speech: Speech): string =>
  pick(speech, nameZh, nameEn);

/**
 * The one sentence of a slide. Pure: the same board, decisions and language always say the same.
 * @example slideTitle({ kind: 'overall', … }, shown) // "26项指标中，17项已完成或达到序时；…"
 */
export function slideTitle(slide: Slide, shown: Shown): string {
  const { board, extras, speech } = shown;
  const { slides, explain, presentation } = speech.messages;
  const { language } = speech;
  const part =
    slide.pages > 1 && slide.kind !== 'theme' ? presentation.part(slide.page, slide.pages) : '';
  switch (slide.kind) {
    case 'overall':
      return explain.headline(headlineOf(board));
    case 'heat':
      return slides.moves(movesOf(board)) + part;
    case 'duties':
      return slides.duties(board.year, dutyCounts(dutiesOf(board, extras), board)) + part;
    case 'theme': {
      const name = themeName(shown, slide.themeId);
      const more = slide.pages > 1 ? presentation.part(slide.page, slide.pages) : '';
      return slides.theme(name + more, explain.headline(headlineOf(board, slide.themeId)));
    }
    case 'pending': {
      const pending = board.indicators.filter(
        ({ assessment }) => assessment.status === 'targetPending',
      );
      const passed = pending.filter(({ assessment }) =>
        assessment.flags.includes('deadlinePassed'),
      );
      return slides.pending(pending.length, passed.length) + part;
    }
    case 'ownerless': {
      const count = (state: string): number =>
        board.indicators.filter(({ lead }) => lead.state === state).length;
      return slides.ownerless(count('none'), count('undecided')) + part;
    }
    case 'decisions':
      return slides.decisions(decisionCounts(extras)) + part;
    case 'decision': {
      const decision = decisionOf(shown, slide.decisionId);
      if (decision === null) return '';
      const { standing, overdue, dueOn } = decision;
      return slides.decision(
        standing,
        overdue,
        dueOn === null ? null : format.date(language, dueOn),
      );
    }
    case 'indicator': {
      const indicator = indicatorOf(shown, slide.indicatorId);
      if (indicator === null) return '';
      const say = speakerOf(indicator, speech);
      return slideSentence({ explain, slides }, indicator, board.year, say);
    }
  }
}

/** What a slide is about, in few words: for the grid, the secretary's list, the line above. */
export function slideSubject(slide: Slide, shown: Shown): string {
  const { slides, presentation } = shown.speech.messages;
  const part = slide.pages > 1 ? presentation.part(slide.page, slide.pages) : '';
  switch (slide.kind) {
    case 'overall':
      return slides.sections.overall;
    case 'heat':
      return slides.subjects.heat + part;
    case 'duties':
      return slides.subjects.duties + part;
    case 'pending':
      return slides.subjects.pending + part;
    case 'ownerless':
      return slides.subjects.ownerless + part;
    case 'decisions':
      return slides.sections.decisions + part;
    case 'theme':
      return themeName(shown, slide.themeId) + part;
    case 'indicator': {
      const indicator = indicatorOf(shown, slide.indicatorId);
      return indicator === null ? '' : `${indicator.code} ${nameOf(indicator, shown.speech)}`;
    }
    case 'decision': {
      const decision = decisionOf(shown, slide.decisionId);
      if (decision === null) return '';
      return presentation.list.issued(decision.issued.year, decision.issued.number);
    }
  }
}

/** The figures under the sentence of an indicator: at most three numbers. */
export interface FigureLine {
  /** "2017年", where the figure is not of the year shown; '' otherwise. */
  readonly year: string;
  readonly value: string;
  readonly unit: string;
  /** "2018年计划 72"; null: nothing is planned that could be said. */
  readonly plan: string | null;
  readonly target: string;
  /** The target alone, "≥100". */
  readonly goal: string;
}

/** A figure with the places that it takes not to look like its plan or target. */
export function figureLine(indicator: BoardIndicator, { board, speech }: Shown): FigureLine {
  const { presentation } = speech.messages;
  const { assessment, target, decimals } = indicator;
  const { value, assessedYear, plannedValue, cumulativeReduction, status } = assessment;
  const known = valueText(indicator, assessment, board.year, speech);
  const say = speakerOf(indicator, speech);
  const unit = unitOf(indicator, speech) ?? '';
  const numeric = known.kind === 'figure' && cumulativeReduction === null && value !== null;
  const places = decimalsOf({ kind: target.kind, unit: null, decimals });
  const shown = numeric ? slideDecimals(target, assessment, places) : places;
  const judged = status === 'onTrack' || status === 'behind' || status === 'farBehind';
  const base = target.kind === 'reduction' ? target.baseline.value : null;
  const planned = ((): string | null => {
    if (!judged || plannedValue === null || assessedYear === null) return null;
    if (target.kind === 'rating') {
      return presentation.figure.plan(assessedYear, say.level(plannedValue));
    }
    if (target.kind === 'reduction') {
      if (base === null || base <= 0) return null;
      return presentation.figure.cutPlan(
        assessedYear,
        say.percent((1 - plannedValue / base) * 100),
      );
    }
    const whole = Number.isInteger(plannedValue) ? places : Math.max(1, places);
    const planPlaces = Math.max(whole, shown);
    return presentation.figure.plan(
      assessedYear,
      numeral(plannedValue, planPlaces) + shortUnit(unit),
    );
  })();
  const text = targetText(indicator, { endYear: target.deadline }, speech);
  const bare = target.kind === 'reduction' || target.kind === 'rating' || isPending(indicator);
  const withUnit = bare || target.kind === 'milestone' ? text : text + shortUnit(unit);
  const due = Math.min(board.year, target.deadline);
  return {
    year:
      assessedYear !== null && value !== null && assessedYear !== board.year
        ? presentation.figure.ofYear(assessedYear)
        : '',
    value: numeric ? numeral(value, shown) : known.text,
    unit: known.kind === 'figure' ? unitFor(numeric ? numeral(value, shown) : '', known.unit) : '',
    plan: due < board.plan.startYear ? null : planned,
    target: presentation.figure.target(withUnit),
    goal: withUnit,
  };
}

/**
 * A sentence as it stands on a wall: no line ends between a figure and what it counts, or before the
 * year that belongs to its word.
 * @example bound('8 are on track in 2019') // with no-break spaces: '8·are on track in·2019'
 */
export function bound(sentence: string): string {
  return sentence
    .replace(/(\d(?:[\d,.]*\d)?%?) (?=\p{L})/gu, '$1\u00a0')
    .replace(/\b(for|in|of|by|since) (?=\d{4}\b)/giu, '$1\u00a0');
}

/**
 * Departments by the letters that stand for them in a table, with the names that they stand for; those
 * that are written whole are left out. Nobody can point at a wall to be told.
 */
export function lettersOf(
  ids: readonly (string | null)[],
  { board, speech }: Pick<Shown, 'board' | 'speech'>,
): readonly { readonly letters: string; readonly name: string }[] {
  return board.departments
    .filter(({ id }) => ids.includes(id))
    .flatMap((department) => {
      const { text, full } = departmentText(department, speech);
      return full === null ? [] : [{ letters: text, name: full }];
    });
}

/** A figure with as many places as it was stated with. */
export const stated = (value: number): string => numeral(value, placesOf(value));

/**
 * Names without the end that all of them share, word by word; as they are where nothing would be
 * left of one or they would be alike.
 * @example distinct(['2016 batch of projects', '2017 batch of projects']) // ['2016', '2017']
 */
export function distinct(names: readonly string[]): readonly string[] {
  const words = names.map((name) => name.match(/[\u0021-\u024f]+ ?|[^\u0020-\u024f]| /g) ?? []);
  const least = Math.min(...words.map(({ length }) => length));
  let shared = 0;
  while (
    shared < least - 1 &&
    new Set(words.map((each) => each[each.length - 1 - shared]?.trim())).size === 1
  ) {
    shared += 1;
  }
  const left = words.map((each) =>
    each
      .slice(0, each.length - shared)
      .join('')
      .trim(),
  );
  return left.includes('') || new Set(left).size < left.length ? names : left;
}
