import { Workbook } from '@cj-tech-master/excelts';
import { bounded, type Figure, median } from './figures.ts';
import { demoFolder } from './folders.ts';
import { residentMemory, type Running, startProduct } from './processes.ts';
import { signIn } from './session.ts';

const ROUNDS = 7;
/** Not reported in the demo: everything is still to be filled in. */
const SHEET = '/api/plans/qetdz-2016/sheets/2020';
const SAMPLE_MS = 20;

interface Import {
  readonly seconds: number;
  /** RSS in MB at the highest point; null where the machine does not tell. */
  readonly highest: number | null;
}

/** A department's sheet from the upload to the comparison: as it is, and as full as is taken. */
export async function exchange(): Promise<Figure[]> {
  const folder = await demoFolder();
  const product = await startProduct(folder);
  const cookie = await signIn(product, folder, 'reporter');
  const answer = await fetch(`${product.origin}${SHEET}/template`, { headers: { cookie } });
  if (answer.status !== 200) throw new Error(await answer.text());
  const template = Buffer.from(await answer.arrayBuffer());
  const forty = await filledUp(template, 40, 16);
  const full = await filledUp(template, 1120, 17);
  const small: Import[] = [];
  const large: Import[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    small.push(await importSheet(product, cookie, forty));
    large.push(await importSheet(product, cookie, full));
  }
  await product.stop();
  const highest = large.flatMap((one) => (one.highest === null ? [] : [one.highest]));
  return [
    bounded('xlsx of 40 rows, upload to comparison', seconds(small), 's', ['≤', 1]),
    bounded('xlsx of 20,000 cells, the same', seconds(large), 's', ['≤', 5]),
    ...(highest.length === 0
      ? []
      : [bounded('its highest memory (RSS)', Math.max(...highest), 'MB', ['≤', 300])]),
  ];
}

const seconds = (imports: readonly Import[]): number => median(imports.map((one) => one.seconds));

/** The template with rows of codes that nobody has, up to so many, each with so many cells. */
async function filledUp(template: Buffer, rows: number, columns: number): Promise<Buffer> {
  const workbook = new Workbook();
  await workbook.xlsx.load(template);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('a template without a sheet');
  for (let row = sheet.rowCount + 1; row <= rows + HEAD_ROWS; row += 1) {
    for (let column = 1; column <= columns; column += 1) {
      sheet.getCell(row, column).value = column === 1 ? `X${row}` : row * column;
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const HEAD_ROWS = 4;

async function importSheet(product: Running, cookie: string, bytes: Buffer): Promise<Import> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), 'sheet.xlsx');
  let highest: number | null = null;
  const sample = (): void => {
    const now = residentMemory(product.pid);
    if (now !== null) highest = Math.max(highest ?? 0, now);
  };
  const timer = setInterval(sample, SAMPLE_MS);
  const from = performance.now();
  const answer = await fetch(`${product.origin}${SHEET}/import`, {
    method: 'POST',
    headers: { cookie, origin: product.origin },
    body: form,
  });
  const text = await answer.text();
  const taken = (performance.now() - from) / 1000;
  clearInterval(timer);
  sample();
  if (answer.status !== 200) throw new Error(text);
  return { seconds: taken, highest };
}
