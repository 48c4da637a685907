import { speaker, type Say } from '../../shared/figures.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import type { KnownIndicator } from '../../shared/dashboard.ts';

/** A language with its sentences: what every pure function of this room speaks with. */
export interface Speech {
  readonly language: Language;
  readonly messages: Messages;
}

/** Picks the wording of the data for the language. */
export function pick({ language }: Speech, zh: string, en: string): string {
  return language === 'zh-CN' ? zh : en;
}

/** The unit of an indicator in the language; null: it has none. */
export function unitOf({ unitZh, unitEn }: Units, speech: Speech): string | null {
  return unitZh === null || unitEn === null ? (unitZh ?? unitEn) : pick(speech, unitZh, unitEn);
}
type Units = Pick<KnownIndicator, 'unitZh' | 'unitEn'>;

/** The speaker of an indicator: puts its figures, levels and conditions into the language. */
export function speakerOf(indicator: KnownIndicator, speech: Speech): Say {
  const { target, decimals, levels, conditionNames } = indicator;
  return speaker(
    { kind: target.kind, unit: unitOf(indicator, speech), decimals },
    {
      levels: new Map(
        levels.map(({ level, nameZh, nameEn }) => [level, pick(speech, nameZh, nameEn)]),
      ),
      conditions: new Map(
        conditionNames.map(({ id, nameZh, nameEn }) => [id, pick(speech, nameZh, nameEn)]),
      ),
    },
    speech.messages.explain.figures,
  );
}
