import type { Slide } from '../../shared/deck.ts';
import { downloadCsv, downloadPng, downloadSvg } from '../charts/download.ts';
import type { DownloadFrame } from '../charts/standaloneSvg.ts';
import { csvRows, downloadFrame, yearRows } from '../dashboard/api.ts';
import { indicatorOf, type Shown, slideSubject, slideTitle } from './deckView.ts';
import type { SaveAs } from './MenuOverlay.tsx';
import { leavingOf, slideFileName, slideSource } from './slideSource.ts';
import { slideChart } from './slideChart.ts';
import { slideCsv, tableOfKind } from './slideTable.ts';

/** What of a slide can be saved as a file. */
export function canSave(slide: Slide, shown: Shown): { chart: boolean; table: boolean } {
  return {
    chart: slideChart(slide, shown).kind !== 'none',
    table: slideCsv(slide, shown).length > 0,
  };
}

/**
 * Saves the chart or the figures of a slide, in the frozen figures that it shows, with their source
 * and the moment that they are of. Rejects when the browser cannot draw the picture.
 */
export async function saveSlide(wanted: {
  readonly slide: Slide;
  readonly shown: Shown;
  readonly stamp: string;
  /** The drawing on the stage; null: there is none. */
  readonly chart: SVGSVGElement | null;
  readonly as: SaveAs;
  /** px of the unit of the stage: the words of the file are as large as those of its chart. */
  readonly unit: number;
}): Promise<void> {
  const { slide, shown, stamp, chart, as, unit } = wanted;
  const { app } = shown.speech.messages;
  const subject = slideSubject(slide, shown);
  const name = slideFileName(slide, shown, subject);
  const leaving = leavingOf(slide, shown);
  const source = shown.speech.messages.dashboard.sentences([
    slideSource(slide, shown),
    shown.speech.messages.dashboard.clock.line(stamp),
  ]);
  if (as === 'csv') {
    const indicator = slide.kind === 'indicator' ? indicatorOf(shown, slide.indicatorId) : null;
    const rows =
      leaving === null || indicator === null
        ? [
            [subject],
            ...(shown.board.plan.illustrative ? [[app.illustrative]] : []),
            ...slideCsv(slide, shown),
            [source],
          ]
        : [
            ...csvRows(leaving, yearRows(indicator, shown.board, shown.speech)),
            // A cut against its base, or the conditions of a milestone, the years alone do not say.
            ...(tableOfKind(indicator, shown) === null ? [] : slideCsv(slide, shown)),
            [stamp],
          ];
    downloadCsv(rows, `${name}.csv`);
    return;
  }
  if (chart === null) return;
  const frame: DownloadFrame = {
    title: slideTitle(slide, shown),
    subtitle: leaving === null ? subject : `${subject} · ${downloadFrame(leaving).subtitle}`,
    source,
    ...(shown.board.plan.illustrative ? { illustrative: app.illustrative } : {}),
    scale: (unit * 3.2) / 13,
  };
  if (as === 'svg') downloadSvg(chart, frame, `${name}.svg`);
  else await downloadPng(chart, frame, `${name}.png`, as === 'png4' ? 4 : 2);
}
