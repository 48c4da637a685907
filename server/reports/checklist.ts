import type { BoardIndicator } from '../../shared/dashboard.ts';
import type { CheckItem } from '../../shared/reports.ts';
import { PROBLEM_STATUSES } from '../../shared/reports/progress.ts';
import { indicatorsOf, measuresOf, type ReportSource, ZONE } from '../../shared/reports/source.ts';
import type { Reader } from '../db/transaction.ts';
import { measureDuties } from '../measures/duty-store.ts';
import { listStored } from '../readings/list-store.ts';

type Subject = NonNullable<CheckItem['subject']>;

/** What is open before a report of a year is made, or would be missing from it. */
export async function checklistOf(db: Reader, source: ReportSource): Promise<CheckItem[]> {
  const { board, seal, scope } = source;
  const { year } = board;
  const planId = board.plan.id;
  const readings = new Map(
    (await listStored(db, { planId, year })).map((one) => [one.indicatorId, one]),
  );
  const items: CheckItem[] =
    seal === null ? [{ code: 'unsealed', subject: null, departmentId: null }] : [];
  for (const indicator of indicatorsOf(source)) {
    const { lead, assessment } = indicator;
    const reading = readings.get(indicator.id);
    const departmentId = lead.state === 'named' ? (lead.departmentIds[0] ?? null) : null;
    const add = (code: CheckItem['code']): void => {
      items.push({ code, subject: indicatorSubject(indicator), departmentId });
    };
    const status = reading?.status;
    const approved = status === 'approved' || status === 'sealed';
    if (departmentId === null) {
      if (!approved) add('noLead');
    } else if (status === 'returned') add('returned');
    else if (status === 'submitted' || status === 'signed') add('undecided');
    else if (!approved) add('notReported');
    const problem = PROBLEM_STATUSES.some((one) => one === assessment.status);
    if (approved && problem && reading?.figures.note.trim() === '') add('unexplained');
  }
  const owed = await measureDuties(db, planId, [year]);
  const measures = new Map(measuresOf(source).map((one) => [one.id, one]));
  for (const { measure, departmentId, report } of owed) {
    if (!measures.has(measure.id) || (scope !== ZONE && departmentId !== scope)) continue;
    if (report?.status === 'approved' || report?.status === 'sealed') continue;
    const { id, number, titleZh, titleEn } = measure;
    items.push({
      code: 'measureNotReported',
      subject: { kind: 'measure', id, code: String(number), nameZh: titleZh, nameEn: titleEn },
      departmentId,
    });
  }
  return items;
}

function indicatorSubject({ id, code, nameZh, nameEn }: BoardIndicator): Subject {
  return { kind: 'indicator', id, code, nameZh, nameEn };
}
