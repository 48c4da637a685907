import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { withFonts } from './fonts.ts';
import type { Paper } from '../../shared/paper.ts';
import { STYLE } from './styles.ts';

/**
 * What the library leaves to chance or to the clock is put in order, and its parts are made as every
 * reader wants them: the same paper gives the same bytes, fields stand in runs of their own (WPS), and
 * the fonts say what stands in for them.
 */
export async function finishPaper(
  bytes: Buffer,
  paper: Paper,
  pages: readonly number[],
): Promise<Buffer> {
  const parts = await partsOf(bytes);
  for (const [name, part] of parts) {
    if (name.endsWith('.xlsx')) parts.set(name, await zipOf(await partsOf(part)));
    else parts.set(name, Buffer.from(textOf(name, part.toString(), paper, pages)));
  }
  renameRelationships(parts);
  return zipOf(parts);
}

/** A workbook without the clock in it: the same book gives the same bytes. */
export async function finishBook(bytes: Buffer, date: string): Promise<Buffer> {
  const parts = await partsOf(bytes);
  const core = parts.get('docProps/core.xml');
  if (core !== undefined)
    parts.set('docProps/core.xml', Buffer.from(atDate(core.toString(), date)));
  return zipOf(parts);
}

function textOf(name: string, text: string, paper: Paper, pages: readonly number[]): string {
  if (name === 'docProps/core.xml') return atDate(text, paper.properties.date);
  if (name === 'word/fontTable.xml') return withFonts(text, paper.fonts);
  if (name === 'word/styles.xml') return offTheGrid(text);
  // Fonts that nothing here is written in, and that a program would miss all the same.
  if (name === 'word/theme/theme1.xml') return text.replaceAll(/<a:font script=[^>]*>/g, '');
  if (name.startsWith('word/charts/')) return chartWords(text, paper);
  if (/^word\/(document|header\d+|footer\d+)\.xml$/.test(name)) {
    return nameBookmarks(nameWatermarks(splitFields(text, pages)));
  }
  return text;
}

