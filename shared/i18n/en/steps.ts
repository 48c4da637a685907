import { displayDecimals, displayPaceRatio } from '../../assessment/round.ts';
import type { Confidence, Flag, Outlook, PaceStatus } from '../../assessment/types.ts';
import { numeral } from '../../figures.ts';
import type { StepWords } from '../../wording.ts';
import { statuses as words } from './statuses.ts';

/** The name of a status inside a sentence. */
const named = (status: keyof typeof words.names): string => words.names[status].toLowerCase();

const years = (count: number): string => `${count} ${count === 1 ? 'year' : 'years'}`;

export const outlooks: Record<Outlook, string> = {
  likely: 'likely to reach the target',
  possible: 'may reach the target',
  unlikely: 'unlikely to reach the target',
  insufficientData: 'too few points to say',
};

export const confidences: Record<Confidence, string> = {
  veryLow: 'very low confidence',
  low: 'low confidence',
  moderate: 'moderate confidence',
};

const flagSentences: Record<Flag, (year: number | null) => string> = {
  early: (year) =>
    year === null
      ? 'The target is met before its deadline'
      : `The target is met since ${year}, before its deadline`,
  metAtBaseline: () => 'The baseline already met the target',
  nearTargetAtBaseline: () => 'The baseline was already close to the target',
  regressed: () => 'An earlier year met the target; it has fallen back since',
  movingAway: () => 'It is farther from the target than at the baseline',
  stale: (year) =>
    year === null
      ? 'The figure is older than the year it is due for'
      : `This year is missing; the figure of ${year} was used`,
  awaitingFinal: () => 'The figure of the deadline year is missing, so there is no verdict yet',
  carriedForward: (year) =>
    `A total never falls, so ${year === null ? 'an earlier figure' : `the figure of ${year}`} still counts`,
  achievedLate: () => 'Met after the deadline only; the verdict remains missed',
  notSustained: () => 'Achieved at the deadline, below the target since',
  provisional: (year) =>
    `The figure${year === null ? '' : ` of ${year}`} is an estimate or preliminary and may still change`,
  compoundFallbackLinear: () =>
    'A figure is not positive, so the path of equal rates became linear',
  seriesBreak: () => 'The scope changed; figures before the change cannot be compared',
  deadlinePassed: () => 'The deadline has passed',
};

/** A pace ratio with the places it takes not to make a missed cut look reached. */
const ratioText = (ratio: number, cuts: readonly number[]): string => {
  const shown = displayPaceRatio(ratio) * 100;
  const next = cuts.find((cut) => ratio < cut);
  const places = next === undefined ? 1 : displayDecimals(shown, next * 100, 1, 1);
  const text = `${numeral(shown, places)}%`;
  if (ratio > 2) return `more than ${text}`;
  return ratio < -1 ? `less than ${text}` : text;
};

const cutText = (result: PaceStatus, onTrackFrom: number, behindFrom: number): string => {
  const upper = `${Math.round(onTrackFrom * 100)}%`;
  const lower = `${Math.round(behindFrom * 100)}%`;
  if (result === 'onTrack') return `at least ${upper}: ${named('onTrack')}`;
  if (result === 'behind') return `between ${lower} and ${upper}: ${named('behind')}`;
  return `below ${lower}: ${named('farBehind')}`;
};

