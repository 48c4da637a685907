import { createRoot } from 'react-dom/client';
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';

/** Nothing but 25 Recharts line charts of ten years, without animation: what a board is up against. */
const CHARTS = Array.from({ length: 25 }, (_chart, chart) =>
  Array.from({ length: 10 }, (_year, year) => ({
    year: 2011 + year,
    actual: 20 + chart + year * 3,
    planned: 18 + chart + year * 4,
  })),
);

const element = document.querySelector('#root');
if (element !== null) {
  createRoot(element).render(
    CHARTS.map((data) => (
      <LineChart key={data[0]?.actual} width={400} height={200} data={data}>
        <CartesianGrid vertical={false} />
        <XAxis dataKey="year" />
        <YAxis />
        <Tooltip />
        <Line dataKey="actual" isAnimationActive={false} />
        <Line dataKey="planned" isAnimationActive={false} strokeDasharray="6 4" />
      </LineChart>
    )),
  );
}
