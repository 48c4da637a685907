import { ITEM_PARTS } from '../acceptance-rules.ts';
import type { AcceptanceItem } from '../acceptances.ts';
import { MEASURE_STATES } from '../measures.ts';
import type { Block, PaperColumn, PaperPages } from '../paper.ts';
import { indicatorRows, textOf } from '../reports/annexes.ts';
import { pick } from '../reports/source.ts';
import { titleLines } from '../reports/title.ts';
import { expectedOf, proofOf } from './report.ts';
import {
  asReport,
  type DossierFile,
  type DossierSource,
  type DossierVoice,
  filesOf,
  gradeText,
  type ItemSubject,
  itemsOf,
  marksOf,
  marksText,
  numbersOf,
  scoreText,
} from './source.ts';
import type { SheetColumn } from './words.ts';

/** In millimetres, of a Chinese sheet and of an English one. */
const WIDTHS: Readonly<Record<SheetColumn, readonly [number, number, PaperColumn['align']?]>> = {
  number: [9, 9, 'center'],
  group: [20, 21],
  item: [44, 50],
  target: [20, 20, 'center'],
  figure: [18, 19, 'center'],
  weight: [12, 14, 'center'],
  standard: [31, 25],
  self: [15, 19, 'center'],
  marks: [14, 13, 'center'],
  reason: [27, 23],
  files: [15, 17, 'center'],
};

/** Nothing was given or handed in. */
const ABSENT = '…';

/** 评分表, landscape: what each item is worth, what was claimed and what was found. */
export function dossierSheet(source: DossierSource, voice: DossierVoice): PaperPages {
  const { board, acceptance } = source;
  const { dossier: words, acceptance: names, words: report, language } = voice;
  const title = words.titles.scoreSheet(
    board.year,
    pick(voice, board.plan.shortTitleZh, board.plan.shortTitleEn),
  );
  const all = itemsOf(source, voice);
  const cellsOf = rowMaker(source, voice);
  const parts = ITEM_PARTS.map((part) => ({
    part,
    items: all.filter(({ item }) => item.part === part),
  })).filter(({ items }) => items.length > 0);
  const columns = (Object.keys(WIDTHS) as SheetColumn[]).map((id): PaperColumn => {
    const [chinese, english, align] = WIDTHS[id];
    return {
      head: words.columns[id],
      width: language === 'zh-CN' ? chinese : english,
      ...(align === undefined ? {} : { align }),
    };
  });
  const { self, verified } = acceptance;
  const grade = verified === null ? null : gradeText(source, verified, voice);
  const blocks: Block[] = [
    { kind: 'title', lines: language === 'zh-CN' ? titleLines(title) : [title] },
    {
      kind: 'table',
      caption: null,
      unit: report.asOf(board.year),
      columns,
      rows: [
        ...parts.flatMap(({ part, items }) => [
          words.partHead(
            names.parts[part],
            part === 'veto' ? null : marksText(sum(items.map(({ item }) => item.weight ?? 0))),
          ),
          ...items.map(cellsOf),
        ]),
        [
          '',
          words.total,
          grade === null ? '' : `${words.grade}${language === 'zh-CN' ? '：' : ': '}${grade}`,
          '',
          '',
          marksText((verified ?? acceptance.computed).base.of),
          '',
          self === null ? ABSENT : scoreText(self.total, voice),
          verified === null ? ABSENT : scoreText(verified.total, voice),
          '',
          '',
        ],
      ],
      notes: [...words.sheetNotes],
    },
    { kind: 'blankLine' },
    { kind: 'paragraph', flush: true, text: words.signatures },
    proofOf(source, voice),
  ];
  return {
    layout: language === 'zh-CN' ? 'official' : 'ordinary',
    ...marksOf(source, voice),
    sections: [{ landscape: true, blocks }],
  };
}

/** Makes the rows of the items, numbered as they come. */
function rowMaker(source: DossierSource, voice: DossierVoice): (one: ItemSubject) => string[] {
  const { board } = source;
  const { dossier: words, acceptance: names, words: report } = voice;
  const rows = new Map(indicatorRows(asReport(source), voice).map((row) => [row.indicatorId, row]));
  const themes = new Map(
    board.themes.map(({ id, nameZh, nameEn }) => [id, pick(voice, nameZh, nameEn)]),
  );
  const files = filesOf(source);
  let number = 0;
  return ({ item, indicator, name, department }) => {
    number += 1;
    const row = indicator === null ? undefined : rows.get(indicator.id);
    const state = MEASURE_STATES.find((one) => one === item.status);
    const group =
      indicator === null ? names.subjects[item.subject] : (themes.get(indicator.themeId) ?? '');
    return [
      String(number),
      group,
      department === null ? name : `${name}\n${words.under(department)}`,
      row?.target ?? report.none,
      row !== undefined
        ? textOf(row.figure)
        : item.subject !== 'measure'
          ? report.none
          : state === undefined
            ? ABSENT
            : report.measure.states[state],
      item.weight === null ? report.none : marksText(item.weight),
      standardOf(item, voice),
      item.part === 'veto' || item.excluded
        ? report.none
        : item.claim === null
          ? ABSENT
          : marksText(item.claim),
      marksCell(item, voice),
      reasonOf(item, voice),
      numbersOf(files, concerns(item)).join(words.between) || ABSENT,
    ];
  };
}

const concerns =
  ({ itemId, indicatorId }: AcceptanceItem) =>
  (use: DossierFile['uses'][number]): boolean =>
    use.kind === 'item' ? use.itemId === itemId : use.indicatorId === indicatorId;

function standardOf(
  { standard, rule, basis }: AcceptanceItem,
  { acceptance: names }: DossierVoice,
): string {
  if (standard !== '') return standard;
  if (rule === null) return ABSENT;
  return basis === null || rule !== 'proportional'
    ? names.rules[rule]
    : `${names.rules[rule]}\n${names.bases[basis]}`;
}

function marksCell(item: AcceptanceItem, { dossier: words, words: report }: DossierVoice): string {
  const { verified, excluded, part } = item;
  if (excluded) return report.none;
  if (verified === null) return ABSENT;
  if (part === 'veto') return verified.marks > 0 ? words.strikes : report.none;
  return marksText(verified.marks);
}

/** Why it is less than claimed, and why it counts for nothing at all. */
function reasonOf(item: AcceptanceItem, { dossier, acceptance: names }: DossierVoice): string {
  const { verified, excluded, why, gap } = item;
  if (excluded) return dossier.leftOut(why === null ? null : names.why[why]);
  if (verified === null) return gap === null ? '' : names.gaps[gap];
  return verified.marks === expectedOf(item) ? '' : verified.reason;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
