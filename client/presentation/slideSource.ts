import type { Slide } from '../../shared/deck.ts';
import { MOST_SHARE } from '../charts/multiplesLayout.ts';
import { departmentText, type Leaving, sourceLine } from '../dashboard/api.ts';
import { decisionOf, indicatorOf, lettersOf, nameOf, type Shown, slideTitle } from './deckView.ts';
import { ROOMY, shortened } from './ListBody.tsx';
import { slideChart } from './slideChart.ts';

/** What the line stands under: on the wall room is short, in a file nothing is left out. */
type Under = 'chart' | 'table' | 'file';

/** Where the figures of a slide come from, and what its chart needs said beside it. */
export function slideSource(slide: Slide, shown: Shown, under: Under = 'file'): string {
  const { speech, board } = shown;
  const { presentation, dashboard } = speech.messages;
  switch (slide.kind) {
    case 'indicator': {
      const leaving = leavingOf(slide, shown);
      const chart = slideChart(slide, shown);
      const indicator = indicatorOf(shown, slide.indicatorId);
      const base = indicator?.target.kind === 'reduction' ? indicator.target.baseline : null;
      const reported = indicator?.readings.some(({ year }) => year <= board.year) ?? false;
      // At a line of figures each one that was corrected says so itself; at levels only the latest.
      const marked =
        under === 'chart' && chart.kind === 'trajectory' && chart.model.ticks === undefined;
      return dashboard.sentences([
        leaving === null || !reported
          ? presentation.source.settings
          : sourceLine(leaving, marked, under === 'file' ? undefined : cutName),
        ...(base === null || base.value === null ? [] : [cutNote(base.year)]),
        ...('note' in chart && chart.note !== '' ? [chart.note] : []),
      ]);
    }
    case 'theme':
      return dashboard.sentences([
        dashboard.sourceLine,
        presentation.chart.multiples,
        ...(overflows(slide, shown) ? [presentation.chart.beyond] : []),
      ]);
    case 'pending':
    case 'ownerless': {
      const { indicatorIds } = slide;
      const whole = indicatorIds.length <= ROOMY;
      const ids = indicatorIds.flatMap((id) => indicatorOf(shown, id)?.lead.departmentIds ?? []);
      return dashboard.sentences([
        presentation.source.settings,
        ...(whole ? [] : lettersNote(ids)),
      ]);
    }
    case 'decisions':
      return dashboard.sentences([
        presentation.source.decisions,
        ...lettersNote(
          slide.decisionIds.map((id) => decisionOf(shown, id)?.leadDepartmentId ?? null),
        ),
      ]);
    case 'decision':
      return presentation.source.decisions;
    default:
      return dashboard.sourceLine;
  }

  /** What letters stand for; nothing where every name is written whole. */
  function lettersNote(ids: readonly (string | null)[]): string[] {
    const found = lettersOf(ids, shown);
    return found.length === 0 ? [] : [presentation.source.letters(found)];
  }

  function cutNote(year: number): string {
    return presentation.chart.cut(year);
  }
}

/** Names as long as a wall has room for them in its smallest line. */
const cutName = (text: string): string => shortened(text, /\p{Script=Han}/u.test(text) ? 44 : 90);

/** Whether a bar of a theme's charts is cut off by their common scale. */
function overflows(slide: Slide, shown: Shown): boolean {
  const chart = slideChart(slide, shown);
  return (
    chart.kind === 'multiples' &&
    chart.model.multiples.some(
      ({ instead, points }) =>
        instead === '' && points.some(({ share }) => (share ?? 0) > MOST_SHARE),
    )
  );
}

/** What a file of an indicator's slide is called and says; null for other slides. */
export function leavingOf(slide: Slide, shown: Shown): Leaving | null {
  const { board, speech } = shown;
  const indicator = slide.kind === 'indicator' ? indicatorOf(shown, slide.indicatorId) : null;
  if (indicator === null) return null;
  const { statuses, dashboard } = speech.messages;
  const names = indicator.lead.departmentIds.map((id) => {
    const department = board.departments.find((each) => each.id === id);
    if (department === undefined) return id;
    const { text, full } = departmentText(department, speech);
    return full ?? text;
  });
  const lead =
    indicator.lead.state === 'none'
      ? statuses.leadNone
      : indicator.lead.state === 'undecided'
        ? statuses.leadUndecided
        : dashboard.listed(names);
  return { indicator, board, finding: slideTitle(slide, shown), lead, speech };
}

/** What a file of a slide is called, without its ending. */
export function slideFileName(slide: Slide, shown: Shown, subject: string): string {
  const indicator = slide.kind === 'indicator' ? indicatorOf(shown, slide.indicatorId) : null;
  const name =
    indicator === null ? subject : `${indicator.code} ${nameOf(indicator, shown.speech)}`;
  return `${name} ${shown.board.year}`.replace(/[\\/:*?"<>|]/g, ' ');
}
