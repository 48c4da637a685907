import type { ReactElement } from 'react';
import { later } from '../ui/later.tsx';
import type { TrajectoryModel } from './trajectoryModel.ts';
import { TrajectoryStatic } from './TrajectoryStatic.tsx';

const Interactive = later(async () => (await import('./Trajectory.tsx')).Trajectory, {
  waiting: TrajectoryStatic,
  missing: TrajectoryStatic,
});

export interface TrajectoryFigureProps {
  model: TrajectoryModel;
  title: string;
  desc: string;
  height?: number;
  font?: number;
  keyboard?: boolean;
  /** Gets the SVG for paper and downloads; hand it to `downloadSvg`. */
  printRef?: (element: HTMLDivElement | null) => void;
}

/**
 * The trajectory as a page uses it: interactive on screen (its library is fetched when needed,
 * the static drawing stands there meanwhile), static on paper, where a screen width would be cut.
 */
export function TrajectoryFigure(props: TrajectoryFigureProps): ReactElement {
  const { printRef, keyboard = true, ...shared } = props;
  return (
    <>
      <div className="screenOnly">
        <Interactive {...shared} keyboard={keyboard} />
      </div>
      <div className="printOnly" ref={printRef}>
        <TrajectoryStatic {...shared} />
      </div>
    </>
  );
}
