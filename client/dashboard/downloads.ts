import type { BoardIndicator, Dashboard } from '../../shared/dashboard.ts';
import type { CsvCell } from '../../shared/csv.ts';
import type { DownloadFrame } from '../charts/standaloneSvg.ts';
import { clockWords } from './ClockSwitch.tsx';
import { pick, unitOf, type Speech } from './speak.ts';
import type { YearRow } from './yearRows.ts';

/** What leaves the page of an indicator: its name, its finding, where the figures come from. */
export interface Leaving {
  readonly indicator: BoardIndicator;
  readonly board: Pick<Dashboard, 'plan' | 'year' | 'known' | 'sealedAt'>;
  readonly finding: string;
  readonly lead: string;
  readonly speech: Speech;
}

/** Without the ending: "A1 规上制造企业…（2019）". */
export function fileName({ indicator, board, speech }: Leaving): string {
  const name = `${indicator.code} ${pick(speech, indicator.nameZh, indicator.nameEn)} ${board.year}`;
  return board.known === 'reported' ? `${name} ${speech.messages.dashboard.clock.reported}` : name;
}

/**
 * "资料来源：科技经济发展局（区统计年报），经审核。"
 * @param marked the chart beside it writes "更正" at the figures themselves; the line says it no more
 * @param cut makes the names of the department and of its sources shorter, where there is little room
 */
export function sourceLine(
  { indicator, board, lead, speech }: Leaving,
  marked = false,
  cut: (text: string) => string = (text) => text,
): string {
  const sources = new Set(
    indicator.readings
      .filter(({ year, source }) => year <= board.year && source !== '')
      .map(({ source }) => source),
  );
  const joined = speech.messages.dashboard.listed([...sources]);
  const words = speech.messages.dashboard;
  return words.sentences([
    words.indicator.source(cut(lead), cut(joined)),
    ...notesOf(indicator, board, speech, marked),
  ]);
}

/** The words around a chart that is saved. */
export function downloadFrame(leaving: Leaving): DownloadFrame {
  const { indicator, board, finding, speech } = leaving;
  const { dashboard, app } = speech.messages;
  const name = `${indicator.code} ${pick(speech, indicator.nameZh, indicator.nameEn)}`;
  const { baselineYear, endYear } = board.plan;
  return {
    title: finding === '' ? name : `${name}${speech.language === 'zh-CN' ? '：' : ': '}${finding}`,
    subtitle: dashboard.indicator.subtitle(unitOf(indicator, speech), baselineYear, endYear),
    source: dashboard.sentences([
      sourceLine(leaving),
      dashboard.asOf(board.year),
      ...(board.known === 'reported' ? [dashboard.clock.line(clockWords(board, speech))] : []),
    ]),
    ...(board.plan.illustrative ? { illustrative: app.illustrative } : {}),
  };
}

/** The table as a spreadsheet: figures as figures, and below it the source and the mark. */
export function csvRows(leaving: Leaving, rows: readonly YearRow[]): CsvCell[][] {
  const { indicator, board, speech } = leaving;
  const { dashboard, app } = speech.messages;
  const { yearTable } = dashboard;
  const name = pick(speech, indicator.nameZh, indicator.nameEn);
  const cell = ({ figure, text }: YearRow['value']): CsvCell => figure ?? text;
  return [
    [indicator.code, name],
    [yearTable.unit, unitOf(indicator, speech) ?? '—'],
    ...(board.plan.illustrative ? [[app.illustrative]] : []),
    ...(board.sealedAt === null ? [] : [[clockWords(board, speech)]]),
    [
      yearTable.year,
      yearTable.value,
      yearTable.plan,
      yearTable.completion,
      yearTable.status,
      yearTable.dataStatus,
      yearTable.source,
      yearTable.marks,
    ],
    ...rows.map((row): CsvCell[] => [
      row.year,
      indicator.target.kind === 'rating' ? row.value.text : cell(row.value),
      indicator.target.kind === 'rating' ? row.plan.text : cell(row.plan),
      cell(row.completion),
      row.statusText,
      row.dataStatus,
      row.source,
      speech.messages.dashboard.listed(row.marks),
    ]),
    [sourceLine(leaving)],
  ];
}

/** What must be said of the figures wherever they go: which were corrected, which were carried. */
function notesOf(
  { readings }: BoardIndicator,
  { year: last }: Pick<Dashboard, 'year'>,
  speech: Speech,
  marked = false,
): string[] {
  const { indicator: words, listed } = speech.messages.dashboard;
  const shown = readings.filter(({ year }) => year <= last);
  const corrected = shown.filter(({ corrections }) => corrections > 0);
  const carried = shown.flatMap(({ year, figureYear }) =>
    figureYear === null ? [] : [words.carried(year, figureYear)],
  );
  return [
    ...(marked || corrected.length === 0
      ? []
      : [words.corrected(listed(corrected.map(({ year }) => String(year))))]),
    ...carried,
  ];
}
