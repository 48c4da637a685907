import type { Indicator, TargetVersion } from '../../shared/plans.ts';
import { isPending } from '../../shared/engine-target.ts';
import { decimalsOf, speaker, type Say } from '../../shared/figures.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';

export interface Speech {
  readonly language: Language;
  readonly messages: Messages;
}

/** What decides the words of a target; a version has it, and so has one that is only typed. */
export type ToldTarget = Pick<
  TargetVersion,
  'kind' | 'value' | 'lower' | 'upper' | 'reductionPct' | 'tonnesCut' | 'targetLevel'
> & { readonly conditions: TargetVersion['conditions'] };

/** Figures of an indicator in the language, with its unit. */
export function sayOf(indicator: Indicator, { language, messages }: Speech): Say {
  const pick = (zh: string | null, en: string | null) => (language === 'zh-CN' ? zh : (en ?? zh));
  const { kind, unitZh, unitEn, decimals, levels } = indicator;
  return speaker(
    { kind, unit: pick(unitZh, unitEn), decimals },
    {
      levels: new Map(
        levels.map(({ level, nameZh, nameEn }) => [level, pick(nameZh, nameEn) ?? '']),
      ),
      conditions: new Map(),
    },
    messages.explain.figures,
  );
}

/** A figure with the places of the indicator, or with as many as it was written with. */
export function exactly(indicator: Indicator, say: Say, value: number): string {
  const written = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return say.figure(value, Math.max(decimalsOf({ ...indicator, unit: null }), written));
}

/**
 * What a target asks for, in words, with the sum that it comes from.
 * @param baseYear the year that a reduction is counted from
 * @example targetWords(cod, { kind: 'atMost', value: 102, tonnesCut: 18, … }, 2015, chinese)
 *   // '不高于102.00吨（2015年 120.00吨 − 18.00吨）'
 */
export function targetWords(
  indicator: Indicator,
  target: ToldTarget,
  baseYear: number,
  speech: Speech,
): string {
  const { messages, language } = speech;
  const words = messages.plans.target;
  const say = sayOf(indicator, speech);
  const figure = (value: number) => exactly(indicator, say, value);
  if (isPending({ ...target, path: null })) return words.pending;
  switch (target.kind) {
    case 'atLeast':
      return words.atLeast(figure(target.value ?? 0));
    case 'atMost': {
      const ceiling = target.value ?? 0;
      if (target.tonnesCut === null) return words.atMost(figure(ceiling));
      const base = Number((ceiling + target.tonnesCut).toPrecision(15));
      return words.cut(figure(ceiling), baseYear, figure(base), figure(target.tonnesCut));
    }
    case 'countRange': {
      const lower = target.lower ?? 0;
      const { upper } = target;
      if (upper === null) return words.atLeast(figure(lower));
      if (upper === lower) return words.exactly(figure(lower));
      return words.range(String(lower), figure(upper));
    }
    case 'reduction':
      return target.reductionPct === 0
        ? words.notAbove(baseYear)
        : words.reduction(baseYear, `${target.reductionPct ?? 0}%`);
    case 'rating':
      return words.level(say.level(target.targetLevel ?? 0));
    case 'milestone':
      return words.conditions(
        target.conditions.map(({ nameZh, nameEn }) => (language === 'zh-CN' ? nameZh : nameEn)),
      );
    case 'directional':
      return indicator.direction === 'up' ? words.better.up : words.better.down;
  }
}

/**
 * The year that a target is counted from: of the baseline that its tonnes were cut from, else of the
 * one that stands, else the suggested one.
 */
export function baseYearOf(
  { baselines, baselineYearSuggested }: Indicator,
  target: Pick<ToldTarget, 'value' | 'tonnesCut'> | null,
): number {
  const known = baselines.filter(({ value }) => value !== null);
  const tonnes = target?.tonnesCut ?? null;
  const cut =
    tonnes === null
      ? undefined
      : known.find(({ value }) => Math.abs((value ?? 0) - tonnes - (target?.value ?? 0)) < 1e-6);
  return (cut ?? known[0])?.year ?? baselineYearSuggested;
}
