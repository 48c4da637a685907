import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tmpFolder } from '../../server/data-folder.ts';
import { EVIDENCE_LIMIT, type Evidence } from '../../shared/evidence.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { enter, refusal } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';
import {
  DOCX,
  FORM_HEADERS,
  PDF,
  PNG,
  relationsOf,
  sendFile,
  XLSX,
  zipOf,
} from '../support/uploads.ts';

let t: TestApp;
let reporter: Signed;
let url = '';
beforeAll(async () => {
  t = await startApp();
  await addSmallPlan(t);
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  const reading = await enter(reporter, indicatorOf('count'), 2018);
  url = `/api/readings/${reading.id}/evidence`;
});
afterAll(() => t.close());

const MEBIBYTE = 1024 * 1024;

const kept = async () => (await reporter.get(url)).json<{ items: Evidence[] }>().items;
const leftovers = () => (existsSync(tmpFolder(t.folder)) ? readdirSync(tmpFolder(t.folder)) : []);

/** What is said of a file, how long a processor worked on it and what it cost in memory. */
async function judge(name: string, bytes: Buffer) {
  const before = process.memoryUsage.rss();
  const start = process.cpuUsage();
  const answer = await sendFile(t, reporter, url, name, bytes);
  const { user, system } = process.cpuUsage(start);
  return {
    said: refusal(answer),
    took: (user + system) / 1000,
    grown: process.memoryUsage.rss() - before,
  };
}

async function expectRefused(name: string, bytes: Buffer, said: string): Promise<void> {
  const before = await kept();
  const verdict = await judge(name, bytes);
  expect(verdict.said).toBe(said);
  expect(verdict.took).toBeLessThan(1000);
  expect(verdict.grown).toBeLessThan(100 * MEBIBYTE);
  expect(await kept()).toEqual(before);
  expect(leftovers()).toEqual([]);
}

const text = (content: string) => Buffer.from(content);

describe('a file that is not what may be evidence', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['logo.svg', () => text('<svg xmlns="http://www.w3.org/2000/svg"/>'), '415 fileTypeNotAllowed'],
    ['page.html', () => text('<html></html>'), '415 fileTypeNotAllowed'],
    ['setup.exe', () => text('MZ\u0090'), '415 fileTypeNotAllowed'],
    ['packed.zip', () => zipOf({ 'a.txt': 'x' }), '415 fileTypeNotAllowed'],
    ['macros.xlsm', () => zipOf(XLSX), '415 fileTypeNotAllowed'],
    ['old.xls', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), '415 fileTypeNotAllowed'],
    ['no ending', () => PDF, '415 fileTypeNotAllowed'],
    ['ends.pdf.', () => PDF, '415 fileTypeNotAllowed'],
    ['report.pdf.exe', () => PDF, '415 fileTypeNotAllowed'],
    ['report.exe.pdf', () => PDF, '415 fileTypeNotAllowed'],
    ['report.html.pdf', () => PDF, '415 fileTypeNotAllowed'],
    ['empty.pdf', () => Buffer.alloc(0), '422 fileEmpty'],
    ['page.pdf', () => text('<html><script>alert(1)</script>'), '415 fileTypeMismatch'],
    ['program.png', () => text('MZ\u0090'), '415 fileTypeMismatch'],
    ['picture.jpg', () => PNG, '415 fileTypeMismatch'],
    ['not office.xlsx', () => zipOf({ 'a.txt': 'x' }), '415 fileTypeMismatch'],
    ['a document.xlsx', () => zipOf(DOCX), '415 fileTypeMismatch'],
    ['a workbook.docx', () => zipOf(XLSX), '415 fileTypeMismatch'],
    ['locked.xlsx', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), '422 fileEncrypted'],
    ['late.pdf', () => Buffer.concat([text('x'), PDF]), '415 fileTypeMismatch'],
  ])('%s', async (name, bytes, said) => expectRefused(name, await bytes(), said));
});

