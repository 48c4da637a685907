import type { ReactElement } from 'react';
import { Bullet } from '../charts/Bullet.tsx';
import { CountRange } from '../charts/CountRange.tsx';
import { MilestoneRow } from '../charts/MilestoneLine.tsx';
import { RatingSteps } from '../charts/RatingSteps.tsx';
import type { RowChart } from './rowChart.ts';

/** The small picture of a row, 170 px wide. Decoration: the cells beside it say the same. */
export function MicroChart(props: {
  chart: RowChart;
  hollow: boolean;
  lateMark: string;
}): ReactElement | null {
  const { chart, hollow, lateMark } = props;
  switch (chart.kind) {
    case 'bullet':
      return <Bullet {...chart.model} hollow={hollow} />;
    case 'count':
      return <CountRange {...chart.model} hollow={hollow} />;
    case 'rating':
      return <RatingSteps {...chart.model} hollow={hollow} />;
    case 'milestone':
      return (
        <MilestoneRow {...chart.model} hollow={hollow} {...(chart.late ? { lateMark } : {})} />
      );
    case 'none':
      return null;
  }
}
