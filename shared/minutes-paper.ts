import type { Dashboard } from './dashboard.ts';
import { date, dateTime } from './i18n/format.ts';
import { minutes as words } from './i18n/zh-CN/minutes.ts';
import type { Attendee } from './meetings.ts';
import { OFFICIAL } from './minutes-text.ts';
import type { Block, Paper, PaperTable } from './paper.ts';
import { indicatorRows, textOf } from './reports/annexes.ts';
import { ZONE } from './reports/source.ts';

/** Everything that the document of the minutes is made of; the same source is the same bytes. */
export interface MinutesPaperSource {
  readonly number: number;
  readonly title: string;
  /** One paragraph a line. */
  readonly text: string;
  readonly attendees: readonly Attendee[];
  readonly board: Dashboard;
  readonly takenAt: string;
  /** The body that issues them, at the left below the masthead. */
  readonly issuer: string;
  /** The day on which the chair confirmed them; of a draft the day it is looked at. */
  readonly issuedOn: string;
  readonly draft: boolean;
}

/**
 * The minutes in the form of GB/T 9704 (clause 10.3): masthead, text, and one blank line below it who
 * attended, who was absent and who sat in; the figures of the frozen moment follow as an annex.
 */
export function minutesPaper(source: MinutesPaperSource): Paper {
  const { board, text, issuedOn, takenAt, draft } = source;
  const title = words.masthead(source.title);
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    layout: 'official',
    fonts: 'gb2312',
    draft: draft ? words.draft : null,
    mark: board.plan.illustrative ? OFFICIAL.words.illustrative : null,
    properties: {
      title,
      author: source.issuer,
      date: `${issuedOn}T00:00:00.000Z`,
      custom: { FiguresAsOf: takenAt },
    },
    sections: [
      {
        blocks: [
          {
            kind: 'masthead',
            text: title,
            number: words.number(source.number),
            department: source.issuer,
            date: date('zh-CN', issuedOn),
          },
          ...lines.map(blockOf),
          { kind: 'attachments', label: words.attachments, items: [words.annex] },
          { kind: 'blankLine' },
          ...people(source.attendees),
        ],
      },
      {
        landscape: true,
        blocks: [
          { kind: 'annex', label: words.annexLabel, title: words.annex },
          figures(board, dateTime('zh-CN', takenAt)),
        ],
      },
    ],
  };
}

/**
 * The level of a heading: 一、 and （一） head a part where the line ends without a stop; else they only
 * number a paragraph, which is no heading: null.
 * @example headingLevel('（一）尽快办理。') // null
 */
export function headingLevel(line: string): 1 | 2 | null {
  if (/[。；：！？）]$/u.test(line)) return null;
  if (/^[一二三四五六七八九十]+、/u.test(line)) return 1;
  return /^（[一二三四五六七八九十]+）/u.test(line) ? 2 : null;
}

function blockOf(line: string): Block {
  const level = headingLevel(line);
  return level === null
    ? { kind: 'paragraph', text: line }
    : { kind: 'heading', level, text: line };
}

function people(attendees: readonly Attendee[]): Block[] {
  const { present, absent, observers } = words.people;
  const came = attendees.filter(({ presence }) => presence !== 'absent');
  const groups = [
    [present, came.filter(({ kind }) => kind === 'member').map(called)],
    [absent, attendees.filter(({ presence }) => presence === 'absent').map(plainly)],
    [observers, came.filter(({ kind }) => kind === 'observer').map(called)],
  ] as const;
  return groups
    .filter(([, names]) => names.length > 0)
    .map(([label, names]) => ({ kind: 'people', label, names: names.join(words.and) }));
}

const plainly = ({ office, name }: Attendee): string => words.person(office, name);

const called = (attendee: Attendee): string =>
  attendee.presence === 'deputised'
    ? words.deputy(attendee.office, attendee.deputy, attendee.name)
    : plainly(attendee);

/** Every indicator as it stood at the frozen moment. */
function figures(board: Dashboard, asOf: string): PaperTable {
  const { columns } = words;
  const source = {
    board,
    scope: ZONE,
    measures: [],
    evidence: [],
    texts: {},
    seal: null,
    final: false,
  };
  return {
    kind: 'table',
    caption: null,
    unit: null,
    columns: [
      { head: columns.code, width: 12, align: 'center' },
      { head: columns.name, width: 58 },
      { head: columns.target, width: 26, align: 'center' },
      { head: columns.figure, width: 22, align: 'right' },
      { head: columns.unit, width: 16, align: 'center' },
      { head: columns.completion, width: 14, align: 'right' },
      { head: columns.planned, width: 14, align: 'right' },
      { head: columns.status, width: 26, align: 'center' },
      { head: columns.department, width: 37, align: 'center' },
    ],
    rows: indicatorRows(source, OFFICIAL).map((row) => [
      row.code,
      row.name,
      row.target,
      textOf(row.figure),
      row.unit,
      textOf(row.completion),
      textOf(row.planned),
      row.status,
      row.department,
    ]),
    notes: [words.source(asOf)],
  };
}
