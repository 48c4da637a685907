import * as z from 'zod/mini';
import {
  bodyPart,
  departmentPart,
  documentPart,
  indicatorPart,
  type IndicatorPart,
  measurePart,
  type MeasurePart,
  periodPart,
  planFile,
  type PlanFile,
  safeguardPart,
  themePart,
} from '../../shared/plan-file.ts';
import { YEARS_AFTER_END } from '../../shared/reading-rules.ts';
import { translate } from '../http/validation.ts';
import { checkIndicator, type Report, reportDuplicates } from './check-indicator.ts';
import type { PlanProblem } from './plan-problem.ts';

/**
 * Everything that is wrong with a plan file, at once: what the schema refuses and what the rules
 * refuse in those parts that the schema accepts. Quotes are compared with the text character for
 * character.
 * @param file the parsed JSON, of which nothing is known yet
 * @param text the document
 * @returns [] for a file that may be loaded
 * @example checkPlan({ …plan, themes: [] }, text)
 *   // [{ pointer: '/themes', code: 'tooSmall', values: { minimum: 1 } }, …unknownReference]
 */
export function checkPlan(file: unknown, text: string): PlanProblem[] {
  const problems = schemaProblems(file);
  const report: Report = (pointer, code, values) => {
    if (problems.some((known) => known.pointer === pointer && known.code === code)) return;
    problems.push({ pointer, code, ...(values === undefined ? {} : { values }) });
  };
  const plan = soundParts(file);
  checkQuotes(plan, text, report);
  checkUnique(plan, report);
  checkPeriod(plan, report);
  for (const { pointer, value } of plan.indicators) {
    checkIndicator(value, plan.period, below(report, pointer));
  }
  checkReferences(plan, report);
  checkLinks(plan, report);
  checkComponents(plan, report);
  checkObligations(plan, report);
  return problems;
}

function schemaProblems(file: unknown): PlanProblem[] {
  const result = z.safeParse(planFile, file, { reportInput: true });
  if (result.success) return [];
  return result.error.issues.flatMap((issue) =>
    translate(issue, 'file', file).map(({ pointer, code, values }) => ({
      pointer,
      code,
      ...(values === undefined ? {} : { values }),
    })),
  );
}

/** A part that the schema accepts, with its place in the file. */
interface Part<T> {
  readonly pointer: string;
  readonly value: T;
}

/** What can be checked by rules although other parts may be broken. */
interface SoundParts {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly document: PlanFile['document'] | null;
  readonly period: PlanFile['period'] | null;
  readonly themes: readonly Part<PlanFile['themes'][number]>[];
  readonly departments: readonly Part<PlanFile['departments'][number]>[];
  readonly bodies: readonly Part<PlanFile['bodies'][number]>[];
  readonly indicators: readonly Part<IndicatorPart>[];
  readonly measures: readonly Part<MeasurePart>[];
  readonly safeguards: readonly Part<PlanFile['safeguards'][number]>[];
}

function sound<T extends z.ZodMiniType>(schema: T, value: unknown): z.output<T> | null {
  const result = z.safeParse(schema, value);
  return result.success ? result.data : null;
}

