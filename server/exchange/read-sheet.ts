import type { ImportDiff } from '../../shared/exchange.ts';
import { type Issue, Problem } from '../../shared/problems.ts';
import type { Sheet } from '../../shared/sheet.ts';
import type { Person } from '../../shared/workflow.ts';
import type { Transactions } from '../db/transaction.ts';
import { makeSheet } from '../sheet/sheet-store.ts';
import { diffOf } from './diff.ts';
import { filledOf } from './filled.ts';
import { type Meta, readMeta } from './meta.ts';
import { readWorkbook } from '../files/workshop.ts';

/** File names are only ever shown. */
const LONGEST_NAME = 200;

/**
 * What an uploaded workbook would change in the sheet of somebody's own department.
 * @throws Problem as `makeSheet` and `readWorkbook`; sheetNotTemplate for a workbook without its mark,
 * sheetOfAnother for that of another plan, year or department
 */
export async function readSheet(
  transactions: Transactions,
  person: Person,
  asked: { readonly planId: string; readonly year: number },
  file: { readonly name: string; readonly bytes: Buffer },
  now: Date,
): Promise<ImportDiff> {
  const { departmentId } = person;
  if (departmentId === null) throw new Problem('forbidden');
  const sheet = await transactions.read((db) =>
    makeSheet(db, person, { ...asked, departmentId }, now),
  );
  const book = await readWorkbook(file.bytes);
  const meta = readMeta(book.sheets);
  if (meta === null) throw new Problem('sheetNotTemplate');
  refuseAnother(sheet, meta);
  return { fileName: file.name.slice(-LONGEST_NAME), ...diffOf(sheet, meta, filledOf(book)) };
}

function refuseAnother(sheet: Sheet, meta: Meta): void {
  const errors: Issue[] = [];
  const compare = (pointer: string, found: string, wanted: string): void => {
    if (found === wanted) return;
    errors.push({ in: 'file', pointer, code: 'notAllowed', values: { found, wanted } });
  };
  compare('/plan', meta.planId, sheet.plan.id);
  compare('/year', String(meta.year), String(sheet.year));
  compare('/department', meta.departmentId, sheet.department?.id ?? '');
  if (errors.length > 0) throw new Problem('sheetOfAnother', { errors });
}
