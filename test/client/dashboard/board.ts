import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assess } from '../../../shared/assessment/assess.ts';
import type { Target } from '../../../shared/assessment/types.ts';
import {
  dashboard as answer,
  type BoardReading,
  type Dashboard,
} from '../../../shared/dashboard.ts';
import { FIGURES, LEADS, SETTINGS, UNAPPROVED, type Figure } from './illustrative.ts';

/** What this fixture needs of the plan file. */
interface PlanFile {
  document: {
    id: string;
    titleZh: string;
    titleEn: string;
    shortTitleZh: string;
    shortTitleEn: string;
  };
  period: { baselineYear: number; startYear: number; endYear: number };
  themes: { id: string; nameZh: string; nameEn: string }[];
  departments: { id: string; shortNameZh: string; fullNameZh: string; nameEn: string }[];
  indicators: PlanIndicator[];
}
interface Condition {
  id: string;
  nameZh: string;
  nameEn: string;
  plannedYear: number | null;
}
interface PlanIndicator {
  id: string;
  code: string;
  themeId: string;
  nameZh: string;
  nameEn: string;
  kind: Dashboard['indicators'][number]['documentKind'];
  unitZh: string | null;
  unitEn: string | null;
  decimals: number | null;
  direction: 'up' | 'down';
  deadlineYear: number;
  baselineYearSuggested: number;
  baseline: { year: number; value: number } | null;
  target: {
    levels?: { level: number; nameZh: string; nameEn: string }[];
    conditions?: Condition[];
  };
  incremental: boolean;
  tentative: boolean;
  ratio: { multiplier: number } | null;
  departmentIds: string[];
}

const PLAN_FILE = fileURLToPath(new URL('../../../server/seed/plan.json', import.meta.url));

export interface BoardOptions {
  year?: number;
  /** `none`: the first day, as the document leaves it. */
  figures?: 'illustrative' | 'none';
  unapproved?: boolean;
  planFile?: string;
}

/**
 * A board as the server answers it: the real plan through the real engine, with made-up figures
 * that bring every status of the method to the screen in 2019.
 */
export function boardOf(options: BoardOptions = {}): Dashboard {
  const { year = 2019, figures = 'illustrative', unapproved = false } = options;
  const plan = JSON.parse(readFileSync(options.planFile ?? PLAN_FILE, 'utf8')) as PlanFile;
  const made = figures === 'illustrative';
  const { id, titleZh, titleEn, shortTitleZh, shortTitleEn } = plan.document;
  // The order in which the board lists them: by theme, then by the number in the code.
  const ordered = plan.themes.flatMap((theme) =>
    plan.indicators
      .filter((indicator) => indicator.themeId === theme.id)
      .sort((a, b) => Number(a.code.slice(1)) - Number(b.code.slice(1))),
  );
  // Parsed by the contract, so that the fixture can never be a board that no server would send.
  return answer.parse({
    plan: {
      id,
      titleZh,
      titleEn,
      shortTitleZh,
      shortTitleEn,
      ...plan.period,
      defaultYear: made ? 2019 : plan.period.startYear,
      illustrative: made,
    },
    year,
    known: 'now',
    sealedAt: null,
    revision: 1,
    themes: plan.themes,
    departments: plan.departments,
    indicators: ordered.map((indicator) => boardIndicator(indicator, year, made, unapproved)),
  });
}

function boardIndicator(
  indicator: PlanIndicator,
  year: number,
  made: boolean,
  unapproved: boolean,
) {
  const { code, kind, decimals, direction, baselineYearSuggested } = indicator;
  const setting = made ? SETTINGS[code] : undefined;
  const { levels = [], conditions = [], ...target } = indicator.target;
  const readings = (made ? (FIGURES[code] ?? []) : []).map((figure) => reading(indicator, figure));
  const inSight = readings.filter((each) => each.year <= year);
  const baseline = {
    year: indicator.baseline?.year ?? baselineYearSuggested,
    value: setting?.baseline ?? indicator.baseline?.value ?? null,
  };
  const common = {
    kind,
    ...target,
    ...setting?.target,
    baseline,
    deadline: indicator.deadlineYear,
    direction,
    ...(decimals === null ? {} : { decimals }),
  };
  const targetAt = (asOf: number): Target =>
    ({
      ...common,
      ...(kind === 'milestone'
        ? {
            conditions: conditions.map((each) => ({
              id: each.id,
              plannedYear: each.plannedYear,
              ...metIn(readings, each.id),
            })),
            reportedThrough: readings.findLast((each) => each.year <= asOf)?.year ?? null,
          }
        : {}),
    }) as Target;
  const engineReadings = readings.filter((each) => each.absence === null);
  const at = (asOf: number) => assess(targetAt(asOf), engineReadings, asOf);
  const history = [];
  for (let each = baselineYearSuggested; each <= year; each += 1) {
    const { status, flags } = at(each);
    history.push({ year: each, status, flags });
  }
  const lead = made ? (LEADS[code] ?? ['steb']) : indicator.departmentIds;
  return {
    ...indicator,
    documentKind: kind,
    multiplier: indicator.ratio?.multiplier ?? null,
    lead: {
      state: lead.length === 0 ? 'none' : lead.length === 1 ? 'named' : 'undecided',
      departmentIds: lead,
    },
    supportingDepartmentIds: [],
    levels,
    conditionNames: conditions,
    target: targetAt(year),
    readings: inSight,
    unapproved: unapproved
      ? (UNAPPROVED[code] ?? []).map((figure) => ({
          ...reading(indicator, figure),
          status: 'submitted',
        }))
      : [],
    assessment: at(year),
    history,
  };
}

function metIn(readings: readonly BoardReading[], id: string) {
  const days = readings.flatMap((each) => each.conditions.filter((one) => one.id === id));
  const metOn = days.at(-1)?.metOn ?? null;
  return { metYear: metOn === null ? null : Number(metOn.slice(0, 4)), lostYear: null };
}

function reading(indicator: PlanIndicator, figure: Figure): BoardReading {
  const { year, value = null, absence = null, provisional = false, met } = figure;
  return {
    id: `${indicator.id}-${year}`,
    year,
    status: 'approved',
    value,
    provisional,
    break: false,
    dataStatus: provisional ? 'preliminary' : 'final',
    numerator: null,
    denominator: null,
    absence,
    conditions: Object.entries(met ?? {}).map(([id, metOn]) => ({
      id,
      metOn,
      lostOn: null,
      documentNumber: null,
    })),
    source: '示例',
    figureYear: null,
    paper: false,
    corrections: 0,
  };
}
