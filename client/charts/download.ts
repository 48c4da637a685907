import { csvText, type CsvCell } from '../../shared/csv.ts';
import { saveFile } from '../ui/saveFile.ts';
import { standaloneSvg, type DownloadFrame } from './standaloneSvg.ts';
import { textWidth } from './textWidth.ts';

/** Reads tokens in their light values whatever the theme: a file has white ground. */
function lightTokens(): { colour: (name: string) => string; done: () => void } {
  const probe = document.createElement('div');
  probe.dataset['theme'] = 'light';
  probe.hidden = true;
  document.body.append(probe);
  const computed = getComputedStyle(probe);
  return {
    colour: (name) => computed.getPropertyValue(name).trim() || '#15202b',
    done: () => probe.remove(),
  };
}

function standalone(chart: SVGSVGElement, frame: DownloadFrame): ReturnType<typeof standaloneSvg> {
  const { colour, done } = lightTokens();
  try {
    return standaloneSvg(new XMLSerializer().serializeToString(chart), frame, colour, (text) =>
      textWidth(text, 1),
    );
  } finally {
    done();
  }
}

/** Saves a chart as an SVG file of its own. `chart` is a drawing of this room, with a viewBox. */
export function downloadSvg(chart: SVGSVGElement, frame: DownloadFrame, name: string): void {
  const { svg } = standalone(chart, frame);
  saveFile(name, new Blob([svg], { type: 'image/svg+xml;charset=utf-8' }));
}

/**
 * Saves a chart as a PNG of `times` its size on a page: 2 for a screen, 4 for print. Rejects when the browser cannot draw it (no memory
 * for the canvas); nothing is saved then.
 */
export async function downloadPng(
  chart: SVGSVGElement,
  frame: DownloadFrame,
  name: string,
  times: 2 | 4 = 2,
): Promise<void> {
  const { svg, width, height } = standalone(chart, frame);
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml;charset=utf-8' }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    // As if it were a page's: a chart of a large wall would be too large for any canvas.
    const factor = times / (frame.scale ?? 1);
    canvas.width = Math.round(width * factor);
    canvas.height = Math.round(height * factor);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    if (!png) throw new Error('no picture');
    saveFile(name, png);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Saves rows as a CSV file that Excel and WPS open in Chinese; see `csvText` for what is escaped. */
export function downloadCsv(rows: readonly (readonly CsvCell[])[], name: string): void {
  saveFile(name, new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' }));
}
