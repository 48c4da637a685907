import { Problem } from '../../shared/problems.ts';
import { type ArchiveLimits, Budget, type Look, walkArchive } from './archive.ts';

export type OfficeKind = 'xlsx' | 'docx';

const MAIN: Readonly<Record<OfficeKind | 'pptx', string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
};

/** Macros (of Excel 4, too), controls, and workbooks elsewhere that this one reads from. */
const ACTIVE = /(^|\/)vba[a-z]+\.|(^|\/)(externallinks|activex|macrosheets)\//i;
const EMBEDDED = /(^|\/)embeddings\//i;
/** A chart keeps its figures in such a workbook. Anything else embedded could be a program. */
const EMBEDDED_DOCUMENT = /(^|\/)embeddings\/[^/]+\.(xlsx|docx|pptx)$/i;
const MARKUP = /\.(xml|rels|vml)$/i;
/** Parts that are read whole; real ones have some kilobytes. */
const LARGEST_INDEX = 1024 * 1024;

/**
 * Looks through an Office document before anything else reads it: nothing active inside, nothing
 * drawn in from outside, no document type declarations, and really of the kind that it says.
 * @throws Problem fileUnsafe, fileTypeMismatch, and the refusals of walkArchive
 */
export async function requireHarmless(
  source: string | Buffer,
  kind: OfficeKind,
  limits: ArchiveLimits,
): Promise<void> {
  await lookThrough(source, new Budget(limits), [kind], 0);
}

async function lookThrough(
  source: string | Buffer,
  budget: Budget,
  kinds: readonly (keyof typeof MAIN)[],
  depth: number,
): Promise<void> {
  let said = false;
  await walkArchive(source, budget, (name) => {
    if (ACTIVE.test(name)) throw new Problem('fileUnsafe');
    if (EMBEDDED.test(name) && !name.endsWith('/')) {
      if (depth > 0 || !EMBEDDED_DOCUMENT.test(name)) throw new Problem('fileUnsafe');
      return whole(budget.limits.part, (inner) =>
        lookThrough(inner, budget, ['xlsx', 'docx', 'pptx'], depth + 1),
      );
    }
    if (name === '[Content_Types].xml') {
      said = true;
      return markup((text) => requireKind(text, kinds));
    }
    if (name.toLowerCase().endsWith('.rels')) return markup(refuseOutside);
    return MARKUP.test(name) ? declarations() : NOTHING;
  });
  if (!said) throw new Problem('fileTypeMismatch');
}

const NOTHING: Look = { take: () => undefined, end: () => undefined };

/** Everything of a part at its end. */
function whole(largest: number, then: (bytes: Buffer) => void | Promise<void>): Look {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    take(chunk) {
      size += chunk.length;
      if (size > largest) throw new Problem('fileTooComplex');
      chunks.push(chunk);
    },
    end: () => then(Buffer.concat(chunks)),
  };
}

function markup(then: (text: string) => void): Look {
  const declared = declarations();
  const read = whole(LARGEST_INDEX, (bytes) => then(plain(bytes)));
  return {
    take(chunk) {
      declared.take(chunk);
      read.take(chunk);
    },
    end: () => read.end(),
  };
}

/** Without the zero bytes UTF-16 reads like UTF-8 as far as the words here go. */
const plain = (bytes: Buffer): string => bytes.toString('latin1').replaceAll('\0', '');

/** Longer than anything that is looked for. */
const OVERLAP = 200;

/** Refuses document type declarations (bombs and outside entities need one), in any spelling. */
function declarations(): Look {
  let tail: Buffer = Buffer.alloc(0);
  let beginning = true;
  return {
    take(chunk) {
      const bytes = Buffer.concat([tail, chunk]);
      tail = bytes.subarray(-OVERLAP);
      // Most of a large sheet has none of these, and reading it as text would take a second.
      if (!beginning && !['\0', '<!', '<?'].some((sign) => bytes.includes(sign))) return;
      const text = plain(bytes);
      if (/<!(doctype|entity)/i.test(text)) throw new Problem('fileUnsafe');
      // In an encoding of its own choice it could be written in signs that are not looked for.
      if (beginning && !/^[^<]{0,4}</.test(text)) throw new Problem('fileUnreadable');
      const encoding = /<\?xml[^>]{0,100}?encoding\s*=\s*["']([^"']*)/i.exec(text)?.[1];
      if (encoding !== undefined && !/^(utf-?(8|16(le|be)?)|us-ascii|ascii)$/i.test(encoding)) {
        throw new Problem('fileUnreadable');
      }
      beginning = false;
    },
    end: () => undefined,
  };
}

function requireKind(types: string, kinds: readonly (keyof typeof MAIN)[]): void {
  if (/macroenabled|vbaproject/i.test(types)) throw new Problem('fileUnsafe');
  const values = new Set(
    [...types.matchAll(/ContentType\s*=\s*["']([^"']*)["']/g)].map((one) => one[1]),
  );
  if (!kinds.some((kind) => values.has(MAIN[kind]))) throw new Problem('fileTypeMismatch');
}

/**
 * Links that a reader may follow are harmless; whatever a program would fetch by itself (templates,
 * pictures, other workbooks) is not.
 */
function refuseOutside(relations: string): void {
  // No value of an attribute may hold a '<', so that a tag ends before the next one.
  for (const one of relations.split('<')) {
    if (!/^(?:[\w.-]{1,50}:)?Relationship\b/.test(one)) continue;
    const outside = /TargetMode\s*=\s*["'](?!Internal["'])/.test(one);
    if (outside && !/Type\s*=\s*["'][^"']*\/hyperlink["']/.test(one)) {
      throw new Problem('fileUnsafe');
    }
  }
}