function atDate(text: string, date: string): string {
  return text.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`);
}

/** The lines of the page are those of the body: smaller and larger text keeps its own distance. */
function offTheGrid(text: string): string {
  const { body: _body, flush: _flush, subtitle: _subtitle, ...others } = STYLE;
  const small = Object.values(others).join('|');
  return text.replaceAll(
    new RegExp(`(w:styleId="(?:${small})">(?:(?!</w:style>).)*?<w:pPr>.*?)(<w:spacing )`, 'gs'),
    '$1<w:snapToGrid w:val="0"/>$2',
  );
}

/** The chart's own language, and a font for its Chinese. */
function chartWords(text: string, { layout }: Paper): string {
  const language = layout === 'official' ? 'zh-CN' : 'en-GB';
  return text
    .replaceAll(/(<c:lang val=")[^"]*/g, `$1${language}`)
    .replaceAll(/(<a:(?:rPr|endParaRPr) lang=")[^"]*/g, `$1${language}`)
    .replaceAll(
      /<a:latin typeface="([^"]*)"\/><a:ea typeface="\+mn-ea"\/>/g,
      '<a:latin typeface="$1"/><a:ea typeface="$1"/>',
    );
}

const RUN = /<w:r>((?:(?!<w:r>).)*?)<\/w:r>/gs;
const FIELD_PART =
  /<w:fldChar [^>]*\/>|<w:instrText[^>]*>[^<]*<\/w:instrText>|<w:t\b[^>]*>[^<]*<\/w:t>/g;

/**
 * Every part of a field in a run of its own, none of them marked as to be worked out anew on opening
 * (Word would ask). Entries of the table of contents get their pages, in order; a number that stands on
 * every page shows as 1 until the page is laid out.
 */
function splitFields(text: string, pages: readonly number[]): string {
  let empty = false;
  let listed = 0;
  let number = '1';
  return text.replaceAll(RUN, (run, inside: string) => {
    const parts = inside.match(FIELD_PART);
    if (parts === null || !parts.some((part) => !part.startsWith('<w:t'))) {
      empty = false;
      return run;
    }
    const look = /^<w:rPr>.*?<\/w:rPr>/s.exec(inside)?.[0] ?? '';
    return parts
      .map((part) => {
        if (part.includes('PAGEREF')) {
          number = String(pages[listed] ?? 1);
          listed += 1;
        }
        const ends = empty && part.includes('"end"');
        const result = ends ? `<w:r>${look}<w:t>${number}</w:t></w:r>` : '';
        empty = part.includes('"separate"');
        return `${result}<w:r>${look}${part.replace(/ w:dirty="true"/, '')}</w:r>`;
      })
      .join('');
  });
}

/** Names that the library counts through the life of the process, counted through the paper. */
function nameBookmarks(text: string): string {
  const ids = new Map<string, number>();
  const names = new Map<string, number>();
  const drawings = new Map<string, number>();
  const numberOf = (known: Map<string, number>, key: string): number => {
    const number = known.get(key) ?? known.size + 1;
    known.set(key, number);
    return number;
  };
  return text
    .replaceAll(/_Toc(\d+)/g, (_all, key: string) => `_Toc${numberOf(names, key)}`)
    .replaceAll(
      /(<w:bookmark(?:Start|End)\b[^>]* w:id=")(\d+)/g,
      (_all, start: string, key: string) => `${start}${numberOf(ids, key)}`,
    )
    .replaceAll(
      /(<wp:docPr id=")(\d+)/g,
      (_all, start: string, key: string) => `${start}${numberOf(drawings, key)}`,
    );
}

function nameWatermarks(text: string): string {
  let count = 0;
  return text.replaceAll(/(id="PowerPlusWaterMarkObject)[^"]*/g, (_all, start: string) => {
    count += 1;
    return `${start}${count}`;
  });
}

/** Relationships that the library named by chance are numbered, in the order in which they stand. */
function renameRelationships(parts: Map<string, Buffer>): void {
  for (const [name, rels] of parts) {
    const owner = /^(.*)_rels\/([^/]+)\.rels$/.exec(name);
    if (owner === null) continue;
    const ownerName = `${owner[1]}${owner[2]}`;
    const text = rels.toString();
    const renamed = new Map<string, string>();
    for (const [, id] of text.matchAll(/ Id="([^"]+)"/g)) {
      if (id !== undefined && !/^rId\d+$/.test(id)) renamed.set(id, `rIdP${renamed.size + 1}`);
    }
    if (renamed.size === 0) continue;
    const anew = (xml: string): string =>
      xml.replaceAll(/ ((?:r:)?[iI]d)="([^"]+)"/g, (all, attribute: string, id: string) =>
        renamed.has(id) ? ` ${attribute}="${renamed.get(id)}"` : all,
      );
    parts.set(name, Buffer.from(anew(text)));
    const part = parts.get(ownerName);
    if (part !== undefined) parts.set(ownerName, Buffer.from(anew(part.toString())));
  }
}

async function partsOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const parts = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return parts;
}

/** The first day that a zip can name; its hours are those of the place, and so are ours. */
const NO_DAY = new Date(1980, 0, 1);

/**
 * Of the same parts always the same bytes, the list of types first, as office programs have it. Each
 * is packed when its turn has come: all at once they took 40 MB more.
 */
async function zipOf(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  const rank = (name: string): string => (name === '[Content_Types].xml' ? '' : name);
  const names = [...parts.keys()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  for (const name of names) {
    const part = parts.get(name) ?? Buffer.alloc(0);
    const options = {
      mtime: NO_DAY,
      forceDosTimestamp: true,
      mode: 0o100644,
      compressionLevel: 6,
      size: part.length,
    };
    zip.addReadStreamLazy(name, options, (ready) => ready(null, Readable.from([part])));
  }
  zip.end();
  return buffer(zip.outputStream);
}
