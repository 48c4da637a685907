import type { LightMyRequestResponse } from 'fastify';
import { ZipFile } from 'yazl';
import { buffer } from 'node:stream/consumers';
import type { TestApp } from './app.ts';
import type { Signed } from './people.ts';

const BOUNDARY = 'ordinary-boundary-0123456789';

/** The body of a form with one file, as a browser writes it. */
export function formOf(name: string, bytes: Buffer, field = 'file'): Buffer {
  return Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\n` +
        'Content-Type: application/octet-stream\r\n\r\n',
    ),
    bytes,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
}

export const FORM_HEADERS = {
  'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
  // What the Host of `inject` is; a page always says where it is from.
  host: 'localhost',
  origin: 'http://localhost',
} as const;

/** Sends a file as a page does. */
export function sendFile(
  t: TestApp,
  by: Signed | null,
  url: string,
  name: string,
  bytes: Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> {
  return t.app.inject({
    method: 'POST',
    url,
    headers: { ...FORM_HEADERS, ...(by === null ? {} : { cookie: by.cookie }), ...headers },
    payload: formOf(name, bytes),
  });
}

/** The parts of an archive by name, in this order. */
export type Parts = Readonly<Record<string, string | Buffer>>;

/** A zip archive as any packer makes one. */
export function zipOf(parts: Parts, compressionLevel = 6): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) {
    zip.addBuffer(Buffer.from(content), name, { compressionLevel });
  }
  zip.end();
  return buffer(zip.outputStream);
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const OFFICE = 'application/vnd.openxmlformats-officedocument';

function typesOf(main: string, mainPart: string): string {
  return (
    `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/${mainPart}" ContentType="${main}"/></Types>`
  );
}

export const relationsOf = (inside: string): string =>
  `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;

/** The parts of a small workbook, to which a test adds its own. */
export const XLSX: Parts = {
  '[Content_Types].xml': typesOf(`${OFFICE}.spreadsheetml.sheet.main+xml`, 'xl/workbook.xml'),
  '_rels/.rels': relationsOf(
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>',
  ),
  'xl/workbook.xml': `${DECLARATION}<workbook/>`,
  'xl/worksheets/sheet1.xml': `${DECLARATION}<worksheet><sheetData/></worksheet>`,
};

/** The parts of a small document. */
export const DOCX: Parts = {
  '[Content_Types].xml': typesOf(
    `${OFFICE}.wordprocessingml.document.main+xml`,
    'word/document.xml',
  ),
  '_rels/.rels': relationsOf(
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>',
  ),
  'word/document.xml': `${DECLARATION}<document>认定文件</document>`,
};

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
export const JPG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
