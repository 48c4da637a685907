import type { Language } from '../../shared/i18n/languages.ts';
import { Problem } from '../../shared/problems.ts';
import type { Person } from '../../shared/workflow.ts';
import { findInstallation } from '../accounts/installation-store.ts';
import type { Transactions } from '../db/transaction.ts';
import { findPlanName } from '../plans/plan-store.ts';
import { makeSheet } from '../sheet/sheet-store.ts';
import { wordsOf } from './sheet-columns.ts';
import { templateOf } from './template.ts';
import { writeWorkbook } from '../files/workshop.ts';

interface Asked {
  readonly planId: string;
  readonly year: number;
  readonly departmentId?: string | undefined;
  readonly language: Language;
}

/**
 * The workbook of a sheet.
 * @throws Problem as `makeSheet`; notFound for somebody whose department leads nothing
 */
export async function makeTemplate(
  transactions: Transactions,
  person: Person,
  { planId, year, departmentId, language }: Asked,
  now: Date,
): Promise<{ readonly bytes: Buffer; readonly fileName: string }> {
  const { sheet, plan, illustrative } = await transactions.read(async (db) => ({
    sheet: await makeSheet(db, person, { planId, year, departmentId }, now),
    plan: await findPlanName(db, planId),
    illustrative: (await findInstallation(db)).illustrative,
  }));
  const { department } = sheet;
  if (plan === null || department === null) throw new Problem('notFound');
  const bytes = await writeWorkbook(templateOf(sheet, { language, plan, illustrative, now }));
  const name = language === 'zh-CN' ? department.shortNameZh : department.nameEn;
  return { bytes, fileName: `${wordsOf(language).sheet.fileName(year, name)}.xlsx` };
}
