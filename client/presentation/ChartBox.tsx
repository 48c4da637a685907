import { type ReactElement, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import styles from './present.module.css';

interface Box {
  readonly width: number;
  readonly height: number;
  /** The size of the letters that it was measured with. */
  readonly font: number;
}

/**
 * What is left of the slide for its chart, measured before it is painted, and again when the slide
 * changes its shape. Nothing is drawn in a box that belongs to letters of another size.
 */
export function ChartBox(props: {
  font: number;
  children: (box: { width: number; height: number }) => ReactElement;
}): ReactElement {
  const { font, children } = props;
  const ref = useRef<HTMLDivElement | null>(null);
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      setBox((old) =>
        old?.width === width && old.height === height && old.font === font
          ? old
          : { width, height, font },
      );
    };
    measure();
    // Before the frame is painted: a chart is never seen in the size of another window.
    const observer = new ResizeObserver(() => flushSync(measure));
    observer.observe(element);
    return () => observer.disconnect();
  }, [font]);
  return (
    <div className={styles['chartBox']} ref={ref}>
      {box === null || box.font !== font ? null : (
        <div className={styles['chart']}>{children(box)}</div>
      )}
    </div>
  );
}
