import { type ReactElement, useState } from 'react';
import { downloadCsv, downloadPng, downloadSvg } from '../charts/download.ts';
import { Button } from '../ui/Button.tsx';
import { csvRows, downloadFrame, fileName, type Leaving } from './downloads.ts';
import type { YearRow } from './yearRows.ts';
import styles from './Indicator.module.css';

/** Twice the size for a screen, four times for print. */
const TIMES = [2, 4] as const;

/** Chart and figures as files: PNG at two sizes, SVG, CSV. Each says its source. */
export function Downloads(props: {
  leaving: Leaving;
  rows: readonly YearRow[];
  /** The drawing that stands on the page; null: there is none. */
  drawing: () => SVGSVGElement | null;
}): ReactElement {
  const { leaving, rows, drawing } = props;
  const words = leaving.speech.messages.dashboard.indicator;
  const [failed, setFailed] = useState(false);
  const withChart = (save: (chart: SVGSVGElement) => void) => () => {
    const chart = drawing();
    if (chart !== null) save(chart);
  };
  const name = fileName(leaving);
  return (
    <div className={`screenOnly ${styles['downloads']}`}>
      {TIMES.map((times) => (
        <Button
          key={times}
          variant="link"
          onClick={withChart((chart) => {
            setFailed(false);
            downloadPng(chart, downloadFrame(leaving), `${name}.png`, times).catch(() =>
              setFailed(true),
            );
          })}
        >
          {words.png(times)}
        </Button>
      ))}
      <Button
        variant="link"
        onClick={withChart((chart) => downloadSvg(chart, downloadFrame(leaving), `${name}.svg`))}
      >
        {words.svg}
      </Button>
      <Button variant="link" onClick={() => downloadCsv(csvRows(leaving, rows), `${name}.csv`)}>
        {words.csv}
      </Button>
      <output>{failed ? words.failed : ''}</output>
    </div>
  );
}