/** One sentence a step, with figures already written in their unit. */
export const steps: StepWords = {
  ruleAtLeast: ({ target, deadline }, say) =>
    `At least: ${say.stated(target)} or more by the end of ${deadline}`,
  ruleAtMost: ({ target, deadline }, say) =>
    `At most: ${say.stated(target)} or less by the end of ${deadline}`,
  ruleCountRange: ({ lower, upper, deadline }, say) =>
    upper === null
      ? `Count: ${say.stated(lower)} or more by the end of ${deadline}`
      : `Count: ${lower}–${say.stated(upper)} by the end of ${deadline}; ${lower} achieve the target, more than ${upper} exceed it`,
  ruleReduction: ({ reductionPct, target, deadline }, say) => {
    const goal =
      reductionPct === 0
        ? 'not above the baseline'
        : `at least ${say.statedPercent(reductionPct)} below the baseline`;
    return `Reduction: ${goal} by the end of ${deadline}${target === null ? '' : `, that is ${say.figure(target)} or less`}`;
  },
  ruleMilestone: ({ conditions, deadline }) =>
    conditions === 1
      ? `Milestone: its condition holds by the end of ${deadline}`
      : `Milestone: all ${conditions} conditions hold by the end of ${deadline}`,
  ruleRating: ({ target, deadline }, say) =>
    `Rating: "${say.level(target)}" or better by the end of ${deadline}`,
  ruleDirectional: ({ direction, deadline }) =>
    `Direction: ${direction === 'up' ? 'above' : 'below'} the baseline in ${deadline}`,
  targetPending: ({ deadline, deadlinePassed }) =>
    `The target has not been assigned (deadline end of ${deadline}${deadlinePassed ? ', passed' : ''}); nothing is judged until it is`,
  baseline: ({ year, value }, say) => `Baseline: ${say.figure(value)} in ${year}`,
  baselineMissing: ({ year }) => `Baseline: no figure for ${year}`,
  baselineUnusable: ({ year, value, why }, say) =>
    why === 'broken'
      ? `Baseline: ${say.figure(value)} in ${year}, not comparable since the change of scope`
      : `Baseline: ${say.figure(value)} in ${year}, ${why}, so no reduction can be computed`,
  lowestLevelAssumed: ({ year, level }, say) =>
    `Baseline: not rated in ${year}, so it starts from the lowest level, "${say.level(level)}"`,
  actual: ({ year, value, dueYear, lag }, say) =>
    `${say.kind === 'rating' ? `"${say.figure(value)}"` : say.figure(value)} in ${year}${lag > 0 ? ` (due for ${dueYear}, ${years(lag)} old)` : ''}`,
  cumulativeReduction: ({ actual, baseline, pct }, say) =>
    `Cumulative reduction = 1 − ${say.number(actual)} ÷ ${say.number(baseline)} = ${say.percent(pct)}`,
  attainment: ({ kind, actual, target, share }, say) => {
    const write = kind === 'reduction' ? (value: number) => say.percent(value) : say.number;
    const [over, under] = kind === 'atMost' ? [target, actual] : [actual, target];
    return `Attainment = ${write(over)} ÷ ${write(under)} = ${say.share(share)}`;
  },
  comparison: ({ actual, target, sign, met }, say) => {
    const [left, right] = say.pair(actual, target, sign);
    if (say.kind === 'rating') {
      return `"${left}" ${met ? 'reaches' : 'does not reach'} the target "${right}"`;
    }
    const mark = sign > 0 ? (met ? '≥' : '<') : met ? '≤' : '>';
    return `${left} ${mark} ${right}: target ${met ? 'met' : 'not met'}`;
  },
  noReadings: () => 'There is no approved figure yet',
  baselineNeeded: ({ reason }) =>
    reason === 'noBaseline'
      ? 'It cannot be judged without a usable baseline'
      : `The baseline is ${reason === 'zeroBaseline' ? 'zero' : 'negative'}, so it cannot be judged`,
  tooOld: ({ year, dueYear, lag, oldest }) =>
    `The latest figure is of ${year}, ${years(lag)} older than ${dueYear}; at most ${years(oldest)} is allowed`,
  deadlineReadingMissing: ({ deadline, latestYear }) =>
    `The figure of ${deadline} is missing${latestYear === null ? '' : ` (the latest is of ${latestYear})`}; at the deadline no earlier year can stand in`,
  notJudged: ({ reason, year }) => {
    switch (reason) {
      case 'noBaseline':
        return 'Without a baseline only the target itself is tested before the deadline, not the pace';
      case 'seriesBreak':
        return 'No comparable baseline since the change of scope, so the pace is not judged';
      case 'baselineYear':
        return `${year} is the baseline year, where the count begins`;
      case 'noNodePlan':
        return 'The conditions have no planned years, so the pace is not judged before the deadline';
    }
  },
  excess: ({ actual, target, decimals, sign, beyond }, say) =>
    `To ${decimals} decimal ${decimals === 1 ? 'place' : 'places'}: ${say.figure(actual, decimals)} ${beyond ? (sign > 0 ? '>' : '<') : '='} ${say.figure(target, decimals)}: ${beyond ? 'exceeded' : 'not exceeded'}`,
  excessUnits: ({ actual, limit, beyond }, say) =>
    `${say.figure(actual)} ${beyond ? '>' : '≤'} ${say.figure(limit)}: ${beyond ? 'exceeded' : 'not exceeded'}`,
  excessReduction: ({ actualPct, targetPct, beyond }, say) =>
    `${say.percent(actualPct)} ${beyond ? '>' : '='} ${say.percent(targetPct)}: ${beyond ? 'exceeded' : 'not exceeded'}`,
  excessLevel: ({ actual, target, beyond }, say) =>
    beyond
      ? `"${say.level(actual)}" is above the target "${say.level(target)}": exceeded`
      : 'Not above the target level, or there from the start: not exceeded',
  excessNotCounted: ({ baseline, target }, say) =>
    `The baseline of ${say.figure(baseline)} already met ${say.figure(target)}; keeping it is not an excess`,
  overshoot: ({ pct }, say) => `${say.percent(pct, 1)} beyond the target`,
  attained: ({ year }) => `Target met since ${year}`,
  verdict: ({ deadline, year, met }) =>
    `Verdict on ${year === deadline ? `the figure of ${deadline}` : `the total of ${year}, carried forward`}: ${met ? 'target met' : 'target missed'}`,
  maintain: ({ why, baseline, target, nearShare }, say) =>
    why === 'met'
      ? `The baseline of ${say.figure(baseline)} already met ${say.figure(target)}: the task is to keep it`
      : `The baseline of ${say.figure(baseline)} is within ${say.share(nearShare, 0)} of the target ${say.figure(target)}: the task is to keep it`,
  maintainRatio: ({ numerator, denominator, ratio, onTrackFrom, behindFrom, result }, say) =>
    `Ratio kept = ${say.number(numerator)} ÷ ${say.number(denominator)} = ${ratioText(ratio, [behindFrom, onTrackFrom])}, ${cutText(result, onTrackFrom, behindFrom)}`,
  maintainRatioUndefined: ({ actual, target, result }, say) =>
    `${say.figure(actual)} and ${say.figure(target)} cannot be divided: ${named(result)}`,
  completion: ({ shape, actual, baseline, target, share }, say) =>
    shape === 'linear'
      ? `Completion = (${say.number(actual)} − ${say.number(baseline)}) ÷ (${say.number(target)} − ${say.number(baseline)}) = ${say.share(share)}`
      : `Completion = ln(${say.number(actual)} ÷ ${say.number(baseline)}) ÷ ln(${say.number(target)} ÷ ${say.number(baseline)}) = ${say.share(share)}`,
  movingAway: ({ actual, baseline }, say) =>
    `${say.figure(actual)} is farther from the target than the baseline of ${say.figure(baseline)}: ${named('farBehind')}`,
  timeProgress: ({ year, from, to, share }, say) =>
    `Time elapsed = (${year} − ${from}) ÷ (${to} − ${from}) = ${say.share(share)}`,
  plannedOnPath: ({ shape, year, from, to, checkpoints, value }, say) => {
    const nodes =
      checkpoints === 0
        ? ''
        : ` through ${checkpoints} ${checkpoints === 1 ? 'checkpoint' : 'checkpoints'}`;
    return `From ${say.number(from.value)} in ${from.year} to ${say.number(to.value)} in ${to.year} by equal ${shape === 'linear' ? 'amounts' : 'rates'}${nodes}, ${say.planned(value)} is due in ${year}`;
  },
  plannedWholeUnits: ({ planned }, say) => `Only whole ones fall due: ${say.figure(planned)}`,
  plannedCompletion: ({ shape, planned, baseline, target, share }, say) => {
    const result = share === null ? '' : ` = ${say.share(share)}`;
    return shape === 'linear'
      ? `Planned completion = (${say.number(planned)} − ${say.number(baseline)}) ÷ (${say.number(target)} − ${say.number(baseline)})${result}`
      : `Planned completion = ln(${say.number(planned)} ÷ ${say.number(baseline)}) ÷ ln(${say.number(target)} ÷ ${say.number(baseline)})${result}`;
  },
  nothingDue: ({ result }) =>
    `Nothing is due yet under the plan: ${result === 'onTrack' ? named('onTrack') : 'the pace is not judged'}`,
  gap: ({ completion, planned, pp }, say) =>
    `Gap = ${say.share(completion)} − ${say.share(planned)} = ${say.pp(pp)}${pp > 0 ? ' (ahead)' : pp < 0 ? ' (behind)' : ''}`,
  paceRatio: ({ completion, planned, ratio, onTrackFrom, behindFrom, result }, say) =>
    `Pace ratio = ${say.share(completion)} ÷ ${say.share(planned)} = ${ratioText(ratio, [behindFrom, onTrackFrom])}, ${cutText(result, onTrackFrom, behindFrom)}`,
  plannedLevel: ({ source, year, elapsed, level }, say) =>
    source === 'plan' || elapsed === null
      ? `By the plan "${say.level(level)}" is due in ${year}`
      : `With ${say.share(elapsed)} of the time elapsed, "${say.level(level)}" is due in ${year}`,
  levelGap: ({ gap, result }) =>
    gap <= 0
      ? `Not below the level due: ${named(result)}`
      : `${gap} ${gap === 1 ? 'level' : 'levels'} below the level due: ${named(result)}`,
  againstBaseline: ({ actual, baseline, better }, say) =>
    `${say.figure(actual)} is ${better > 0 ? 'better than' : better < 0 ? 'worse than' : 'equal to'} the baseline of ${say.figure(baseline)}`,
  reported: ({ through, dueYear, lag }) =>
    `Reported up to ${through}${lag > 0 ? ` (due up to ${dueYear})` : ''}`,
  condition: ({ id, holds, metYear, lostYear, plannedYear, overdue }, say) => {
    const state = holds
      ? `met${metYear === null ? '' : ` in ${metYear}`}`
      : lostYear !== null && metYear !== null
        ? `met in ${metYear}, lost in ${lostYear}`
        : 'not met';
    const late = overdue > 0 ? `, ${overdue} year-${overdue === 1 ? 'end' : 'ends'} ago` : '';
    const plan = plannedYear === null ? '' : ` (planned for ${plannedYear}${late})`;
    return `${say.condition(id)}: ${state}${plan}`;
  },
  conditionsHolding: ({ year, holding, total }) =>
    `${holding} of ${total} ${total === 1 ? 'condition' : 'conditions'} met at the end of ${year}`,
  nodePlan: ({ year, due, holding, mostOverdue, result }) =>
    `By the end of ${year}, ${due} due and ${holding} met${mostOverdue > 0 ? `, the oldest ${mostOverdue} year-${mostOverdue === 1 ? 'end' : 'ends'} overdue` : ''}: ${named(result)}`,
  checkpoint: ({ year, planned, actual, result }, say) => {
    const due = planned === null ? '' : ` ${say.figure(planned)}`;
    const met =
      result === 'unknown' ? 'nothing to compare' : result === 'met' ? 'reached' : 'not reached';
    return `Checkpoint ${year}:${due}, ${actual === null ? '' : `${say.figure(actual)} reported, `}${met}`;
  },
  neededThisYear: ({ year, amount, planned, sign }, say) => {
    const verb = sign > 0 ? 'more' : 'less';
    const up =
      say.kind === 'rating' ? `${say.difference(amount)} up` : `${say.difference(amount)} ${verb}`;
    return `${up} would reach the plan for ${year}, ${say.kind === 'rating' ? `"${say.planned(planned)}"` : say.planned(planned)}`;
  },
  neededConditions: ({ ids }, say) =>
    `Due and not met: ${ids.map((id) => say.condition(id)).join(', ')}`,
  requiredAmount: ({ perYear, years: left, deadline }, say) =>
    `${years(left)} left until ${deadline}: ${say.difference(perYear)} ${perYear < 0 ? 'less' : 'more'} a year needed on average`,
  requiredRate: ({ perYear, years: left, deadline }, say) =>
    `${years(left)} left until ${deadline}: a ${perYear < 0 ? 'fall' : 'rise'} of ${say.share(Math.abs(perYear), 2)} a year needed on average`,
  projection: ({ method, scale, n, deadline, value, outlook, confidence }, say) =>
    `At the ${method === 'twoPoint' ? 'speed between two points' : `median speed of ${n} points`}${scale === 'log' ? ' (equal rates)' : ''}, about ${say.figure(value)} in ${deadline}: ${outlooks[outlook]}, ${confidences[confidence]}`,
  projectionBand: ({ low, high }, say) =>
    `Scenario band ${say.number(Math.min(low, high))} to ${say.figure(Math.max(low, high))}, from the slowest and the fastest year; not a confidence interval`,
  noProjectionBand: ({ n }) => `${n} points are too few for a band`,
  attainmentForecast: ({ year }) =>
    year === null
      ? 'At this speed the target is not in sight'
      : `At this speed the target is reached in ${year}`,
  altPath: ({ shape, result, differs }) =>
    `On a path of equal ${shape === 'linear' ? 'amounts' : 'rates'}: ${named(result)}${differs ? ', so the status depends on the path' : ', the same'}`,
  trend: ({ result }) => {
    const trends = {
      significantProgress: 'marked improvement',
      moderateProgress: 'slight improvement',
      moderateMovementAway: 'slight decline',
      significantMovementAway: 'marked decline',
    };
    return `Average yearly change: ${trends[result]}`;
  },
  flag: ({ flag, year }) => flagSentences[flag](year),
  status: ({ status, reason }) =>
    `${words.names[status]}${reason === null ? '' : ` (${words.reasons[reason].charAt(0).toLowerCase()}${words.reasons[reason].slice(1)})`}`,
};
