import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import {
  DOSSIER_FORMAT,
  DOSSIER_MANIFEST,
  type DossierKind,
  type DossierManifest,
} from '../../shared/acceptance-dossier.ts';
import { dossierEvidence } from '../../shared/dossier/evidence.ts';
import { dossierReport } from '../../shared/dossier/report.ts';
import { dossierSheet } from '../../shared/dossier/sheet.ts';
import { type DossierSource, type DossierVoice, filesOf } from '../../shared/dossier/source.ts';
import { acceptance as acceptanceInEnglish } from '../../shared/i18n/en/acceptance.ts';
import { dossier as english } from '../../shared/i18n/en/dossier.ts';
import { explain as explainInEnglish } from '../../shared/i18n/en/explain.ts';
import { report as reportInEnglish } from '../../shared/i18n/en/report.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { acceptance as acceptanceInChinese } from '../../shared/i18n/zh-CN/acceptance.ts';
import { dossier as chinese } from '../../shared/i18n/zh-CN/dossier.ts';
import { explain as explainInChinese } from '../../shared/i18n/zh-CN/explain.ts';
import { report as reportInChinese } from '../../shared/i18n/zh-CN/report.ts';
import type { FontScheme, Paper, PaperProperties } from '../../shared/paper.ts';
import { pick } from '../../shared/reports/source.ts';
import { canonicalJson } from '../db/canonical.ts';
import { pathOf } from '../files/keep.ts';
import { writePapers } from '../paper/workshop.ts';

const VOICES: Readonly<Record<Language, DossierVoice>> = {
  'zh-CN': {
    language: 'zh-CN',
    words: reportInChinese,
    explain: explainInChinese,
    acceptance: acceptanceInChinese,
    dossier: chinese,
  },
  en: {
    language: 'en',
    words: reportInEnglish,
    explain: explainInEnglish,
    acceptance: acceptanceInEnglish,
    dossier: english,
  },
};

/** What a dossier is made of: what its papers say, and what it judges by, as it is kept. */
export interface GatheredDossier {
  readonly source: DossierSource;
  readonly basis: string;
}

/** A dossier that is ready to be sent. */
export interface Dossier {
  /** Of the archive, without its ending. */
  readonly name: string;
  readonly manifest: DossierManifest;
  /** SHA-256, hex, of the manifest: as `verify FILE` prints it. */
  readonly manifestSha256: string;
  readonly parts: readonly Part[];
}

interface Part {
  readonly path: string;
  /** null: it is kept under its hash, and read when its turn in the archive has come. */
  readonly bytes: Buffer | null;
  readonly size: number;
  readonly sha256: string;
}

export interface DossierOrder {
  readonly language: Language;
  readonly fonts: FontScheme;
}

/**
 * Makes the papers of a dossier and lists its parts. The same concluded acceptance gives the same bytes.
 * @param gather asked when the turn of this document has come
 * @throws Problem busy, and whatever `gather` throws
 */
