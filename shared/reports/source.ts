import type { BoardIndicator, Dashboard } from '../dashboard.ts';
import { type Say, speaker } from '../figures.ts';
import type { Language } from '../i18n/languages.ts';
import type { MeasureResult, MeasureState } from '../measures.ts';
import type { ExplainWords } from '../wording.ts';
import type { Fact, ReportWords, TextSection } from './words.ts';

/** Whose report it is: the merged one of the zone, or that of one department. */
export const ZONE = 'zone';

/** What one department says about one measure, approved or sealed. */
export interface MeasureAccount {
  readonly departmentId: string;
  readonly state: MeasureState | null;
  readonly done: string;
  readonly results: readonly MeasureResult[];
  /** In 万元; null: not said. */
  readonly paidWan: number | null;
  readonly problems: string;
  readonly nextSteps: string;
}

export interface ReportMeasure {
  readonly id: string;
  readonly number: number;
  readonly titleZh: string;
  readonly titleEn: string;
  /** As the document names them. */
  readonly departmentIds: readonly string[];
  readonly accounts: readonly MeasureAccount[];
}

export interface ReportEvidence {
  readonly indicatorId: string;
  readonly name: string;
  readonly sha256: string;
}

/** Everything that a report is made of. The same source always gives the same paper. */
export interface ReportSource {
  /** As of the year reported: of the sealed package, or as known now for a draft. */
  readonly board: Dashboard;
  /** `ZONE`, or a department's id. */
  readonly scope: string;
  /** All of the plan, in the document's order; a department's report picks its own. */
  readonly measures: readonly ReportMeasure[];
  readonly evidence: readonly ReportEvidence[];
  /** What people wrote; absent or empty: nothing. */
  readonly texts: Readonly<Partial<Record<TextSection | Fact, string>>>;
  /** null: the year is not sealed, and the report can only be a draft. */
  readonly seal: { readonly sha256: string; readonly sealedOn: string } | null;
  /** Whether this is the paper that is issued: without 草稿. */
  readonly final: boolean;
}

/** A language with all that a report says in it. */
export interface Voice {
  readonly language: Language;
  readonly words: ReportWords;
  readonly explain: ExplainWords;
}

export function pick({ language }: Voice, zh: string, en: string): string {
  return language === 'zh-CN' ? zh : en;
}

/** The unit of an indicator in the language; null: it has none. */
export function unitOf({ unitZh, unitEn }: BoardIndicator, voice: Voice): string | null {
  return unitZh === null || unitEn === null ? (unitZh ?? unitEn) : pick(voice, unitZh, unitEn);
}

/** Puts the figures of an indicator into the language. */
export function sayOf(indicator: BoardIndicator, voice: Voice): Say {
  const { target, decimals, levels, conditionNames } = indicator;
  return speaker(
    { kind: target.kind, unit: unitOf(indicator, voice), decimals },
    {
      levels: new Map(levels.map((one) => [one.level, pick(voice, one.nameZh, one.nameEn)])),
      conditions: new Map(
        conditionNames.map((one) => [one.id, pick(voice, one.nameZh, one.nameEn)]),
      ),
    },
    voice.explain.figures,
  );
}

/** The indicators of a report: all of them, or those that the one department leads. */
export function indicatorsOf({ board, scope }: ReportSource): BoardIndicator[] {
  return board.indicators.filter(
    ({ lead }) => scope === ZONE || (lead.state === 'named' && lead.departmentIds[0] === scope),
  );
}

/** The measures of a report: all, or those in which the one department has a part, with its own account. */
export function measuresOf({ measures, scope }: ReportSource): ReportMeasure[] {
  if (scope === ZONE) return [...measures];
  return measures
    .filter(
      ({ departmentIds, accounts }) =>
        departmentIds.includes(scope) || accounts.some((one) => one.departmentId === scope),
    )
    .map((measure) => ({
      ...measure,
      accounts: measure.accounts.filter((one) => one.departmentId === scope),
    }));
}

/** What a department is called; its id where the plan does not know it. */
export function departmentName({ board }: ReportSource, id: string, voice: Voice): string {
  const found = board.departments.find((one) => one.id === id);
  return found === undefined ? id : pick(voice, found.shortNameZh, found.nameEn);
}
