import type { ReactElement } from 'react';

/** The corner of what unfolds; drawn, because fonts of offices lack the character. */
export function Chevron(props: { up?: boolean }): ReactElement {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
      <path
        d={props.up === true ? 'M1 7l4-4 4 4' : 'M1 3l4 4 4-4'}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </svg>
  );
}
