import { exchange as english } from '../../shared/i18n/en/exchange.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { exchange as chinese } from '../../shared/i18n/zh-CN/exchange.ts';
import type { Export } from '../../shared/exchange.ts';
import { can } from '../../shared/permissions.ts';
import { Problem } from '../../shared/problems.ts';
import type { MeasureReport } from '../../shared/measures.ts';
import type { Reading } from '../../shared/readings.ts';
import type { Person } from '../../shared/workflow.ts';
import { findInstallation } from '../accounts/installation-store.ts';
import { knownPlan } from '../dashboard/known-store.ts';
import type { Reader } from '../db/transaction.ts';
import { findDepartments } from '../departments/store.ts';
import { visibleDuties } from '../measures/visible-store.ts';
import { visibleRevisions } from '../readings/visible-revision-store.ts';
import { visibleReadings } from '../readings/visible-store.ts';
import type { Exported } from './export.ts';
import {
  type ExportContext,
  historyTable,
  listsTable,
  marked,
  readingsTable,
} from './export-tables.ts';
import { measuresTable } from './measure-table.ts';
import { visibleLists } from './store.ts';

interface Asked {
  readonly planId: string;
  readonly what: Export;
  /** Absent: every year. */
  readonly year: number | undefined;
  readonly language: Language;
}

/**
 * What somebody exports: no more than they see, as it stands at one moment.
 * @throws Problem notFound without such a plan; forbidden for lists, which fewer may see
 */
export async function makeExport(
  db: Reader,
  person: Person,
  { planId, what, year, language }: Asked,
  now: Date,
): Promise<Exported & { readonly items: number }> {
  if (what === 'lists' && !can(person.roles, 'evidence.see')) throw new Problem('forbidden');
  const known = await knownPlan(db, planId, year ?? Number.MAX_SAFE_INTEGER);
  if (known === null) throw new Problem('notFound');
  const { illustrative } = await findInstallation(db);
  const context: ExportContext = {
    language,
    illustrative,
    indicators: new Map(known.indicators.map((one) => [one.id, one])),
    departments: new Map(
      known.departments.map(({ id, shortNameZh, nameEn }) => [
        id,
        language === 'zh-CN' ? shortNameZh : nameEn,
      ]),
    ),
  };
  const { plan } = known;
  const about = {
    what,
    plan: { id: plan.id, titleZh: plan.titleZh, titleEn: plan.titleEn },
    year: year ?? null,
    exportedAt: now.toISOString(),
    illustrative,
  };
  const words = language === 'zh-CN' ? chinese : english;
  const short = language === 'zh-CN' ? plan.shortTitleZh : plan.shortTitleEn;
  const title = [short, words.save.whats[what], ...(year === undefined ? [] : [year])].join(' ');
  const filter = { planId, year };
  const finish = (items: readonly unknown[], table: Exported['table']) => ({
    title,
    table,
    items: items.length,
    json: { ...about, items },
  });
  if (what === 'history') {
    const revisions = await visibleRevisions(db, person, filter);
    return finish(revisions, historyTable(revisions, context));
  }
  if (what === 'measures') {
    const duties = await visibleDuties(db, person, filter, now);
    const items = duties.map(({ year: of, measure, departmentId, state, report }) => ({
      year: of,
      measureId: measure.id,
      number: measure.number,
      departmentId,
      state,
      report: report === null ? null : withoutSteps(report),
    }));
    // Departments that have merged keep their reports, and their names here.
    const offices = new Map(
      (await findDepartments(db)).map(({ id, shortNameZh, nameEn }) => [
        id,
        language === 'zh-CN' ? shortNameZh : nameEn,
      ]),
    );
    return finish(items, marked(context, measuresTable(duties, language, offices)));
  }
  const readings = await visibleReadings(db, person, filter, now);
  if (what === 'readings')
    return finish(readings.map(withoutSteps), readingsTable(readings, context));
  const leads = new Map(
    known.indicators.map(({ id, lead }) => [
      id,
      lead.state === 'named' ? (lead.departmentIds[0] ?? null) : null,
    ]),
  );
  const lists = await visibleLists(db, person, filter, readings, leads);
  return finish(lists, listsTable(lists, context));
}

/** What somebody may do with a reading or a report is no part of what it says. */
function withoutSteps({
  steps: _steps,
  editable: _editable,
  ...rest
}: Reading | MeasureReport): object {
  return rest;
}
