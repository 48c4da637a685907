import type { ReactElement } from 'react';
import type { Status } from '../../shared/assessment/types.ts';
import { useMessages } from '../app/language.tsx';
import { StatusGlyph } from '../ui/status.tsx';

/** A status with its glyph. `hollow`: a preview, of a figure that is not approved. */
export function StatusWord(props: { status: Status; hollow?: boolean }): ReactElement {
  const { status, hollow = false } = props;
  return (
    <span className="statusWord" data-status={status}>
      <StatusGlyph status={status} hollow={hollow} />
      {useMessages().statuses.names[status]}
    </span>
  );
}
