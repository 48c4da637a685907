import { displayDecimals } from '../assessment/round.ts';
import type { Status } from '../assessment/types.ts';
import type { BoardIndicator } from '../dashboard.ts';
import { decimalsOf, numeral, placesOf } from '../figures.ts';
import { basisOf, tellingPlaces } from './progress.ts';
import {
  departmentName,
  indicatorsOf,
  measuresOf,
  pick,
  type ReportSource,
  sayOf,
  unitOf,
  type Voice,
} from './source.ts';

/** A cell of an annex: numbers stay numbers for the workbook, and have their text for the paper. */
export interface Figure {
  readonly value: number;
  /** Decimal places that both show. */
  readonly decimals: number;
}
export type Cell = string | Figure;

export const textOf = (cell: Cell): string =>
  typeof cell === 'string' ? cell : numeral(cell.value, cell.decimals);

/** One row of 主要指标完成情况表. Nothing reported is “…”, what does not apply “—”, and neither is 0. */
export interface IndicatorRow {
  readonly indicatorId: string;
  readonly themeId: string;
  readonly code: string;
  readonly name: string;
  readonly target: string;
  readonly baseline: Cell;
  readonly figure: Cell;
  readonly unit: string;
  /** In percent, as 进度偏差 in points. */
  readonly completion: Cell;
  readonly planned: Cell;
  readonly gap: Cell;
  readonly status: string;
  readonly department: string;
  readonly remarks: string;
}

export function indicatorRows(source: ReportSource, voice: Voice): IndicatorRow[] {
  return indicatorsOf(source).map((indicator) => {
    const { assessment, target } = indicator;
    const { none } = voice.words;
    const share = (value: number | null, decimals: number): Cell =>
      value === null ? none : { value: value * 100, decimals };
    const numeric = isNumeric(target.kind);
    const { completion, plannedCompletion, gapPp } = assessment;
    const unfinished = completion === null ? 1 : displayDecimals(completion * 100, 100, 1, 1);
    return {
      indicatorId: indicator.id,
      themeId: indicator.themeId,
      code: indicator.code,
      name: pick(voice, indicator.nameZh, indicator.nameEn),
      target: targetWords(indicator, source.board.plan.endYear, voice),
      baseline: baselineCell(indicator, voice),
      figure: figureCell(indicator, source.board.year, voice),
      unit: unitOf(indicator, voice) ?? none,
      completion: numeric ? share(completion, unfinished) : none,
      planned: numeric ? share(plannedCompletion, 1) : none,
      gap: numeric && gapPp !== null ? { value: gapPp, decimals: 1 } : none,
      status: voice.words.status(assessment.status),
      department: leadName(source, indicator, voice),
      remarks: remarksOf(indicator, source.board.year, voice),
    };
  });
}

const isNumeric = (kind: BoardIndicator['target']['kind']): boolean =>
  kind !== 'milestone' && kind !== 'rating';

/** What the target asks for, without its unit: “≥60”, “3–5”, “2016年底≥1”. */
export function targetWords(indicator: BoardIndicator, endYear: number, voice: Voice): string {
  const { target } = indicator;
  const { target: words } = voice.words;
  const text = askedFor(indicator, voice);
  if (text === null) return words.pending;
  return target.deadline === endYear ? text : words.by(target.deadline, text);
}

/** Names of conditions that a cell has room for, in characters. */
const LONGEST_NAMES = 16;

function askedFor(indicator: BoardIndicator, voice: Voice): string | null {
  const { target } = indicator;
  const { target: words } = voice.words;
  const stated = (value: number): string => numeral(value, placesOf(value));
  switch (target.kind) {
    case 'atLeast':
      return target.value === null ? null : `≥${stated(target.value)}`;
    case 'atMost':
      return target.value === null ? null : `≤${stated(target.value)}`;
    case 'countRange': {
      const { lower, upper } = target;
      if (lower === null) return null;
      if (upper === null) return `≥${stated(lower)}`;
      return upper === lower ? stated(lower) : `${stated(lower)}–${stated(upper)}`;
    }
    case 'reduction':
      if (target.reductionPct === null) return null;
      return target.reductionPct === 0
        ? words.notAboveBaseline
        : words.reduction(stated(target.reductionPct));
    case 'milestone': {
      const names = indicator.conditionNames.map((one) => pick(voice, one.nameZh, one.nameEn));
      if (names.length === 0) return null;
      const listed = voice.words.listed(names);
      return listed.length <= LONGEST_NAMES ? listed : words.allOf(names.length);
    }
    case 'rating':
      return target.targetLevel === null ? null : sayOf(indicator, voice).level(target.targetLevel);
    case 'directional':
      return words.better[target.direction];
  }
}

function baselineCell({ target, ...indicator }: BoardIndicator, voice: Voice): Cell {
  const { value } = target.baseline;
  if (!isNumeric(target.kind)) return voice.words.none;
  if (value === null) return ABSENT;
  return {
    value,
    decimals: decimalsOf({ kind: target.kind, unit: null, decimals: indicator.decimals }),
  };
}

/** Nothing was reported. */
const ABSENT = '…';

