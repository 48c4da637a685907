import { lacks } from '../acceptance-evidence.ts';
import type { Block, PaperColumn, PaperPages, PaperTable } from '../paper.ts';
import { pick } from '../reports/source.ts';
import { titleLines } from '../reports/title.ts';
import { proofOf } from './report.ts';
import {
  type DossierFile,
  type DossierSource,
  type DossierVoice,
  filesOf,
  type FileUse,
  itemsOf,
  marksOf,
  numbersOf,
} from './source.ts';
import type { EvidenceColumn } from './words.ts';

/** 佐证材料清单: what is asked for, target by target, then every file. */
export function dossierEvidence(source: DossierSource, voice: DossierVoice): PaperPages {
  const { board } = source;
  const { dossier: words, language } = voice;
  const title = words.titles.evidenceList(
    board.year,
    pick(voice, board.plan.shortTitleZh, board.plan.shortTitleEn),
  );
  const files = filesOf(source);
  const blocks: Block[] = [
    { kind: 'title', lines: language === 'zh-CN' ? titleLines(title) : [title] },
    demandTable(source, voice, files),
    ...(files.length === 0 ? [] : [fileTable(source, voice, files)]),
    proofOf(source, voice),
  ];
  return {
    layout: language === 'zh-CN' ? 'official' : 'ordinary',
    ...marksOf(source, voice),
    sections: [{ landscape: true, blocks }],
  };
}

const column = (
  { dossier }: DossierVoice,
  id: EvidenceColumn,
  width: number,
  align?: PaperColumn['align'],
): PaperColumn => ({
  head: dossier.columns[id],
  width,
  ...(align === undefined ? {} : { align }),
});

function demandTable(
  source: DossierSource,
  voice: DossierVoice,
  files: readonly DossierFile[],
): PaperTable {
  const { acceptance, board } = source;
  const { dossier: words } = voice;
  const named = (number: string): string => {
    const file = files.find((one) => one.number === number);
    return file === undefined ? number : `${number} ${file.name}`;
  };
  const listed = (use: (one: FileUse) => boolean): string =>
    numbersOf(files, use).map(named).join('\n');
  const beside = itemsOf(source, voice).filter(({ item }) => item.files.length > 0);
  return {
    kind: 'table',
    caption: null,
    unit: voice.words.asOf(board.year),
    columns: [
      column(voice, 'demand', 62),
      column(voice, 'have', 22, 'center'),
      column(voice, 'files', 111),
      column(voice, 'remarks', 30, 'center'),
    ],
    rows: [
      ...acceptance.evidence.flatMap(({ indicatorId, demands }) => {
        const found = board.indicators.find(({ id }) => id === indicatorId);
        if (found === undefined) return [];
        return [
          `${found.code} ${pick(voice, found.nameZh, found.nameEn)}`,
          ...demands.map((demand) => [
            words.demands[demand.code],
            words.have(demand.have, demand.of),
            listed(
              (use) =>
                use.kind === 'target' &&
                use.indicatorId === indicatorId &&
                use.demand === demand.code,
            ),
            lacks(demand) ? words.lacks(demand.of - demand.have) : words.complete,
          ]),
        ];
      }),
      ...(beside.length === 0
        ? []
        : [
            words.itemFiles,
            ...beside.map(({ item, name, department }) => [
              department === null ? name : `${name}\n${words.under(department)}`,
              String(item.files.length),
              listed((use) => use.kind === 'item' && use.itemId === item.itemId),
              '',
            ]),
          ]),
    ],
    notes: [],
  };
}

function fileTable(
  source: DossierSource,
  voice: DossierVoice,
  files: readonly DossierFile[],
): PaperTable {
  const { board } = source;
  const { dossier: words } = voice;
  const items = itemsOf(source, voice);
  const useOf = (use: FileUse): string => {
    if (use.kind === 'target') {
      const found = board.indicators.find(({ id }) => id === use.indicatorId);
      return words.usedFor(found?.code ?? '', words.demands[use.demand]);
    }
    const found = items.find(({ item }) => item.itemId === use.itemId);
    return words.usedFor(found?.name ?? '', words.purposes[use.purpose]);
  };
  return {
    kind: 'table',
    caption: words.filesCaption(files.length),
    unit: null,
    columns: [
      column(voice, 'number', 13, 'center'),
      column(voice, 'name', 66),
      column(voice, 'size', 18, 'right'),
      column(voice, 'use', 53),
      column(voice, 'sha256', 75),
    ],
    rows: files.map(({ number, name, size, sha256, uses, missing }) => [
      number,
      missing ? `${name}\n${words.missing}` : name,
      words.bytes(size),
      [...new Set(uses.map(useOf))].join('\n'),
      `${sha256.slice(0, 32)}\n${sha256.slice(32)}`,
    ]),
    notes: [words.filesNote],
  };
}