function soundParts(file: unknown): SoundParts {
  const raw = typeof file === 'object' && file !== null ? (file as Record<string, unknown>) : {};
  const many = <T extends z.ZodMiniType>(schema: T, key: string): Part<z.output<T>>[] =>
    listOf(raw[key]).flatMap((element, at) => {
      const value = sound(schema, element);
      return value === null ? [] : [{ pointer: `/${key}/${at}`, value }];
    });
  return {
    raw,
    document: sound(documentPart, raw['document']),
    period: sound(periodPart, raw['period']),
    themes: many(themePart, 'themes'),
    departments: many(departmentPart, 'departments'),
    bodies: many(bodyPart, 'bodies'),
    indicators: many(indicatorPart, 'indicators'),
    measures: many(measurePart, 'measures'),
    safeguards: many(safeguardPart, 'safeguards'),
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function below(report: Report, prefix: string): Report {
  return (pointer, code, values) => report(`${prefix}${pointer}`, code, values);
}

function checkQuotes(plan: SoundParts, text: string, report: Report): void {
  const verbatim = (pointer: string, quote: string | null) => {
    if (quote !== null && !text.includes(quote)) report(pointer, 'notVerbatim');
  };
  verbatim('/document/effectiveQuote', plan.document?.effectiveQuote ?? null);
  for (const { pointer, value } of plan.bodies) verbatim(`${pointer}/quote`, value.quote);
  for (const { pointer, value } of plan.indicators) verbatim(`${pointer}/quote`, value.quote);
  for (const { pointer, value } of plan.measures) {
    verbatim(`${pointer}/text`, value.text);
    for (const [at, { quote }] of value.incentives.entries()) {
      verbatim(`${pointer}/incentives/${at}/quote`, quote);
    }
  }
  for (const { pointer, value } of plan.safeguards) {
    verbatim(`${pointer}/text`, value.text);
    for (const [at, { quote }] of value.obligations.entries()) {
      verbatim(`${pointer}/obligations/${at}/quote`, quote);
    }
  }
}

function by<T, K extends keyof T & string>(parts: readonly Part<T>[], key: K) {
  return parts.map(({ pointer, value }) => ({ pointer: `${pointer}/${key}`, key: value[key] }));
}

function checkUnique(plan: SoundParts, report: Report): void {
  const unique = (found: readonly { readonly pointer: string; readonly key: unknown }[]) =>
    reportDuplicates(
      found.map(({ key }) => key),
      (at) => report(found[at]?.pointer ?? '', 'duplicate'),
    );
  unique(by(plan.themes, 'id'));
  unique(by(plan.departments, 'id'));
  // An obligation names one of either.
  unique([...by(plan.departments, 'id'), ...by(plan.bodies, 'id')]);
  unique(by(plan.indicators, 'id'));
  unique(by(plan.indicators, 'code'));
  unique(by(plan.measures, 'id'));
  unique(by(plan.measures, 'number'));
  unique(by(plan.safeguards, 'number'));
  unique(
    plan.measures.flatMap(({ pointer, value }) =>
      value.incentives.map(({ id }, at) => ({
        pointer: `${pointer}/incentives/${at}/id`,
        key: id,
      })),
    ),
  );
  unique(
    plan.safeguards.flatMap(({ pointer, value }) =>
      value.obligations.map(({ id }, at) => ({
        pointer: `${pointer}/obligations/${at}/id`,
        key: id,
      })),
    ),
  );
}

function checkPeriod({ period }: SoundParts, report: Report): void {
  if (period === null) return;
  if (period.startYear < period.baselineYear) report('/period/startYear', 'datesOutOfOrder');
  if (period.endYear < period.startYear || period.endYear <= period.baselineYear) {
    report('/period/endYear', 'datesOutOfOrder');
  }
}

/** What the file declares under a key, broken parts included: they are no reason to miss a name. */
function declared(plan: SoundParts, list: string, key = 'id'): ReadonlySet<unknown> {
  return new Set(listOf(plan.raw[list]).map((part) => (part as Record<string, unknown>)?.[key]));
}

function checkReferences(plan: SoundParts, report: Report): void {
  const themes = declared(plan, 'themes');
  const departments = declared(plan, 'departments');
  const indicators = declared(plan, 'indicators');
  const numbers = declared(plan, 'measures', 'number');
  const known = (names: ReadonlySet<unknown>, pointer: string, value: string | number) => {
    if (!names.has(value)) report(pointer, 'unknownReference', { value });
  };
  const all = (
    names: ReadonlySet<unknown>,
    pointer: string,
    list: readonly (string | number)[],
  ) => {
    for (const [at, value] of list.entries()) known(names, `${pointer}/${at}`, value);
    reportDuplicates(list, (at) => report(`${pointer}/${at}`, 'duplicate'));
  };
  for (const { pointer, value } of plan.indicators) {
    known(themes, `${pointer}/themeId`, value.themeId);
    all(departments, `${pointer}/departmentIds`, value.departmentIds);
    all(numbers, `${pointer}/linkedMeasures`, value.linkedMeasures);
    if (value.measureNumber !== null) {
      known(numbers, `${pointer}/measureNumber`, value.measureNumber);
    }
  }
  for (const { pointer, value } of plan.measures) {
    known(themes, `${pointer}/themeId`, value.themeId);
    all(departments, `${pointer}/departmentIds`, value.departmentIds);
    all(indicators, `${pointer}/linkedIndicatorIds`, value.linkedIndicatorIds);
  }
  const responsible = new Set([...departments, ...declared(plan, 'bodies')]);
  for (const { pointer, value } of plan.safeguards) {
    for (const [at, obligation] of value.obligations.entries()) {
      const here = `${pointer}/obligations/${at}`;
      known(responsible, `${here}/responsible`, obligation.responsible);
      if (obligation.recipient !== undefined) {
        known(responsible, `${here}/recipient`, obligation.recipient);
      }
    }
  }
}

/** The links between indicators and measures are written on both sides, and both must agree. */
function checkLinks(plan: SoundParts, report: Report): void {
  const measures = new Map(plan.measures.map(({ value }) => [value.number, value]));
  const indicators = new Map(plan.indicators.map(({ value }) => [value.id, value]));
  for (const { pointer, value } of plan.indicators) {
    for (const [at, number] of value.linkedMeasures.entries()) {
      const measure = measures.get(number);
      if (measure === undefined || measure.linkedIndicatorIds.includes(value.id)) continue;
      report(`${pointer}/linkedMeasures/${at}`, 'mismatch', { with: `measure ${number}` });
    }
  }
  for (const { pointer, value } of plan.measures) {
    for (const [at, id] of value.linkedIndicatorIds.entries()) {
      const indicator = indicators.get(id);
      if (indicator === undefined || indicator.linkedMeasures.includes(value.number)) continue;
      report(`${pointer}/linkedIndicatorIds/${at}`, 'mismatch', { with: `indicator ${id}` });
    }
  }
}

/** A component that serves two ratios is asked for once, so it must be the same in both. */
function checkComponents(plan: SoundParts, report: Report): void {
  const known = new Map<string, string>();
  for (const { pointer, value } of plan.indicators) {
    if (value.ratio === null) continue;
    for (const side of ['numerator', 'denominator'] as const) {
      const { id, nameZh, nameEn, unitZh } = value.ratio[side];
      const said = JSON.stringify([nameZh, nameEn, unitZh]);
      if ((known.get(id) ?? said) !== said) {
        report(`${pointer}/ratio/${side}`, 'mismatch', { with: `another ratio's ${id}` });
      }
      known.set(id, said);
    }
  }
}

function checkObligations({ period, safeguards }: SoundParts, report: Report): void {
  for (const { pointer, value } of safeguards) {
    for (const [at, { deadlineYear, deadlineDate }] of value.obligations.entries()) {
      const here = `${pointer}/obligations/${at}`;
      const written = deadlineDate === undefined ? undefined : Number(deadlineDate.slice(0, 4));
      if (deadlineYear !== undefined && written !== undefined && written !== deadlineYear) {
        report(`${here}/deadlineDate`, 'mismatch', { with: 'deadlineYear' });
      }
      const year = deadlineYear ?? written;
      if (period === null || year === undefined) continue;
      const maximum = period.endYear + YEARS_AFTER_END;
      if (year >= period.startYear && year <= maximum) continue;
      const field = deadlineYear === undefined ? 'deadlineDate' : 'deadlineYear';
      report(`${here}/${field}`, 'yearOutsidePlan', {
        minimum: period.startYear,
        maximum,
      });
    }
  }
}
