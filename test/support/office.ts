import { fromBufferPromise } from 'yauzl';
import { buffer } from 'node:stream/consumers';

/** What an office file holds, by the names of its parts, in the order in which they stand. */
export async function officeParts(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const parts = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return parts;
}

export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** Of itself and everything in it. */
  readonly text: string;
}

/**
 * Reads XML as strictly as an office program does.
 * @throws Error for what is not well-formed
 */
export function xml(source: string): Element {
  type Open = { name: string; attributes: Map<string, string>; children: Element[]; text: string };
  const root: Open = { name: '', attributes: new Map(), children: [], text: '' };
  const stack: Open[] = [root];
  const top = (): Open => stack.at(-1) ?? root;
  const token =
    /<\?[^?]*\?>|<!--.*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gsy;
  let end = 0;
  for (const [all, closing, name, attributes, empty, text] of source.matchAll(token)) {
    end += all.length;
    if (text !== undefined) {
      if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) throw new Error('bare &');
      top().text += plain(text);
    } else if (name !== undefined && closing === '/') {
      const done = stack.pop();
      if (done?.name !== name) throw new Error(`</${name}> closes <${done?.name ?? ''}>`);
      top().children.push(done);
      top().text += done.text;
    } else if (name !== undefined) {
      const known = new Map<string, string>();
      for (const [, key = '', value = ''] of (attributes ?? '').matchAll(/([\w:.-]+)="([^"]*)"/g)) {
        if (known.has(key)) throw new Error(`${key} twice`);
        known.set(key, plain(value));
      }
      const opened: Open = { name, attributes: known, children: [], text: '' };
      if (empty === '/') top().children.push(opened);
      else stack.push(opened);
    }
  }
  const [element] = root.children;
  if (end !== source.length || stack.length !== 1 || root.children.length !== 1 || !element) {
    throw new Error(`not well-formed after ${end} of ${source.length}`);
  }
  return element;
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** Every element of a name, wherever it is. */
export function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ]);
}

export const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.attributes.get(name);

/** The order in which the schema of ECMA-376 has what stands in an element; Word repairs any other. */
const ORDER: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tr': 'tblPrEx trPr tc',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
};

/** Every place where the order of the schema is not kept, in words. */
export function outOfOrder(element: Element): string[] {
  const order = ORDER[element.name]?.split(' ').map((name) => `w:${name}`);
  const places = element.children.map(({ name }) => order?.indexOf(name) ?? 0);
  const wrong = places.some((place, at) => place < 0 || (at > 0 && place < (places[at - 1] ?? 0)));
  const own = wrong
    ? [`${element.name}: ${element.children.map(({ name }) => name).join(' ')}`]
    : [];
  return [...own, ...element.children.flatMap(outOfOrder)];
}
