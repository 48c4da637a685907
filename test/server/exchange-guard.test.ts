import { describe, expect, it } from 'vitest';
import { type Job, readWorkbook } from '../../server/files/workshop.ts';
import { Threads } from '../../server/files/threads.ts';
import { cpuTime } from '../support/cpu-time.ts';
import { bookOf, partsOfBook, zipOf } from '../support/workbooks.ts';

const MIB = 1024 * 1024;
const ROW =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c><c r="B1"><v>12.5</v></c></row>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relation(type: string, target: string, outside = false): string {
  const mode = outside ? ' TargetMode="External"' : '';
  return (
    `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/${type}" ` +
    `Target="${target}"${mode}/></Relationships>`
  );
}

const SHEET_RELATIONS = 'xl/worksheets/_rels/sheet7.xml.rels';

interface Read {
  readonly said: string;
  /** Of processor time. */
  readonly ms: number;
  /** How much more memory the process holds than before. */
  readonly grownMib: number;
}

async function outcomeOf(bytes: Buffer): Promise<Read> {
  const before = process.memoryUsage().rss;
  const spent = cpuTime();
  const said = await readWorkbook(bytes).then(
    () => 'read',
    (error: Error) => error.message,
  );
  const ms = spent();
  return { said, ms, grownMib: (process.memoryUsage().rss - before) / MIB };
}

