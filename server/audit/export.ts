import { type AuditFormat, MOST_EXPORTED } from '../../shared/audit.ts';
import { type CsvCell, csvText } from '../../shared/csv.ts';
import { Problem } from '../../shared/problems.ts';
import { dayInChina } from '../../shared/rounds.ts';
import type { Transactions } from '../db/transaction.ts';
import {
  type AuditFilter,
  countRows,
  type ExportedRow,
  isIllustrative,
  listForExport,
} from './store.ts';

const AT_A_TIME = 1000;

export interface AuditExport {
  readonly bytes: Buffer;
  readonly rows: number;
  readonly mediaType: string;
  readonly fileName: string;
}

/**
 * The rows that fit, oldest first, as one file. Rows are never changed, so that they can be read in
 * several transactions: nobody waits for an export.
 * @throws Problem invalid when there are more than fit into one file
 */
export async function exportOf(
  transactions: Transactions,
  filter: AuditFilter,
  format: AuditFormat,
  now: Date,
): Promise<AuditExport> {
  const { rows, last } = await transactions.read((db) => countRows(db, filter));
  if (rows > MOST_EXPORTED) {
    const values = { maximum: MOST_EXPORTED };
    throw Problem.fields({ pointer: '/from', code: 'tooMany', values });
  }
  const illustrative = await transactions.read(isIllustrative);
  const chunks = [format === 'csv' ? csvHead(illustrative) : jsonHead(illustrative)];
  for (let after = 0; after < last;) {
    const page = await transactions.read((db) =>
      listForExport(db, filter, { after, last, limit: AT_A_TIME }),
    );
    chunks.push(format === 'csv' ? csvLines(page) : jsonLines(page));
    after = page.at(-1)?.seq ?? last;
  }
  const name = `审计日志 audit ${dayInChina(now)}${illustrative ? ` ${MADE_UP}` : ''}`;
  return {
    bytes: Buffer.from(chunks.join('')),
    rows,
    mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
    fileName: `${name}.${format}`,
  };
}

const MADE_UP = '示例数据 illustrative data';

/** What stands above each column: the word of an office and the one of the API. */
const COLUMNS: readonly (readonly [string, (row: ExportedRow) => CsvCell])[] = [
  ['序号 seq', ({ seq }) => seq],
  ['时间（UTC） at', ({ at }) => at],
  ['时间（北京） at in Beijing', ({ at }) => inBeijing(at)],
  ['用户 username', ({ username }) => username],
  ['用户编号 userId', ({ userId }) => userId],
  ['角色 roles', ({ roles }) => roles.join(' ')],
  ['单位 departmentId', ({ departmentId }) => departmentId],
  ['地址 address', ({ address }) => address],
  ['操作 action', ({ action }) => action],
  ['对象类别 targetType', ({ targetType }) => targetType],
  ['对象编号 targetId', ({ targetId }) => targetId],
  ['改动前 before', ({ before }) => asJson(before)],
  ['改动后 after', ({ after }) => asJson(after)],
  ['结果 outcome', ({ outcome }) => outcome],
  ['请求编号 requestId', ({ requestId }) => requestId],
  ['前一条校验值 previousHash', ({ previousHash }) => previousHash],
  ['校验值 hash', ({ hash }) => hash],
];

function csvHead(illustrative: boolean): string {
  return csvText([...(illustrative ? [[MADE_UP]] : []), COLUMNS.map(([name]) => name)]);
}

function csvLines(rows: readonly ExportedRow[]): string {
  // The mark of UTF-8 stands at the beginning of the file alone.
  return csvText(rows.map((row) => COLUMNS.map(([, cell]) => cell(row)))).replace('\uFEFF', '');
}

function jsonHead(illustrative: boolean): string {
  return illustrative ? `${JSON.stringify({ illustrative: MADE_UP })}\n` : '';
}

const jsonLines = (rows: readonly ExportedRow[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const asJson = (value: unknown): CsvCell => (value === null ? null : JSON.stringify(value));

/** @example inBeijing('2018-12-31T16:00:00.000Z') // '2019-01-01 00:00:00' */
function inBeijing(at: string): string {
  const moved = new Date(new Date(at).getTime() + 8 * 3_600_000);
  return moved.toISOString().slice(0, 19).replace('T', ' ');
}