export async function makeDossier(
  gather: () => Promise<GatheredDossier>,
  { language, fonts }: DossierOrder,
): Promise<Dossier> {
  const voice = VOICES[language];
  const { dossier: words } = voice;
  let gathered: GatheredDossier | null = null;
  const [report, sheet, list] = await writePapers(async () => {
    gathered = await gather();
    const { source } = gathered;
    return [dossierReport, dossierSheet, dossierEvidence].map((make): Paper => ({
      ...make(source, voice),
      fonts,
      properties: propertiesOf(source, voice),
    }));
  });
  const { source, basis } = required<GatheredDossier>(gathered);
  const { acceptance, board } = source;

  const paper = (name: keyof typeof words.fileNames, kind: DossierKind, bytes: Buffer) => ({
    kind,
    path: words.fileNames[name],
    bytes,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  const files = filesOf(source).map(({ number, name, size, sha256, missing }) => ({
    kind: 'evidence' as const,
    path: `${words.folder}/${number}-${safeName(name)}`,
    bytes: null,
    size,
    sha256,
    missing,
  }));
  const parts = [
    paper('report', 'report', required(report)),
    paper('scoreSheet', 'scoreSheet', required(sheet)),
    paper('evidenceList', 'evidenceList', required(list)),
    paper('basis', 'basis', Buffer.from(basis)),
    ...files.filter(({ missing }) => !missing),
  ];
  const manifest: DossierManifest = {
    format: DOSSIER_FORMAT,
    formatVersion: 1,
    acceptanceId: acceptance.id,
    planId: acceptance.planId,
    year: acceptance.year,
    state: acceptance.state,
    concludedAt: acceptance.concluded?.at ?? null,
    language,
    basisSha256: acceptance.basis.sha256,
    sealSha256: acceptance.basis.sealSha256,
    files: parts.map(({ path, kind, size, sha256 }) => ({ path, kind, size, sha256 })),
    missing: files
      .filter(({ missing }) => missing)
      .map(({ path, size, sha256 }) => ({ path, size, sha256 })),
  };
  const listed = Buffer.from(canonicalJson(manifest));
  const manifestSha256 = createHash('sha256').update(listed).digest('hex');
  return {
    name: words.archiveName(
      board.year,
      pick(voice, board.plan.shortTitleZh, board.plan.shortTitleEn),
    ),
    manifest,
    manifestSha256,
    parts: [
      { path: DOSSIER_MANIFEST, bytes: listed, size: listed.length, sha256: manifestSha256 },
      ...parts,
    ],
  };
}

function propertiesOf(source: DossierSource, voice: DossierVoice): PaperProperties {
  const { acceptance, board } = source;
  const { basis, concluded } = acceptance;
  return {
    title: voice.dossier.titles.report(
      board.year,
      pick(voice, board.plan.shortTitleZh, board.plan.shortTitleEn),
    ),
    author: voice.words.committee,
    date: concluded?.at ?? basis.takenAt,
    custom: {
      Plan: acceptance.planId,
      Year: String(acceptance.year),
      Acceptance: acceptance.id,
      BasisSHA256: basis.sha256,
      ...(basis.sealSha256 === null ? {} : { SealedPackageSHA256: basis.sealSha256 }),
    },
  };
}

function required<T>(made: T | null | undefined): T {
  if (made === null || made === undefined) throw new Error('a paper that was made is not there');
  return made;
}

/** Longest name of a file in an archive, without its number, in UTF-16 units. */
const LONGEST_NAME = 100;

/**
 * A name that every file system takes and that leads nowhere else.
 * @example safeName('../a:b.pdf') // '__a_b.pdf'
 */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replaceAll(/\.{2,}/g, '_')
    .replaceAll(/[\\/:*?"<>|]/g, '_')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '');
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? '';
  const stem = Array.from(plain.slice(0, plain.length - ending.length));
  return `${stem.slice(0, LONGEST_NAME).join('')}${ending}` || '_';
}

/** The first day that a zip can name; its hours are those of the place, and so are ours. */
const NO_DAY = new Date(1980, 0, 1);
const READ_AT_ONCE = 1 << 18;

/**
 * The archive as a stream: no file is read before its turn, and nothing is packed (office files, PDF and
 * pictures are so already), so that its size is known beforehand.
 * @param filesFolder where files are kept under their hashes
 */
export function packDossier(
  { parts }: Dossier,
  filesFolder: string,
): { readonly content: Readable; readonly size: number } {
  const zip = new ZipFile();
  const content = new PassThrough();
  const open: { file: Readable | null } = { file: null };
  zip.on('error', (error: Error) => content.destroy(error));
  // Whoever goes away in the middle leaves nothing open.
  pipeline(zip.outputStream, content, () => open.file?.destroy());
  const options = { mtime: NO_DAY, forceDosTimestamp: true, mode: 0o100644, compress: false };
  for (const { path, bytes, size, sha256 } of parts) {
    if (bytes !== null) {
      zip.addBuffer(bytes, path, options);
    } else {
      zip.addReadStreamLazy(path, { ...options, size }, (give) => {
        open.file = createReadStream(pathOf(filesFolder, sha256), { highWaterMark: READ_AT_ONCE });
        give(null, open.file);
      });
    }
  }
  let total = -1;
  zip.end({ forceZip64Format: false, comment: '' }, (...sizes: number[]) => {
    total = sizes[0] ?? -1;
  });
  if (total < 0) throw new Error('the size of the archive is not known');
  return { content, size: total };
}