describe('an office file with something active in it', () => {
  const TYPES = XLSX['[Content_Types].xml']?.toString() ?? '';
  const outside = (type: string) =>
    relationsOf(
      `<Relationship Id="r" Type="http://x/${type}" Target="file:///c:/x" TargetMode="External"/>`,
    );
  it.each<[string, () => Promise<Buffer>, string]>([
    ['a macro', () => zipOf({ ...XLSX, 'xl/vbaProject.bin': 'x' }), '422 fileUnsafe'],
    ['a macro in capitals', () => zipOf({ ...XLSX, 'XL/VBAPROJECT.BIN': 'x' }), '422 fileUnsafe'],
    [
      'a macro of Excel 4',
      () => zipOf({ ...XLSX, 'xl/macrosheets/sheet1.xml': '<a/>' }),
      '422 fileUnsafe',
    ],
    [
      'a type that allows macros',
      () =>
        zipOf({
          ...XLSX,
          '[Content_Types].xml': TYPES.replace(
            'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main',
            'vnd.ms-excel.sheet.macroEnabled.main',
          ),
        }),
      '422 fileUnsafe',
    ],
    [
      'another workbook',
      () => zipOf({ ...XLSX, 'xl/externalLinks/externalLink1.xml': '<a/>' }),
      '422 fileUnsafe',
    ],
    ['a control', () => zipOf({ ...XLSX, 'xl/activeX/activeX1.bin': 'x' }), '422 fileUnsafe'],
    [
      'an embedded program',
      () => zipOf({ ...XLSX, 'xl/embeddings/oleObject1.bin': 'MZ' }),
      '422 fileUnsafe',
    ],
    [
      'a template from elsewhere',
      () => zipOf({ ...XLSX, 'xl/_rels/workbook.xml.rels': outside('attachedTemplate') }),
      '422 fileUnsafe',
    ],
    [
      'a template from elsewhere, in UTF-16',
      () =>
        zipOf({
          ...XLSX,
          'xl/_rels/workbook.xml.rels': Buffer.from(
            `\ufeff${outside('frame').replace('UTF-8', 'UTF-16')}`,
            'utf16le',
          ),
        }),
      '422 fileUnsafe',
    ],
    [
      'an embedded workbook with a macro',
      async () =>
        zipOf({
          ...XLSX,
          'xl/embeddings/book.xlsx': await zipOf({ ...XLSX, 'xl/vbaProject.bin': 'x' }),
        }),
      '422 fileUnsafe',
    ],
    [
      'a workbook within a workbook within a workbook',
      async () => {
        const inner = await zipOf({ ...XLSX, 'xl/embeddings/book.xlsx': await zipOf(XLSX) });
        return zipOf({ ...XLSX, 'xl/embeddings/book.xlsx': inner });
      },
      '422 fileUnsafe',
    ],
    [
      'entities that laugh',
      () =>
        zipOf({
          ...XLSX,
          'xl/sharedStrings.xml': `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at || ''};`.repeat(10)}">`).join('')}]><a>&lol9;</a>`,
        }),
      '422 fileUnsafe',
    ],
    [
      'an entity from outside',
      () =>
        zipOf({
          ...XLSX,
          'xl/workbook.xml':
            '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        }),
      '422 fileUnsafe',
    ],
    [
      'the same in UTF-16',
      () =>
        zipOf({
          ...XLSX,
          'xl/workbook.xml': Buffer.from(
            '\ufeff<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
            'utf16le',
          ),
        }),
      '422 fileUnsafe',
    ],
    [
      'the same far from the beginning',
      () =>
        zipOf({
          ...XLSX,
          'xl/workbook.xml': `<?xml version="1.0"?><!--${'x'.repeat(65_500)}--><!DOCTYPE a><a/>`,
        }),
      '422 fileUnsafe',
    ],
    [
      'an encoding that hides what it says',
      () => zipOf({ ...XLSX, 'xl/workbook.xml': '<?xml version="1.0" encoding="utf-7"?><a/>' }),
      '422 fileUnreadable',
    ],
  ])('%s', async (_what, bytes, said) => expectRefused('名录.xlsx', await bytes(), said));

  it('while links to follow, charts with figures and what WPS adds are nothing active', async () => {
    const parts = {
      ...DOCX,
      'word/_rels/document.xml.rels': relationsOf(
        '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://targets.example/" TargetMode="External"/>',
      ),
      'word/embeddings/Microsoft_Excel_Worksheet.xlsx': await zipOf(XLSX),
      'docProps/custom.xml':
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties/>',
      'xl/printerSettings/printerSettings1.bin': 'x',
    };
    const answer = await sendFile(t, reporter, url, '年度报告.docx', await zipOf(parts));
    expect(answer.statusCode, answer.body).toBe(201);
  });
});

/** One entry of an archive, written by hand so that it can lie. */
interface Entry {
  readonly name: string;
  readonly packed: Buffer;
  readonly size: number;
  readonly method?: number;
  readonly crc?: number;
  readonly flags?: number;
}

function archiveOf(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, size, method = 8, crc = 0, flags = 0 } of entries) {
    const called = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(called.length, 26);
    const listed = Buffer.alloc(46);
    listed.writeUInt32LE(0x02014b50, 0);
    listed.writeUInt16LE(20, 6);
    listed.writeUInt16LE(flags, 8);
    listed.writeUInt16LE(method, 10);
    listed.writeUInt32LE(crc, 16);
    listed.writeUInt32LE(packed.length, 20);
    listed.writeUInt32LE(size, 24);
    listed.writeUInt16LE(called.length, 28);
    listed.writeUInt32LE(offset, 42);
    locals.push(local, called, packed);
    central.push(listed, called);
    offset += 30 + called.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function packed(name: string, content: Buffer, lies: Partial<Entry> = {}): Entry {
  return {
    name,
    packed: deflateRawSync(content),
    size: content.length,
    crc: crc32(content),
    ...lies,
  };
}

describe('an archive that is a trap', () => {
  const large = 300 * MEBIBYTE;
  const bomb = deflateRawSync(Buffer.alloc(large, ' ').fill('<worksheet>', 0, 11));
  const types = packed('[Content_Types].xml', text(XLSX['[Content_Types].xml']?.toString() ?? ''));
  const sheet = 'xl/worksheets/sheet1.xml';

  it.each<[string, () => Buffer, string]>([
    [
      'a sheet of 300 MiB',
      () => archiveOf([types, { name: sheet, packed: bomb, size: large }]),
      '422 fileTooComplex',
    ],
    [
      'the same that says it is small',
      () => archiveOf([types, { name: sheet, packed: bomb, size: 1000 }]),
      '422 fileUnreadable',
    ],
    [
      'the same that says it is just allowed',
      () => archiveOf([types, { name: sheet, packed: bomb, size: 90 * MEBIBYTE }]),
      '422 fileTooComplex',
    ],
    [
      'many parts that are each allowed',
      () =>
        archiveOf([
          types,
          ...Array.from({ length: 30 }, (_, at) =>
            packed(`xl/a${at}.bin`, Buffer.alloc(5 * MEBIBYTE, at % 2 === 0 ? 'ab c' : 'xyzzy')),
          ),
        ]),
      '422 fileTooComplex',
    ],
    [
      '60,000 parts',
      () =>
        archiveOf([
          types,
          ...Array.from({ length: 60_000 }, (_, at) => ({
            name: `a${at}`,
            packed: Buffer.alloc(0),
            size: 0,
            method: 0,
          })),
        ]),
      '422 fileTooComplex',
    ],
    [
      'a way out of the folder',
      () => archiveOf([types, packed('../../../etc/cron.d/x', text('x'))]),
      '422 fileUnreadable',
    ],
    [
      'a way out by backslashes',
      () => archiveOf([types, packed('..\\..\\x', text('x'))]),
      '422 fileUnreadable',
    ],
    [
      'a path from the root',
      () => archiveOf([types, packed('/etc/passwd', text('x'))]),
      '422 fileUnreadable',
    ],
    [
      'one name twice',
      () => archiveOf([types, packed(sheet, text('<a/>')), packed(sheet, text('<b/>'))]),
      '422 fileUnreadable',
    ],
    [
      'a part under a password',
      () => archiveOf([types, packed(sheet, text('<a/>'), { flags: 1 })]),
      '422 fileEncrypted',
    ],
    [
      'a part packed in another way',
      () => archiveOf([types, packed(sheet, text('<a/>'), { method: 14 })]),
      '422 fileUnreadable',
    ],
    [
      'a part that is not what its checksum says',
      () => archiveOf([types, packed(sheet, text('<a/>'), { crc: 1 })]),
      '422 fileUnreadable',
    ],
    [
      'an archive cut short',
      () => archiveOf([types, packed(sheet, text('<a/>'))]).subarray(0, -30),
      '422 fileUnreadable',
    ],
    ['nothing but a beginning', () => text('PK\u0003\u0004'), '422 fileUnreadable'],
  ])('%s', async (_what, bytes, said) => expectRefused('名录.xlsx', bytes(), said));
});

describe('a name that is a trap', () => {
  const sent = async (name: string, at: number) => {
    const answer = await sendFile(
      t,
      reporter,
      url,
      name,
      Buffer.concat([PDF, text(`${at} ${name}`)]),
    );
    return answer.statusCode === 201 ? answer.json<Evidence>().name : refusal(answer);
  };
  it.each([
    ['../../../etc/passwd.pdf', 'passwd.pdf'],
    ['..\\\\..\\\\windows\\\\x.pdf', 'x.pdf'],
    ['/etc/shadow.pdf', 'shadow.pdf'],
    ['a\u0000b.pdf', 'ab.pdf'],
    ['virus.exe\u0000.pdf', '415 fileTypeNotAllowed'],
    ['报表\u202efdp.pdf', '报表fdp.pdf'],
    ['报表\u202efdp.exe', '415 fileTypeNotAllowed'],
    [`${'长'.repeat(400)}.pdf`, `${'长'.repeat(196)}.pdf`],
    [
      '关于2018年“数控一代”示范（第二批）的通知.pdf',
      '关于2018年“数控一代”示范（第二批）的通知.pdf',
    ],
    ['𠮷野家（卓越绩效）.pdf', '𠮷野家（卓越绩效）.pdf'],
    ['= cmd|x.pdf', '= cmd|x.pdf'],
    ['%2e%2e%2fx.pdf', '%2e%2e%2fx.pdf'],
  ])('name %#', async (name, expected) => {
    expect(await sent(name, 1)).toBe(expected);
  });

  it('one with line breaks, hidden in the other spelling, names no file at all', async () => {
    const answer = await t.app.inject({
      method: 'POST',
      url,
      headers: { ...FORM_HEADERS, cookie: reporter.cookie },
      payload: Buffer.concat([
        text(
          '--ordinary-boundary-0123456789\r\nContent-Disposition: form-data; name="file"; ' +
            "filename*=UTF-8''a%0d%0aSet-Cookie:%20x=1%0d%0a%E5%90%8D.pdf\r\n\r\n",
        ),
        PDF,
        text(' a tail of its own\r\n--ordinary-boundary-0123456789--\r\n'),
      ]),
    });
    expect(refusal(answer)).toBe('422 /file required');
  });
});

describe('a body that does not end', () => {
  let port = 0;
  beforeAll(async () => {
    await t.app.listen({ port: 0, host: '127.0.0.1' });
    port = (t.app.server.address() as AddressInfo).port;
  });

  interface Heard {
    readonly status: number;
    /** Bytes that the server took. */
    readonly sent: number;
  }

  /** Sends as much as the server takes, as long as it lets itself be sent. */
  function flood(head: string, chunk: Buffer, most: number): Promise<Heard> {
    return new Promise((resolve) => {
      let said = '';
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(head);
        const push = () => {
          while (socket.bytesWritten - head.length < most && !socket.destroyed) {
            if (!socket.write(chunk)) {
              socket.once('drain', push);
              return;
            }
          }
        };
        push();
      });
      socket.on('data', (bytes: Buffer) => (said += bytes.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () =>
        resolve({
          status: Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0),
          sent: socket.bytesWritten,
        }),
      );
    });
  }

  const headOf = (more: readonly string[]) =>
    [
      `POST ${url} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Origin: http://127.0.0.1:${port}`,
      `Cookie: ${reporter.cookie}`,
      `Content-Type: ${FORM_HEADERS['content-type']}`,
      ...more,
      '',
      '',
    ].join('\r\n');
  const part =
    '--ordinary-boundary-0123456789\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-';
  const piece = Buffer.alloc(256 * 1024, 0x61);
  const chunked = (bytes: Buffer) =>
    Buffer.concat([text(`${bytes.length.toString(16)}\r\n`), bytes, text('\r\n')]);

  it('of 1 GiB in chunks is refused and cut off, with nothing left and little memory taken', async () => {
    const before = process.memoryUsage.rss();
    const head = headOf(['Transfer-Encoding: chunked']) + chunked(text(part)).toString();
    const { status, sent } = await flood(head, chunked(piece), 1024 * MEBIBYTE);
    expect(status).toBe(413);
    expect(sent).toBeLessThanOrEqual(8 * EVIDENCE_LIMIT);
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 * MEBIBYTE);
    expect(leftovers()).toEqual([]);
  });

  it('of 1 GiB after the file has ended is cut off just so', async () => {
    const ended = `${part}\r\n--ordinary-boundary-0123456789--\r\n`;
    const head = headOf(['Transfer-Encoding: chunked']) + chunked(text(ended)).toString();
    const { status, sent } = await flood(head, chunked(piece), 1024 * MEBIBYTE);
    expect(status).toBe(413);
    expect(sent).toBeLessThanOrEqual(8 * EVIDENCE_LIMIT);
    expect(leftovers()).toEqual([]);
  });

  it('that announces too much is refused before any of it is read', async () => {
    const head = headOf([`Content-Length: ${1024 * MEBIBYTE}`]);
    const { status, sent } = await flood(head, piece, 1024 * MEBIBYTE);
    expect(status).toBe(413);
    expect(sent).toBeLessThanOrEqual(8 * EVIDENCE_LIMIT);
    expect(leftovers()).toEqual([]);
  });

  it('whose sender hangs up leaves nothing behind', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(headOf(['Transfer-Encoding: chunked']) + chunked(text(part)).toString());
        socket.write(chunked(piece), () => setTimeout(() => socket.destroy(), 100));
      });
      socket.on('close', () => resolve());
    });
    await expect.poll(leftovers).toEqual([]);
  });

  it('of exactly the limit is taken, one byte more is not', async () => {
    const bytes = Buffer.alloc(EVIDENCE_LIMIT + 1, 0x20);
    PDF.copy(bytes);
    const most = await sendFile(t, reporter, url, 'large.pdf', bytes.subarray(0, EVIDENCE_LIMIT));
    expect(most.statusCode, most.body).toBe(201);
    expect(refusal(await sendFile(t, reporter, url, 'larger.pdf', bytes))).toBe('413 tooLarge');
    expect(leftovers()).toEqual([]);
  });
});
