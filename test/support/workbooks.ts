import { crc32, deflateRawSync } from 'node:zlib';

/** One part of an archive that is put together by hand, with the lies that a test needs. */
export interface Part {
  readonly name: string;
  readonly content: string | Buffer;
  /** What the archive says of its size; by default the truth. */
  readonly claimedSize?: number;
  readonly encrypted?: boolean;
}

/** A zip file of these parts, deflated. */
export function zipOf(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedSize, encrypted = false } of parts) {
    const plain = typeof content === 'string' ? Buffer.from(content) : content;
    // Sixty thousand empty parts are made in no time.
    const packed = plain.length === 0 ? plain : deflateRawSync(plain, { level: 1 });
    const label = Buffer.from(name);
    const rest = Buffer.alloc(26);
    rest.writeUInt16LE(20, 0);
    rest.writeUInt16LE((encrypted ? 1 : 0) | 0x800, 2);
    rest.writeUInt16LE(plain.length === 0 ? 0 : 8, 4);
    rest.writeUInt32LE(crc32(plain), 10);
    rest.writeUInt32LE(packed.length, 14);
    rest.writeUInt32LE(claimedSize ?? plain.length, 18);
    rest.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), rest, label, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), rest, place, label]));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length & 0xffff, 8);
  end.writeUInt16LE(parts.length & 0xffff, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The parts of the smallest workbook, with this inside its one sheet `sheetData` and after it. */
export function partsOfBook(rows: string, after = ''): Part[] {
  return [
    {
      name: '[Content_Types].xml',
      content:
        `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
        `<Override PartName="/xl/worksheets/sheet7.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content:
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
        `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content:
        `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
        '<sheet name="2018年" sheetId="7" r:id="rId9"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content:
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
        `<Relationship Id="rId9" Type="${OFFICE}/worksheet" Target="worksheets/sheet7.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet7.xml',
      content: `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
    },
  ];
}

/** A workbook with parts added, or put in the place of those of the same name. */
export function bookOf(rows: string, more: readonly Part[] = [], after = ''): Buffer {
  const own = partsOfBook(rows, after).filter(({ name }) => !more.some((one) => one.name === name));
  return zipOf([...own, ...more]);
}
