import {
  EVIDENCE_LIMIT,
  EVIDENCE_NAME_LIMIT,
  EVIDENCE_TYPES,
  type EvidenceEnding,
} from './evidence.ts';
import type { ProblemCode } from './problems.ts';

/** What nobody sees, and what turns a name round so that its ending is read as another. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const LONE_SURROGATES = /\p{Cs}/gu;

/**
 * The name of a file as it is kept and shown: without a path, without anything unseen, cut before
 * its ending where it is too long.
 * @example cleanFileName('C:\\资料\\2018年\u202e报表.pdf') // '2018年报表.pdf'
 */
export function cleanFileName(sent: string): string {
  const shown = (sent.split(/[/\\]/).at(-1) ?? '')
    .replaceAll(UNSEEN, '')
    .replaceAll(LONE_SURROGATES, '\ufffd')
    .normalize('NFC')
    .trim();
  if (shown.length <= EVIDENCE_NAME_LIMIT) return shown;
  const ending = /\.[^.]{1,10}$/.exec(shown)?.[0] ?? '';
  const kept = shown.slice(0, EVIDENCE_NAME_LIMIT - ending.length);
  return `${kept.replace(/[\ud800-\udbff]$/, '')}${ending}`;
}

/** Endings of what runs, or unpacks; before the real ending they are there to deceive. */
const RUNS = new Set(
  `exe com scr pif bat cmd msi msp dll cpl ps1 vbs vbe js jse mjs wsf wsh hta html htm xhtml mht svg
  xml php jsp asp aspx sh py jar lnk reg inf url chm iso img zip rar 7z cab docm xlsm xlsb pptm`.split(
    /\s+/,
  ),
);

const ENDINGS = Object.keys(EVIDENCE_TYPES) as EvidenceEnding[];

/**
 * The ending that decides what a file has to be; null: it is none that is taken, or another that
 * runs stands before it.
 * @example endingOf('扫描件.JPG') // 'jpg'
 * @example endingOf('报表.exe.pdf') // null
 */
export function endingOf(name: string): EvidenceEnding | null {
  const [, ...endings] = name.toLowerCase().split('.');
  const last = endings.pop();
  if (endings.some((one) => RUNS.has(one.trim()))) return null;
  return ENDINGS.find((ending) => ending === last) ?? null;
}

/**
 * Why a file cannot be taken, as far as its name and size say; null: it may be. The server looks at
 * the bytes, too.
 */
export function refuseFile({ name, size }: { name: string; size: number }): ProblemCode | null {
  if (endingOf(cleanFileName(name)) === null) return 'fileTypeNotAllowed';
  if (size === 0) return 'fileEmpty';
  return size > EVIDENCE_LIMIT ? 'tooLarge' : null;
}
