/** What is written around a chart when it leaves the page. */
export interface DownloadFrame {
  /** The finding, bold. */
  title: string;
  /** Measure, unit, years. */
  subtitle: string;
  /** 资料来源 and date. */
  source: string;
  /** "示例数据 · illustrative data": printed large enough that it cannot be missed. */
  illustrative?: string;
  /** How much larger its words are than on a page, for a chart of a wall; 1 where it is not said. */
  scale?: number;
}

const CHINESE =
  "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',system-ui,sans-serif";

/** Chinese quotation marks are as wide as a character; an English picture takes Latin ones. */
const fontOf = (title: string): string =>
  /\p{Script=Han}/u.test(title)
    ? CHINESE
    : `'Segoe UI','Helvetica Neue',Roboto,'Noto Sans',Arial,${CHINESE}`;

function escapeXml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** Breaks a text into lines of at most `most` em; Chinese breaks anywhere, Latin between words. */
export function wrap(text: string, most: number, measure: (text: string) => number): string[] {
  const pieces = text.match(/[^\s\u2e80-\uffef]+\s*|[\u2e80-\uffef]\s*|\s+/g) ?? [text];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    // A comma or full stop never begins a line.
    const hangs = /^[，。；：、）》」』！？,.;:)]/.test(piece);
    if (line !== '' && !hangs && measure(line + piece) > most) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}

/**
 * A chart as an SVG file of its own: white ground, colours and fonts written in, and around it the
 * title, subtitle, source and, for illustrative figures, the mark that says so.
 *
 * `chart` is the markup of one `<svg>` with a viewBox; `colour` gives the value of a CSS variable
 * (`--chart-actual` → `#17395C`). Throws RangeError when there is no viewBox.
 */
export function standaloneSvg(
  chart: string,
  frame: DownloadFrame,
  colour: (name: string) => string,
  measure: (text: string) => number,
): { svg: string; width: number; height: number } {
  const view = /viewBox="([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+)"/.exec(chart);
  if (!view) throw new RangeError('the chart has no viewBox');
  const chartWidth = Number(view[3]);
  const chartHeight = Number(view[4]);
  const scale = frame.scale ?? 1;
  const pad = 24 * scale;
  const width = Math.max(480 * scale, chartWidth) + 2 * pad;
  const most = width - 2 * pad;
  const parts: string[] = [];
  let y = pad;
  const write = (text: string, size: number, weight: number, fill: string): void => {
    if (text === '') return;
    for (const line of wrap(text, most / size, measure)) {
      y += size * 1.35;
      parts.push(
        `<text x="${pad}" y="${(y - size * 0.3).toFixed(1)}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(line)}</text>`,
      );
    }
  };
  write(frame.title, 20 * scale, 700, colour('--ink'));
  y += 2 * scale;
  write(frame.subtitle, 13 * scale, 400, colour('--ink-2'));
  if (frame.illustrative !== undefined)
    write(frame.illustrative, 14 * scale, 700, colour('--seal'));
  y += 12 * scale;
  const inner = chart
    .replace(/^[^<]*<svg\b[^>]*>/, (open) =>
      open
        .replace(/\s(width|height|style|class|xmlns|role|aria-[a-z]+|focusable)="[^"]*"/g, '')
        .replace(
          '<svg',
          `<svg x="${pad}" y="${y.toFixed(1)}" width="${chartWidth}" height="${chartHeight}"`,
        ),
    )
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => colour(name));
  parts.push(inner);
  y += chartHeight + 8 * scale;
  write(frame.source, 12 * scale, 400, colour('--ink-3'));
  const height = Math.ceil(y + pad);
  const name = escapeXml([frame.illustrative, frame.title].filter(Boolean).join(' '));
  return {
    width,
    height,
    svg:
      `<?xml version="1.0" encoding="UTF-8"?>\n` +
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontOf(frame.title)}" role="img">` +
      `<title>${name}</title><desc>${escapeXml([frame.subtitle, frame.source].join(' '))}</desc>` +
      `<rect width="${width}" height="${height}" fill="#FFFFFF"/>${parts.join('')}</svg>\n`,
  };
}
