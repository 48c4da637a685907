import type { ReactElement } from 'react';
import type { DueMark } from './trajectoryModel.ts';

/**
 * A small diamond where something is due: filled while it is open, in the colour of what is behind once
 * its day has passed, hollow when it was done. What it stands for is written beside the chart, too.
 */
export function DueDiamond(props: {
  mark: Pick<DueMark, 'standing' | 'label'>;
  /** Its middle, and half its height, px. */
  x: number;
  y: number;
  half: number;
}): ReactElement {
  const { mark, x, y, half } = props;
  const ink = mark.standing === 'late' ? 'var(--st-far-behind)' : 'var(--brand)';
  return (
    <path
      data-due={mark.standing}
      d={`M${x} ${y - half}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`}
      fill={mark.standing === 'settled' ? 'var(--surface)' : ink}
      stroke={ink}
      strokeWidth={Math.max(1.5, half * 0.28)}
    >
      <title>{mark.label}</title>
    </path>
  );
}
