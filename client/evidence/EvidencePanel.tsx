import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { useMay } from '../app/session.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { useToast } from '../ui/Toast.tsx';
import { DropZone } from './DropZone.tsx';
import styles from './evidence.module.css';
import { EvidenceTable } from './EvidenceTable.tsx';
import { SendingList } from './SendingList.tsx';
import { type Shelf, SHELVES } from './shelves.ts';
import { useUploads } from './useUploads.ts';

export interface PanelProps {
  /** What the files lie beside; a reading where nothing is said. */
  readonly of?: keyof typeof SHELVES;
  /** Its id; null: nobody has begun the reading. */
  readonly besideId: string | null;
  /** Whether the one who looks may begin it, where nobody has. */
  readonly mayBegin?: boolean;
  /** Begins the reading for the first file; null: it could not be, and the page says why. */
  readonly onBegin?: () => Promise<string | null>;
  /** Beside a grid: one file below the other, where a table has no room. */
  readonly compact?: boolean;
}

/**
 * The files beside a reading, a request for a correction of one, an action item, or a report on a
 * measure. Who writes it adds and takes away; who may see it downloads.
 */
export function EvidencePanel(props: PanelProps): ReactElement | null {
  const may = useMay();
  return may('evidence.see') ? <Panel {...props} /> : null;
}

/** One component from before the reading is begun: what is on its way stays on its way. */
function Panel({
  of = 'reading',
  besideId,
  mayBegin = false,
  onBegin,
  compact = false,
}: PanelProps): ReactElement {
  const words = useMessages().evidence;
  const toast = useToast();
  const shelf: Shelf = SHELVES[of];
  const result = shelf.useFiles(besideId);
  const [queue, sending] = useUploads({
    shelf,
    begin: async () => besideId ?? (await onBegin?.()) ?? null,
    onSent: (name) => toast(words.uploaded(name)),
  });
  if (result.isError && result.data === undefined) {
    return <ErrorState error={result.error} onRetry={() => void result.refetch()} />;
  }
  const loading = besideId !== null && result.data === undefined;
  const items = result.data?.items ?? [];
  const editable = besideId === null ? mayBegin : (result.data?.editable ?? mayBegin);
  return (
    <div className={styles['panel']} data-compact={compact || undefined}>
      {loading && sending.length === 0 ? <SkeletonTable rows={1} columns={4} /> : null}
      {!loading && items.length === 0 && !editable ? (
        <p className={styles['none']}>{words.none}</p>
      ) : null}
      {items.length === 0 || besideId === null ? null : (
        <EvidenceTable
          shelf={shelf}
          besideId={besideId}
          items={items}
          editable={editable}
          compact={compact}
        />
      )}
      <SendingList sending={sending} onCancel={queue.cancel} onRetry={queue.retry} />
      {editable ? <DropZone onFiles={queue.add} /> : null}
    </div>
  );
}
