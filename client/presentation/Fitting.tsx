import { type ReactElement, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import styles from './present.module.css';

/**
 * Says its content in fewer words, step by step, until it fits the room that the slide leaves it,
 * before it is painted; in all of them again when the room changes. Its `key` names what it says, so
 * that another content begins anew.
 */
export function Fitting(props: {
  /** The steps there are beside the whole, which is 0. */
  steps: number;
  children: (step: number) => ReactElement | null;
}): ReactElement {
  const { steps, children } = props;
  const ref = useRef<HTMLDivElement | null>(null);
  /** Said anew, though it may be the same step, whenever the room is another one. */
  const [tried, setTried] = useState({ step: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null || tried.step >= steps) return;
    if (element.scrollHeight > element.clientHeight + 1) setTried({ step: tried.step + 1 });
  }, [tried, steps]);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    let [width, height] = [element.clientWidth, element.clientHeight];
    const observer = new ResizeObserver(() => {
      const changed = element.clientWidth !== width || element.clientHeight !== height;
      [width, height] = [element.clientWidth, element.clientHeight];
      if (changed) flushSync(() => setTried({ step: 0 }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div className={styles['fitting']} ref={ref}>
      {children(tried.step)}
    </div>
  );
}
