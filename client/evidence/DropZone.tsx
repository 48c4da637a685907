import { type DragEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { EVIDENCE_TYPES } from '../../shared/evidence.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './evidence.module.css';

const ENDINGS = Object.keys(EVIDENCE_TYPES).map((ending) => `.${ending}`);

const carriesFiles = (data: DataTransfer | null): boolean =>
  data !== null && Array.from(data.types).includes('Files');

/** Where files are dropped, with a button for those who do not drag. */
export function DropZone(props: { onFiles: (files: readonly File[]) => void }): ReactElement {
  const { onFiles } = props;
  const words = useMessages().evidence;
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement | null>(null);
  useNothingElseDrops();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles(Array.from(event.dataTransfer.files));
  };
  return (
    <div
      className={styles['zone']}
      data-over={over || undefined}
      onDragEnter={(event) => setOver(carriesFiles(event.dataTransfer))}
      onDragOver={(event) => event.preventDefault()}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      <p>
        <span className={styles['dragWords']}>{words.drop}</span>{' '}
        <Button onClick={() => input.current?.click()}>{words.choose}</Button>
      </p>
      <p className={styles['rules']}>{words.rules}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words.choose}
        accept={ENDINGS.join(',')}
        onChange={(event) => {
          onFiles(Array.from(event.target.files ?? []));
          // The same file may be chosen again after it was mended.
          event.target.value = '';
        }}
      />
    </div>
  );
}

/** A file that is dropped beside the zone must not take the place of the page and what was typed. */
function useNothingElseDrops(): void {
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent) => {
      if (!carriesFiles(event.dataTransfer) || event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
    };
    globalThis.addEventListener('dragover', refuse);
    globalThis.addEventListener('drop', refuse);
    return () => {
      globalThis.removeEventListener('dragover', refuse);
      globalThis.removeEventListener('drop', refuse);
    };
  }, []);
}