function figureCell(indicator: BoardIndicator, year: number, voice: Voice): Cell {
  const { assessment, target, decimals } = indicator;
  const { value, assessedYear } = assessment;
  if (target.kind === 'milestone') {
    if (assessedYear === null) return absent(indicator, year, voice);
    const held = target.conditions.filter(
      ({ metYear, lostYear }) =>
        metYear !== null && metYear <= year && (lostYear === null || lostYear > year),
    );
    return `${held.length}/${target.conditions.length}`;
  }
  if (value === null || assessedYear === null) return absent(indicator, year, voice);
  if (target.kind === 'rating') return sayOf(indicator, voice).level(value);
  const places = decimalsOf({ kind: target.kind, unit: null, decimals });
  return { value, decimals: tellingPlaces(indicator) ?? places };
}

function absent({ readings }: BoardIndicator, year: number, voice: Voice): string {
  const absence = readings.find((one) => one.year === year)?.absence ?? null;
  return absence === 'notApplicable' ? voice.words.none : ABSENT;
}

function leadName(source: ReportSource, { lead }: BoardIndicator, voice: Voice): string {
  const [first] = lead.departmentIds;
  if (lead.state === 'named' && first !== undefined) return departmentName(source, first, voice);
  return lead.state === 'none' ? voice.words.lead.none : voice.words.lead.undecided;
}

function remarksOf(indicator: BoardIndicator, year: number, voice: Voice): string {
  const { remarks } = voice.words;
  const basis = basisOf(indicator, year);
  return voice.words.listed(
    [
      indicator.tentative ? remarks.tentative : '',
      basis.newest && basis.year !== null ? remarks.ofYear(basis.year) : '',
      indicator.assessment.flags.includes('achievedLate') ? remarks.late : '',
      basis.corrected ? remarks.corrected : '',
    ].filter((remark) => remark !== ''),
  );
}

/** One row of 措施落实情况表. */
export interface MeasureRow {
  readonly number: number;
  readonly title: string;
  readonly department: string;
  readonly state: string;
  readonly paid: Cell;
  readonly done: string;
  readonly results: string;
}

/** Whole fen of 万元 need six places; a report shows as many as there are. */
const MOST_MONEY_PLACES = 6;
export const moneyPlaces = (wan: number): number => Math.min(placesOf(wan), MOST_MONEY_PLACES);

export function measureRows(source: ReportSource, voice: Voice): MeasureRow[] {
  const { measure: words, none, listed } = voice.words;
  return measuresOf(source).map((measure) => {
    const { accounts } = measure;
    const paid = accounts.map(({ paidWan }) => paidWan).filter((one) => one !== null);
    const sum = paid.length === 0 ? null : addMoney(paid);
    const named = (id: string): string => departmentName(source, id, voice);
    const stateOf = ({ state }: (typeof accounts)[number]): string =>
      state === null ? none : words.states[state];
    const states = new Set(accounts.map(stateOf));
    const each = (say: (account: (typeof accounts)[number]) => string): string =>
      accounts
        .map((account) => ({ department: named(account.departmentId), text: say(account) }))
        .filter(({ text }) => text !== '')
        .map(({ department, text }) =>
          accounts.length === 1 ? text : words.said(department, text),
        )
        .join('\n');
    return {
      number: measure.number,
      title: pick(voice, measure.titleZh, measure.titleEn),
      department: listed(measure.departmentIds.map(named)),
      // Where all say the same, their names are said beside what they did.
      state:
        accounts.length === 0 ? ABSENT : states.size === 1 ? [...states].join('') : each(stateOf),
      paid:
        accounts.length === 0
          ? ABSENT
          : sum === null
            ? none
            : { value: sum, decimals: moneyPlaces(sum) },
      done: accounts.length === 0 ? ABSENT : each(({ done }) => done),
      results: each(({ results }) =>
        results
          .map(({ name, amount, unit }) =>
            words.result(name, numeral(amount, placesOf(amount)), unit),
          )
          .join('\n'),
      ),
    };
  });
}

/** Amounts in 万元 added as whole fen, so that binary noise never becomes money. */
export function addMoney(amounts: readonly number[]): number {
  const fen = amounts.reduce((sum, wan) => sum + Math.round(wan * 1e6), 0);
  return fen / 1e6;
}

/** One row of 佐证材料清单. */
export interface EvidenceRow {
  readonly code: string;
  readonly indicator: string;
  readonly file: string;
  /** The first 16 digits: enough to tell whether a file is the one that was meant. */
  readonly sha256: string;
}

export function evidenceRows(source: ReportSource, voice: Voice): EvidenceRow[] {
  return indicatorsOf(source).flatMap(({ id, code, nameZh, nameEn }) =>
    source.evidence
      .filter((one) => one.indicatorId === id)
      .map(({ name, sha256 }) => ({
        code,
        indicator: pick(voice, nameZh, nameEn),
        file: name,
        sha256: sha256.slice(0, 16),
      })),
  );
}

/** How many indicators of each theme stand in which status; statuses that nobody has are left out. */
export function spread(source: ReportSource): {
  readonly statuses: readonly Status[];
  readonly themes: readonly { readonly themeId: string; readonly counts: readonly number[] }[];
} {
  const indicators = indicatorsOf(source);
  const statuses = ORDER.filter((status) =>
    indicators.some(({ assessment }) => assessment.status === status),
  );
  const themes = source.board.themes
    .map(({ id }) => ({
      themeId: id,
      counts: statuses.map(
        (status) =>
          indicators.filter((one) => one.themeId === id && one.assessment.status === status).length,
      ),
    }))
    .filter(({ counts }) => counts.some((count) => count > 0));
  return { statuses, themes };
}

const ORDER: readonly Status[] = [
  'exceeded',
  'achieved',
  'onTrack',
  'behind',
  'farBehind',
  'missed',
  'inProgress',
  'noData',
  'targetPending',
];