const spaces = () => Buffer.alloc(300 * MIB, ' ');
const row = (number: number) => `<row r="${number}"><c r="A${number}"><v>1</v></c></row>`;
const manyRows = (count: number) => Array.from({ length: count }, (_, at) => row(at + 1)).join('');

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at === 0 ? '' : at};`.repeat(10)}">`,
).join('')}]>`;

const HOSTILE: readonly (readonly [why: string, said: string, make: () => Buffer])[] = [
  ['nothing at all', 'fileEmpty', () => Buffer.alloc(0)],
  ['a text', 'sheetNotXlsx', () => Buffer.from('编号,指标\r\n')],
  ['an old .xls', 'sheetOldFormat', () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex')],
  [
    'an xlsx under a password',
    'fileEncrypted',
    () =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
  ],
  [
    'an OpenDocument sheet',
    'sheetOldFormat',
    () => zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }]),
  ],
  ['a plain zip', 'sheetNotXlsx', () => zipOf([{ name: 'readme.txt', content: 'x' }])],
  ['half a file', 'fileUnreadable', () => bookOf(ROW).subarray(0, 700)],
  [
    '300 MiB of spaces in 300 kB',
    'fileTooComplex',
    () => bookOf(ROW, [{ name: 'xl/worksheets/sheet7.xml', content: spaces() }]),
  ],
  [
    'the same, said to be small',
    'fileUnreadable',
    () => {
      const name = 'xl/worksheets/sheet7.xml';
      return bookOf(ROW, [{ name, content: spaces(), claimedSize: 5000 }]);
    },
  ],
  [
    'many parts that are each allowed and together are not',
    'fileTooComplex',
    () =>
      bookOf(
        ROW,
        Array.from({ length: 5 }, (_, at) => ({
          name: `xl/media/${at}.bin`,
          content: Buffer.from(
            Array.from({ length: 5 * MIB }, (_, byte) => (byte * 7919 + at * (byte >> 9)) & 3),
          ),
        })),
      ),
  ],
  [
    'sixty thousand parts',
    'fileTooComplex',
    () => zipOf(Array.from({ length: 60_000 }, (_, at) => ({ name: `p${at}`, content: '' }))),
  ],
  [
    'a path that leads out',
    'fileUnreadable',
    () => bookOf(ROW, [{ name: '../../x', content: 'x' }]),
  ],
  [
    'one part twice',
    'fileUnreadable',
    () => zipOf([...partsOfBook(ROW), { name: 'XL/workbook.xml', content: 'x' }]),
  ],
  [
    'a part under a password',
    'fileEncrypted',
    () => bookOf(ROW, [{ name: 'xl/styles.xml', content: 'x', encrypted: true }]),
  ],
  ['macros', 'fileUnsafe', () => bookOf(ROW, [{ name: 'xl/vbaProject.bin', content: 'x' }])],
  [
    'macros under another name',
    'fileUnsafe',
    () =>
      bookOf(ROW, [
        { name: 'xl/x.bin', content: 'x' },
        { name: SHEET_RELATIONS, content: relation('vbaProject', '../x.bin') },
      ]),
  ],
  [
    'a link to another workbook',
    'fileUnsafe',
    () => bookOf(ROW, [{ name: 'xl/externalLinks/externalLink1.xml', content: '<a/>' }]),
  ],
  [
    'a picture from the network',
    'fileUnsafe',
    () =>
      bookOf(ROW, [
        { name: SHEET_RELATIONS, content: relation('image', 'http://127.0.0.1/x.png', true) },
      ]),
  ],
  [
    'data from a connection',
    'fileUnsafe',
    () => bookOf(ROW, [{ name: 'xl/connections.xml', content: '<a/>' }]),
  ],
  [
    'another file inside',
    'fileUnsafe',
    () => bookOf(ROW, [{ name: 'xl/embeddings/oleObject1.bin', content: 'x' }]),
  ],
  [
    'an outside entity (XXE)',
    'fileUnsafe',
    () =>
      bookOf(ROW, [
        {
          name: 'xl/sharedStrings.xml',
          content: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst>&e;</sst>',
        },
      ]),
  ],
  [
    'a billion laughs',
    'fileUnsafe',
    () => bookOf(ROW, [{ name: 'xl/sharedStrings.xml', content: `${LAUGHS}<sst>&lol9;</sst>` }]),
  ],
  [
    'a doctype hidden in UTF-16',
    'fileUnreadable',
    () =>
      bookOf(ROW, [
        { name: 'xl/sharedStrings.xml', content: Buffer.from('\ufeff<!DOCTYPE x>', 'utf16le') },
      ]),
  ],
  ['20,001 cells', 'sheetTooLarge', () => bookOf(manyRows(20_001))],
  [
    '100,000 empty rows',
    'sheetTooLarge',
    () => bookOf(Array.from({ length: 100_000 }, (_, at) => `<row r="${at + 1}"/>`).join('')),
  ],
  [
    'a merge of the whole sheet',
    'sheetTooLarge',
    () => bookOf(ROW, [], '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
  ],
  ['a sheet that is no XML', 'fileUnreadable', () => bookOf('<row><c></row>')],
];

describe('a file that is no harmless workbook', { timeout: 60_000 }, () => {
  it.each(HOSTILE)('%s is refused: %s', async (_why, said, make) => {
    const bytes = make();
    // The thread is there already on a running server: its start is not what is measured.
    await readWorkbook(bookOf(ROW));
    const outcomes = [await outcomeOf(bytes), await outcomeOf(bytes), await outcomeOf(bytes)];
    expect(outcomes.map((outcome) => outcome.said)).toEqual([said, said, said]);
    // The best of three: other tests want the processors at the same time.
    expect(Math.min(...outcomes.map(({ ms }) => ms))).toBeLessThan(1000);
    expect(Math.min(...outcomes.map(({ grownMib }) => grownMib))).toBeLessThan(100);
  });

  it('the next one is read as ever', async () => {
    expect((await outcomeOf(bookOf(ROW))).said).toBe('read');
  });

  it('one that only its size in memory betrays is given up, and the server goes on', async () => {
    // Every cell holds the whole of one long text.
    const cells = Array.from({ length: 2000 }, (_, at) => `<c r="A${at + 1}" t="s"><v>0</v></c>`);
    const bytes = bookOf(cells.map((cell) => `<row>${cell}</row>`).join(''), [
      { name: 'xl/sharedStrings.xml', content: `<sst><si><t>${'长'.repeat(MIB)}</t></si></sst>` },
    ]);
    const outcome = await outcomeOf(bytes);
    expect(['fileTooComplex', 'sheetTooSlow', 'fileUnreadable']).toContain(outcome.said);
    expect((await outcomeOf(bookOf(ROW))).said).toBe('read');
  });
});

describe('a harmless workbook', { timeout: 60_000 }, () => {
  it('is read whatever its sheet is called inside, with what stands in its cells', async () => {
    expect(await readWorkbook(bookOf(ROW))).toEqual({
      sheets: [
        {
          name: '2018年',
          cells: [
            { row: 1, column: 1, value: { kind: 'text', text: '编号' } },
            { row: 1, column: 2, value: { kind: 'number', number: 12.5, percent: false } },
          ],
        },
      ],
    });
  });

  it('may come from WPS, with properties of its own', async () => {
    const bytes = bookOf(ROW, [
      {
        name: 'docProps/core.xml',
        content:
          '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator wps:x="1"/></cp:coreProperties>',
      },
      {
        name: 'docProps/custom.xml',
        content: '<Properties><property name="KSOProductBuildVer"/></Properties>',
      },
    ]);
    expect((await outcomeOf(bytes)).said).toBe('read');
  });

  it('may hold a link that somebody typed', async () => {
    const bytes = bookOf(ROW, [
      { name: SHEET_RELATIONS, content: relation('hyperlink', 'http://127.0.0.1/', true) },
    ]);
    expect((await outcomeOf(bytes)).said).toBe('read');
  });

  it('may hold 20,000 cells', async () => {
    const outcome = await outcomeOf(bookOf(manyRows(20_000)));
    expect(outcome.said).toBe('read');
    expect(outcome.ms).toBeLessThan(5000);
  });
});

describe('what takes too long', () => {
  const threads = new Threads<Job>({
    script: new URL('../../server/exchange/worker.ts', import.meta.url),
    largestHeapMb: 256,
    atOnce: 2,
    mostWaiting: 16,
    tooMuch: 'sheetTooSlow',
  });

  it.each([
    ['an upload', { kind: 'read', bytes: bookOf(ROW) }, undefined, 'sheetTooSlow'],
    ['an export', { kind: 'write', book: { sheets: [] } }, 'exportTooLarge', 'exportTooLarge'],
  ] as const)('%s is told so in a sentence of its own', async (_what, job, tooMuch, said) => {
    // Nothing is done in no time.
    await expect(threads.run(job, 0, tooMuch)).rejects.toThrow(said);
  });
});
