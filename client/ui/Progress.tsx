import { type ReactElement, useId } from 'react';
import styles from './Progress.module.css';

/** How much of something is done, in words and as a bar: `text` is "9/16". */
export function Progress(props: {
  label: string;
  value: number;
  max: number;
  text: string;
}): ReactElement {
  const id = useId();
  const share = props.max > 0 ? Math.min(1, Math.max(0, props.value / props.max)) : 0;
  return (
    <span className={styles['progress']}>
      <span id={id}>
        {props.label} {props.text}
      </span>
      <svg
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={props.max}
        aria-valuenow={props.value}
        className={styles['bar']}
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
      >
        <rect width="100" height="6" fill="var(--band-1)" />
        <rect width={share * 100} height="6" fill="var(--chart-actual)" />
      </svg>
    </span>
  );
}
