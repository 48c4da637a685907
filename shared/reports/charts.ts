import { holdsIn } from '../assessment/milestone.ts';
import type { BoardIndicator } from '../dashboard.ts';
import { asJudged } from '../figure-years.ts';
import { decimalsOf } from '../figures.ts';
import type { PaperChart } from '../paper.ts';
import { planLine, plannedOf } from '../plan-path.ts';
import { targetWords } from './annexes.ts';
import { indicatorsOf, pick, type ReportSource, sayOf, unitOf, type Voice } from './source.ts';

/** The charts of a report, one for each indicator that has a figure up to its year. */
export function chartsOf(source: ReportSource, voice: Voice): PaperChart[] {
  return indicatorsOf(source)
    .map((indicator) => chartOf(indicator, source, voice))
    .filter((chart) => chart !== null)
    .map((chart, at) => ({ ...chart, caption: voice.words.chartCaption(at + 1, chart.caption) }));
}

function chartOf(indicator: BoardIndicator, source: ReportSource, voice: Voice): PaperChart | null {
  const { plan, year } = source.board;
  const { target, readings } = indicator;
  const { figures } = voice.words;
  const last = Math.max(year, Math.min(plan.endYear, target.deadline));
  const years = Array.from(
    { length: last - plan.baselineYear + 1 },
    (_, at) => plan.baselineYear + at,
  );
  const judged = new Map(
    asJudged(readings)
      .filter((one) => one.year <= year)
      .map((one) => [one.year, one]),
  );
  const isMilestone = target.kind === 'milestone';
  const reported = (at: number): number | null => {
    if (isMilestone) {
      return judged.has(at) ? target.conditions.filter((one) => holdsIn(one, at)).length : null;
    }
    const baseline = target.baseline;
    if (at === baseline.year && baseline.value !== null) return baseline.value;
    return judged.get(at)?.value ?? null;
  };
  const actual = years.map(reported);
  if (actual.every((value) => value === null)) return null;
  const line = new Map(
    isMilestone ? [] : planLine(plannedOf(indicator)).map((one) => [one.year, one.value]),
  );
  const goal = isMilestone ? target.conditions.length : indicator.assessment.targetValue;
  const name = pick(voice, indicator.nameZh, indicator.nameEn);
  const say = sayOf(indicator, voice);
  const whole = isMilestone || target.kind === 'rating';
  const places = whole
    ? 0
    : decimalsOf({ kind: target.kind, unit: null, decimals: indicator.decimals });
  const write = (value: number): string => (isMilestone ? String(value) : say.figure(value));
  return {
    kind: 'chart',
    caption: `${indicator.code} ${name}`,
    type: 'line',
    categories: years.map(figures.year),
    series: [
      { name: figures.actual, role: 'actual', values: actual },
      ...(line.size === 0
        ? []
        : [
            {
              name: figures.plan,
              role: 'plan' as const,
              values: years.map((at) => line.get(at) ?? null),
            },
          ]),
      ...(goal === null
        ? []
        : [{ name: figures.target, role: 'target' as const, values: years.map(() => goal) }]),
    ],
    numberFormat: places === 0 ? '0' : `0.${'0'.repeat(places)}`,
    unit: isMilestone
      ? figures.conditionsHeld
      : target.kind === 'rating'
        ? figures.level
        : unitOf(indicator, voice),
    description: figures.describe(
      name,
      years.flatMap((at, index) => {
        const value = actual[index] ?? null;
        return value === null ? [] : [figures.point(at, write(value))];
      }),
      targetWords(indicator, plan.endYear, voice),
    ),
    height: 60,
  };
}
