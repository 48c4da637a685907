import { Paragraph, TextRun } from 'docx';
import { ChartRun, type ChartSeries } from 'docx/charts';
import type { Form } from './form.ts';
import type { PaperChart, SeriesRole } from '../../shared/paper.ts';
import { runOf, STYLE } from './styles.ts';

const PIXELS_PER_MM = 96 / 25.4;
const WIDTH = 148;
export const CHART_HEIGHT = 70;

const INK = '15202B';
const GRID = 'DDE1E4';

/** Told apart by dash and marker, so that a black print says as much: ux.md, 7.1. */
const ROLES: Readonly<Record<SeriesRole, Pick<ChartSeries, 'color' | 'line' | 'markers'>>> = {
  actual: {
    color: '17395C',
    line: { color: '17395C', width: 2 },
    markers: { shape: 'circle', size: 6 },
  },
  plan: { color: '6B7782', line: { color: '6B7782', width: 1.25, dash: 'dash' }, markers: false },
  target: { color: INK, line: { color: INK, width: 1, dash: 'longDash' }, markers: false },
};

/** A native chart with its data inside, and its caption below. */
export function chartOf(form: Form, chart: PaperChart): Paragraph[] {
  const { caption, type, categories, series, numberFormat, unit, description } = chart;
  const name = form.faces.number;
  const font = { name, size: 9, color: INK };
  const common = {
    categories,
    font: { name },
    legend: series.length > 1 ? ({ position: 'bottom', font } as const) : (false as const),
    chartArea: { fill: 'FFFFFF', border: 'none' } as const,
    transformation: {
      width: Math.round((chart.width ?? WIDTH) * PIXELS_PER_MM),
      height: Math.round((chart.height ?? CHART_HEIGHT) * PIXELS_PER_MM),
    },
    altText: { name: caption, description },
    categoryAxis: { font },
    valueAxis: {
      font,
      numberFormat,
      ...(unit === null ? {} : { title: { text: unit, font } }),
      ...lowest(chart),
    },
    emptyValues: 'gap',
  } as const;
  const labels = { value: true, numberFormat, font } as const;
  const made =
    type === 'line'
      ? new ChartRun({
          type,
          ...common,
          series: series.map(({ name, role, values }) => ({
            name,
            values,
            ...ROLES[role],
            ...(role === 'actual' ? { dataLabels: { ...labels, position: 'above' } } : {}),
          })),
        })
      : new ChartRun({
          type,
          ...common,
          gapWidth: 80,
          series: series.map(({ name, role, values }) => ({
            name,
            values,
            color: role === 'actual' ? '17395C' : GRID,
            dataLabels: { ...labels, position: 'outsideEnd' },
          })),
        });
  return [
    new Paragraph({ style: STYLE.figure, children: [made] }),
    new Paragraph({
      style: STYLE.caption,
      children: [new TextRun({ text: caption, ...runOf(form, form.looks.caption) })],
    }),
  ];
}

/**
 * Columns grow from zero; so do lines, unless something fell below it, or all of it lies so far above
 * that nothing could be told apart.
 */
function lowest({ type, series }: PaperChart): { readonly minimum?: number } {
  const values = series.flatMap((one) => one.values).filter((value) => value !== null);
  const least = Math.min(...values);
  const narrow = type === 'line' && least > Math.max(...values) / 2;
  return least < 0 || narrow ? {} : { minimum: 0 };
}
