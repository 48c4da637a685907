import type { ReactElement } from 'react';
import type { MeasureState } from '../../shared/measures.ts';
import { useMessages } from '../app/language.tsx';
import { type DrawnStatus, StatusGlyph } from '../ui/status.tsx';

/** The glyphs of the board say the same of a measure. */
const DRAWN: Readonly<Record<MeasureState, DrawnStatus>> = {
  notStarted: 'behind',
  inProgress: 'inProgress',
  mostlyDone: 'onTrack',
  done: 'achieved',
};

/** How far a measure is, in words with a glyph; null: nothing is approved. */
export function MeasureStateWord({ state }: { state: MeasureState | null }): ReactElement {
  const words = useMessages().measures;
  const drawn = state === null ? 'noData' : DRAWN[state];
  return (
    <span className="statusWord" data-status={drawn}>
      <StatusGlyph status={drawn} />
      {state === null ? words.unreported : words.states[state]}
    </span>
  );
}
