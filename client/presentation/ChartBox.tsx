import { type ReactElement, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import styles from './present.module.css';

/**
 * What is left of the slide for its chart, measured before it is painted, and again when the slide
 * changes its shape.
 */
export function ChartBox(props: {
  children: (box: { width: number; height: number }) => ReactElement;
}): ReactElement {
  const ref = useRef<HTMLDivElement | null>(null);
  const [box, setBox] = useState<{ width: number; height: number } | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0) {
        setBox((old) => (old?.width === width && old.height === height ? old : { width, height }));
      }
    };
    measure();
    // Before the frame is painted: a chart is never seen in the size of another window.
    const observer = new ResizeObserver(() => flushSync(measure));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div className={styles['chartBox']} ref={ref}>
      {box === null ? null : <div className={styles['chart']}>{props.children(box)}</div>}
    </div>
  );
}
