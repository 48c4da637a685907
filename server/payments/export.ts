import { csvText } from '../../shared/csv.ts';
import { payments as english } from '../../shared/i18n/en/payments.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { payments as chinese } from '../../shared/i18n/zh-CN/payments.ts';
import { wanOfFen } from '../../shared/incentives/money.ts';
import type { Incentive } from '../../shared/incentives.ts';
import { XLSX } from '../../shared/exchange.ts';
import type { BookCell } from '../files/book.ts';
import { writeWorkbook } from '../files/workshop.ts';
import type { StoredPayment } from './store.ts';

/** What a ledger is written with. */
export interface Ledger {
  readonly language: Language;
  readonly illustrative: boolean;
  readonly rules: readonly Incentive[];
  readonly payments: readonly StoredPayment[];
  /** The codes of indicators and the names of departments, by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

type Line = readonly (string | number | null)[];

/** The ledger as lines, the oldest first, as an office keeps one. */
export function linesOf({ language, rules, payments, names }: Ledger): Line[] {
  const zh = language === 'zh-CN';
  const words = (zh ? chinese : english).file;
  const rows = payments.toReversed().map((one): Line => {
    const rule = rules.find(({ id }) => id === one.incentiveId);
    const tier = one.tier === null ? undefined : rule?.tiers[one.tier];
    return [
      one.year,
      one.paidOn,
      rule?.measureNumber ?? null,
      (zh ? rule?.titleZh : rule?.titleEn) ?? one.incentiveId,
      (zh ? tier?.labelZh : tier?.labelEn) ?? '',
      one.enterprise,
      wanOfFen(BigInt(one.amountFen)),
      names.get(one.indicatorId ?? '') ?? '',
      one.documentNumber ?? '',
      names.get(one.departmentId) ?? one.departmentId,
      one.enteredByName,
      one.reverses === null ? (one.reversedBy === null ? '' : words.reversed) : words.reversal,
      one.note,
    ];
  });
  return [words.heads, ...rows];
}

/** The same as a file. Text is written as text and is never a formula, whatever it begins with. */
export async function ledgerFile(
  ledger: Ledger,
  format: 'xlsx' | 'csv',
): Promise<{ readonly bytes: Buffer; readonly mediaType: string }> {
  const lines = linesOf(ledger);
  if (format === 'csv') {
    return { bytes: Buffer.from(csvText(lines)), mediaType: 'text/csv; charset=utf-8' };
  }
  const words = ledger.language === 'zh-CN' ? chinese : english;
  const [heads = [], ...rows] = lines;
  const cell = (value: string | number | null): BookCell => ({
    value: value === '' ? null : value,
    style: 'fixed',
  });
  const marks: BookCell[][] = ledger.illustrative
    ? [[{ value: words.file.illustrative, style: 'mark' }]]
    : [];
  const before: (BookCell | null)[][] = [
    [{ value: words.file.title, style: 'title' }],
    ...marks,
    [{ value: words.file.unit, style: 'words' }],
    heads.map((value) => ({ value, style: 'head' })),
  ];
  const book = {
    sheets: [
      {
        name: words.file.sheet,
        rows: [...before, ...rows.map((row) => row.map(cell))],
        widths: [8, 12, 8, 30, 16, 26, 12, 10, 18, 20, 14, 12, 26],
        headRows: before.length,
        fixedColumns: 0,
      },
    ],
  };
  return { bytes: await writeWorkbook(book), mediaType: XLSX };
}
