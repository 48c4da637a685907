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
  return (
    <span className={styles['progress']}>
      <label htmlFor={id}>
        {props.label} {props.text}
      </label>
      <progress
        id={id}
        className={styles['bar']}
        max={Math.max(1, props.max)}
        value={props.value}
      />
    </span>
  );
}
