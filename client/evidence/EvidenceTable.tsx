import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Evidence } from '../../shared/evidence.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import styles from './evidence.module.css';
import type { Shelf } from './shelves.ts';

/** The files, each with its size, who brought it and when. */
export function EvidenceTable(props: {
  shelf: Shelf;
  /** Of what they lie beside. */
  besideId: string;
  items: readonly Evidence[];
  editable: boolean;
  /** As a list: there is no room for columns. */
  compact: boolean;
}): ReactElement {
  const { shelf, besideId, items, editable, compact } = props;
  const words = useMessages().evidence;
  const format = useFormat();
  const remove = useRemove(shelf, besideId);
  if (compact) {
    return (
      <ul className={styles['list']} aria-label={words.caption}>
        {items.map((item) => (
          <li key={item.id}>
            <FileName item={item} address={shelf.address(besideId, item.id)} />
            <br />
            <small>
              {format.bytes(item.size)} · {item.added.name} · {format.dateTime(item.added.at)}
            </small>{' '}
            {editable ? <RemoveButton item={item} onRemove={remove} /> : null}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <table className={`statTable ${styles['table']}`}>
      <caption className="visuallyHidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col" className="num">
            {words.size}
          </th>
          <th scope="col">{words.by}</th>
          <th scope="col">{words.at}</th>
          {editable ? (
            <th scope="col" className="screenOnly">
              {words.work}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row" className={styles['name']}>
              <FileName item={item} address={shelf.address(besideId, item.id)} />
            </th>
            <td className="num">{format.bytes(item.size)}</td>
            <td className={styles['short']}>{item.added.name}</td>
            <td className={styles['short']}>{format.dateTime(item.added.at)}</td>
            {editable ? (
              <td className="screenOnly">
                <RemoveButton item={item} onRemove={remove} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The name of a file, which gives its bytes. */
function FileName({ item, address }: { item: Evidence; address: string }): ReactElement {
  const words = useMessages().evidence;
  if (item.damaged) {
    return (
      <>
        {item.name} <strong className={styles['damaged']}>{words.damaged}</strong>
      </>
    );
  }
  return (
    <a href={address} download={item.name} title={words.download(item.name)}>
      {item.name}
    </a>
  );
}

function RemoveButton(props: { item: Evidence; onRemove: (item: Evidence) => void }): ReactElement {
  const { item, onRemove } = props;
  const words = useMessages().evidence;
  return (
    <Button
      variant="link"
      className="screenOnly"
      aria-label={words.removeNamed(item.name)}
      onClick={() => onRemove(item)}
    >
      {words.remove}
    </Button>
  );
}

/** Takes a file away at once; the corner says so and takes it back. */
function useRemove(shelf: Shelf, besideId: string): (item: Evidence) => void {
  const messages = useMessages();
  const words = messages.evidence;
  const toast = useToast();
  const tell = (error: unknown) => toast(problemSentence(messages, error));
  const restore = useMutation({
    mutationFn: ({ id }: Evidence) => shelf.restore(besideId, id),
    onSuccess: ({ name }) => toast(words.restored(name)),
    onError: tell,
  });
  const remove = useMutation({
    mutationFn: ({ id }: Evidence) => shelf.remove(besideId, id),
    onSuccess: (_nothing, item) => toast(words.removed(item.name), () => restore.mutate(item)),
    onError: tell,
  });
  return (item) => remove.mutate(item);
}
