import type { ReactElement, ReactNode } from 'react';

/** Read by screen readers, not drawn. */
export function VisuallyHidden(props: { children: ReactNode }): ReactElement {
  return <span className="visuallyHidden">{props.children}</span>;
}
