import { hasSubstance } from './checks/substance.ts';
import { heirOn } from './department-rules.ts';
import {
  MEASURE_STATES,
  type MeasureResult,
  type MeasureState,
  type ReportChanges,
  type ReportFinding,
} from './measures.ts';
import type { FieldIssue } from './reading-rules.ts';

/** What a report on a measure says. */
export interface ReportWords {
  readonly state: MeasureState | null;
  readonly done: string;
  readonly results: readonly MeasureResult[];
  /** 万元; null: not said, 0: none was paid. */
  readonly paidWan: number | null;
  readonly problems: string;
  readonly nextSteps: string;
  readonly paper: string | null;
}

export const BLANK_REPORT: ReportWords = {
  state: null,
  done: '',
  results: [],
  paidWan: null,
  problems: '',
  nextSteps: '',
  paper: null,
};

/** What a report says after a change; what is not named stays. */
export function applyReport(standing: ReportWords, changes: ReportChanges): ReportWords {
  return {
    state: changes.state === undefined ? standing.state : changes.state,
    done: changes.done ?? standing.done,
    results: changes.results ?? standing.results,
    paidWan: changes.paidWan === undefined ? standing.paidWan : changes.paidWan,
    problems: changes.problems ?? standing.problems,
    nextSteps: changes.nextSteps ?? standing.nextSteps,
    paper: changes.paper === undefined ? standing.paper : changes.paper,
  };
}

/**
 * What a report lacks before it can be handed in. How far the measure is has to be said; what was
 * done, unless nothing was; why nothing was; what comes next, unless it is done; and the money, where
 * the document promises some (0 is an answer, silence is none).
 * @param hasMoney whether the measure has a money rule
 * @example missingInReport({ ...BLANK_REPORT, state: 'done', done: '已建成并运营。' }, false) // []
 */
export function missingInReport(words: ReportWords, hasMoney: boolean): FieldIssue[] {
  const { state } = words;
  if (state === null) return [{ pointer: '/state', code: 'required' }];
  const issues: FieldIssue[] = [];
  if (state === 'notStarted') issues.push(...said(words.problems, '/problems'));
  else issues.push(...said(words.done, '/done'));
  if (state !== 'done') issues.push(...said(words.nextSteps, '/nextSteps'));
  if (hasMoney && words.paidWan === null) issues.push({ pointer: '/paidWan', code: 'required' });
  return issues;
}

/** 「无」 and 「情况属实」 say nothing. */
function said(text: string, pointer: string): FieldIssue[] {
  if (text.trim() === '') return [{ pointer, code: 'required' }];
  return hasSubstance(text) ? [] : [{ pointer, code: 'reasonTooThin' }];
}

const rankOf = (state: MeasureState): number => MEASURE_STATES.indexOf(state);

/**
 * Why a report is not approved among others: money was paid before anything was begun, the measure is
 * less far than the year before, or the report was taken from paper.
 * @param before what the report of the year before says; null: there is none
 */
export function findingsOfReport(
  words: ReportWords,
  before: Pick<ReportWords, 'state'> | null,
): ReportFinding[] {
  const findings: ReportFinding[] = [];
  if (words.state === 'notStarted' && (words.paidWan ?? 0) > 0) findings.push('paidBeforeStart');
  const last = before?.state ?? null;
  if (words.state !== null && last !== null && rankOf(words.state) < rankOf(last)) {
    findings.push('fellBack');
  }
  if (words.paper !== null) findings.push('paper');
  return findings;
}

/**
 * How far a measure is that several departments carry out: as far as the slowest of them, but begun
 * as soon as one has begun.
 * @param states of the approved reports
 * @returns null: none is approved
 * @example measureStateOf(['done', 'notStarted']) // 'inProgress'
 */
export function measureStateOf(states: readonly MeasureState[]): MeasureState | null {
  if (states.length === 0) return null;
  const ranks = states.map(rankOf);
  const slowest = Math.min(...ranks);
  const begun = Math.max(...ranks) > 0;
  return MEASURE_STATES[begun ? Math.max(slowest, 1) : slowest] ?? null;
}

/** A department as far as duties follow from it. */
export interface Office {
  readonly id: string;
  readonly validTo: string | null;
  readonly successorId: string | null;
}

/**
 * Who owes a report on a measure for a year: the departments that the document names, or those that
 * had taken over from them by the end of it. Two that merged owe one report. Whoever wrote one for
 * that year keeps the duty.
 * @param named in the document's order
 * @param reported departments that have a report of the measure in that year
 */
export function owingDepartments(
  named: readonly string[],
  year: number,
  offices: ReadonlyMap<string, Office>,
  reported: readonly string[],
): string[] {
  const owing = named.map((id) =>
    reported.includes(id) ? id : heirOn(id, `${year}-12-31`, offices),
  );
  return [...new Set([...owing, ...reported])];
}
