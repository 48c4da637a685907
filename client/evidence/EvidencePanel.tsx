import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { useMay } from '../app/session.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useEvidence } from './api.ts';
import { DropZone } from './DropZone.tsx';
import styles from './evidence.module.css';
import { EvidenceTable } from './EvidenceTable.tsx';
import { SendingList } from './SendingList.tsx';
import { useUploads } from './useUploads.ts';

interface PanelProps {
  /** null: nobody has begun the reading. */
  readonly readingId: string | null;
  /** Whether the one who looks may begin it, where nobody has. */
  readonly mayBegin?: boolean;
  /** Begins the reading for the first file; null: it could not be, and the page says why. */
  readonly onBegin?: () => Promise<string | null>;
  /** Beside a grid: one file below the other, where a table has no room. */
  readonly compact?: boolean;
}

/**
 * The files beside a reading. Who may type into it adds and takes away; who may see it downloads.
 */
export function EvidencePanel(props: PanelProps): ReactElement | null {
  const may = useMay();
  return may('evidence.see') ? <Panel {...props} /> : null;
}

/** One component from before the reading is begun: what is on its way stays on its way. */
function Panel({
  readingId,
  mayBegin = false,
  onBegin,
  compact = false,
}: PanelProps): ReactElement {
  const words = useMessages().evidence;
  const toast = useToast();
  const result = useEvidence(readingId);
  const [queue, sending] = useUploads({
    begin: async () => readingId ?? (await onBegin?.()) ?? null,
    onSent: (name) => toast(words.uploaded(name)),
  });
  if (result.isError && result.data === undefined) {
    return <ErrorState error={result.error} onRetry={() => void result.refetch()} />;
  }
  const loading = readingId !== null && result.data === undefined;
  const items = result.data?.items ?? [];
  const editable = readingId === null ? mayBegin : (result.data?.editable ?? mayBegin);
  return (
    <div className={styles['panel']} data-compact={compact || undefined}>
      {loading && sending.length === 0 ? <SkeletonTable rows={1} columns={4} /> : null}
      {!loading && items.length === 0 && !editable ? (
        <p className={styles['none']}>{words.none}</p>
      ) : null}
      {items.length === 0 || readingId === null ? null : (
        <EvidenceTable readingId={readingId} items={items} editable={editable} compact={compact} />
      )}
      <SendingList sending={sending} onCancel={queue.cancel} onRetry={queue.retry} />
      {editable ? <DropZone onFiles={queue.add} /> : null}
    </div>
  );
}
