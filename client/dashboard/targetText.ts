import type { Dashboard, KnownIndicator } from '../../shared/dashboard.ts';
import { numeral, placesOf } from '../../shared/figures.ts';
import { pick, speakerOf, type Speech } from './speak.ts';

/** A stated figure with the places it was stated with: 60, 85, 0.5. */
const stated = (value: number): string => numeral(value, placesOf(value));

/** At most so many characters of condition names stand in the table; otherwise they are counted. */
const MOST_NAMES = { 'zh-CN': 8, en: 22 } as const;

/**
 * What the target asks for, short enough for a table cell and without the unit, which has a column
 * of its own. A deadline before the end of the plan is named.
 * Example: "≥60", "3–5", "下降≥16%", "2016年底≥1", "2020年底建成、运营", "待下达".
 */
export function targetText(
  indicator: KnownIndicator,
  plan: Pick<Dashboard['plan'], 'endYear'>,
  speech: Speech,
): string {
  const { target } = indicator;
  const words = speech.messages.dashboard.target;
  if (isPending(indicator)) return words.pending;
  const dated = (text: string): string =>
    target.deadline === plan.endYear ? text : words.by(target.deadline, text);
  switch (target.kind) {
    case 'atLeast':
      return dated(`≥${stated(target.value ?? 0)}`);
    case 'atMost':
      return dated(`≤${stated(target.value ?? 0)}`);
    case 'countRange': {
      const lower = target.lower ?? 0;
      const { upper } = target;
      if (upper === null) return dated(`≥${stated(lower)}`);
      return dated(upper === lower ? stated(lower) : `${stated(lower)}–${stated(upper)}`);
    }
    case 'reduction':
      return dated(
        target.reductionPct === 0
          ? words.notAboveBaseline
          : words.reduction(stated(target.reductionPct ?? 0)),
      );
    case 'milestone': {
      const names = indicator.conditionNames.map(({ nameZh, nameEn }) =>
        pick(speech, nameZh, nameEn),
      );
      const joined = words.conditions(names);
      return words.by(
        target.deadline,
        joined.length <= MOST_NAMES[speech.language] ? joined : words.allOf(names.length),
      );
    }
    case 'rating':
      return dated(words.level(speakerOf(indicator, speech).level(target.targetLevel ?? 0)));
    case 'directional':
      return dated(target.direction === 'up' ? words.better.up : words.better.down);
  }
}

/** Whether the target is still to be assigned (待下达). */
export function isPending({ target }: Pick<KnownIndicator, 'target'>): boolean {
  switch (target.kind) {
    case 'atLeast':
    case 'atMost':
      return target.value === null;
    case 'countRange':
      return target.lower === null;
    case 'reduction':
      return target.reductionPct === null;
    case 'rating':
      return target.targetLevel === null;
    case 'milestone':
      return target.conditions.length === 0;
    case 'directional':
      return false;
  }
}
