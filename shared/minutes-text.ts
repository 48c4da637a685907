import type { Dashboard } from './dashboard.ts';
import { explain } from './i18n/zh-CN/explain.ts';
import { minutes as words } from './i18n/zh-CN/minutes.ts';
import { report } from './i18n/zh-CN/report.ts';
import { date, dateTime } from './i18n/format.ts';
import { indicatorSentence } from './reports/model.ts';
import type { Voice } from './reports/source.ts';
import { headline } from './sentences.ts';

/** The language of an official document. */
export const OFFICIAL: Voice = { language: 'zh-CN', words: report, explain };

export interface MinutesSource {
  readonly number: number;
  readonly title: string;
  readonly heldOn: string;
  readonly startsAt: string | null;
  readonly place: string;
  readonly chair: { readonly name: string; readonly office: string };
  /** As it was frozen for the meeting. */
  readonly board: Dashboard;
  /** When it was frozen. */
  readonly takenAt: string;
  /** In their order, each with what it is called. */
  readonly agenda: readonly {
    readonly name: string;
    readonly slideKey: string | null;
    readonly notes: string;
  }[];
  /** The confirmed ones, in the order in which they were taken. */
  readonly decisions: readonly {
    readonly text: string;
    /** Names of departments, as an office writes them. */
    readonly lead: string;
    readonly supporting: readonly string[];
    readonly dueOn: string;
  }[];
  /** What became of the decisions of earlier meetings. */
  readonly earlier: {
    readonly total: number;
    readonly closed: number;
    readonly open: number;
    readonly overdue: number;
  };
}

/**
 * The first draft of the minutes (domain: 会议听取了… → 会议议定以下事项：一、…), made from what the
 * meeting is known to have been. Pure, and one paragraph a line: somebody reads and mends it.
 */
export function draftText(source: MinutesSource): string {
  const { board, heldOn, startsAt, chair, agenda, decisions, earlier } = source;
  const when = `${date('zh-CN', heldOn)}${startsAt === null ? '' : hourOf(startsAt)}`;
  const { year } = board;
  const statuses = board.indicators.map(({ assessment }) => assessment.status);
  const asOf = dateTime('zh-CN', source.takenAt);
  const talks = agenda
    .map((item) => ({ ...item, said: talkOf(item, board) }))
    // What stands on the agenda in words is kept for the recorder to fill.
    .filter(({ said, slideKey }) => said.length > 0 || slideKey === null)
    .flatMap(({ name, said }, at) => [`${second(at)}${name}`, ...said]);
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [words.parts.figures, [words.asOf(year, asOf, explain.headline(headline(statuses)))]],
    [
      words.parts.earlier,
      earlier.total === 0
        ? []
        : [words.earlier(earlier.total, earlier.closed, earlier.open, earlier.overdue)],
    ],
    [words.parts.talks, talks],
    [
      words.parts.decisions,
      decisions.length === 0
        ? [words.noDecisions]
        : [
            words.decided,
            ...decisions.map(({ text, lead, supporting, dueOn }, at) => {
              // One paragraph a line: what was typed on several is one decision still.
              const bare = text
                .replace(/\s*\n\s*/g, '')
                .trim()
                .replace(/[。．.]$/u, '');
              const duty = words.duty(lead, supporting, date('zh-CN', dueOn));
              return `${second(at)}${bare}${duty}${words.stop}`;
            }),
          ],
    ],
  ];
  const told = parts.filter(([, lines]) => lines.length > 0);
  return [
    words.opening({
      when,
      place: source.place,
      chair: `${chair.office}${chair.name}`,
      title: source.title,
      number: source.number,
    }) + words.heard(year, decisions.length),
    ...told.flatMap(([name, lines], at) => [report.heading([at + 1], name), ...lines]),
  ].join('\n');
}

/** 9:30, as an office writes an hour. */
const hourOf = (startsAt: string): string => startsAt.replace(/^0/, '');

const second = (at: number): string => report.heading([1, at + 1], '');

/**
 * What was said about one item of the agenda: the figure of its indicator, or which indicators it is
 * about, and the notes. Nothing for a slide that nobody had a word about.
 */
function talkOf(
  { slideKey, notes }: MinutesSource['agenda'][number],
  { indicators, year }: Dashboard,
): string[] {
  const [kind, id] = (slideKey ?? '').split(/[:~]/);
  const named = (fitting: (one: Dashboard['indicators'][number]) => boolean): string[] => {
    const found = indicators.filter(fitting).map(({ code, nameZh }) => `${code} ${nameZh}`);
    return found.length === 0 ? [] : [words.concerned(found)];
  };
  const figures =
    kind === 'indicator'
      ? indicators
          .filter((one) => one.id === id)
          .map((indicator) => indicatorSentence(indicator, year, OFFICIAL))
      : kind === 'pending'
        ? named(({ assessment }) => assessment.status === 'targetPending')
        : kind === 'ownerless'
          ? named(({ lead }) => lead.state !== 'named')
          : [];
  const said = notes
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [...figures, ...said];
}
