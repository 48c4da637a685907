import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { type Display, listDisplays, unpairDisplay } from '../../shared/displays.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { call, query } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './displays.module.css';
import { PairDialog } from './PairDialog.tsx';

/** How often it is asked which of them are connected. */
const LOOK_MS = 10_000;

/** `/displays`: the wall screens, one more, and one less. */
export function DisplaysPage(): ReactElement {
  const { displays: words } = useMessages();
  const displays = useQuery({ ...query(listDisplays, {}), staleTime: 0, refetchInterval: LOOK_MS });
  const [pairing, setPairing] = useState(false);
  const [leaving, setLeaving] = useState<Display | null>(null);
  return (
    <PageFrame
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <Link to="/users">{words.users}</Link>
          <Button variant="primary" onClick={() => setPairing(true)}>
            {words.pair}
          </Button>
        </>
      }
    >
      <Loaded result={displays}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={words.none}>
              <Steps />
            </EmptyState>
          ) : (
            <DisplayTable items={items} onUnpair={setLeaving} />
          )
        }
      </Loaded>
      {pairing ? <PairDialog onClose={() => setPairing(false)} /> : null}
      {leaving === null ? null : (
        <UnpairDialog display={leaving} onClose={() => setLeaving(null)} />
      )}
    </PageFrame>
  );
}

function Steps(): ReactElement {
  const { displays: words } = useMessages();
  return (
    <ol className={styles['steps']} aria-label={words.how}>
      {words.steps(`${globalThis.location.origin}/pair`).map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

function DisplayTable(props: {
  items: readonly Display[];
  onUnpair: (display: Display) => void;
}): ReactElement {
  const { app, displays: words } = useMessages();
  const format = useFormat();
  return (
    <table className="statTable">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.address}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.paired}</th>
          <th scope="col">
            <VisuallyHidden>{app.actions.column}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.items.map((display) => (
          <tr key={display.id}>
            <th scope="row">
              {display.name}
              {display.place === '' ? null : <div className={styles['place']}>{display.place}</div>}
            </th>
            <td>{display.address}</td>
            <td>
              {display.listening ? words.showing : words.seen(format.dateTime(display.seenAt))}
            </td>
            <td>{words.pairedBy(display.pairedBy, format.dateTime(display.pairedAt))}</td>
            <td>
              <Button
                variant="link"
                aria-label={words.unpairNamed(display.name)}
                onClick={() => props.onUnpair(display)}
              >
                {words.unpair}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function UnpairDialog(props: { display: Display; onClose: () => void }): ReactElement {
  const { display, onClose } = props;
  const messages = useMessages();
  const { app, displays: words } = messages;
  const toast = useToast();
  const unpair = useMutation({
    mutationFn: () => call(unpairDisplay, { params: { displayId: display.id } }),
    onSuccess: () => {
      toast(words.unpaired(display.name));
      onClose();
    },
  });
  return (
    <Dialog isOpen title={words.unpairTitle(display.name)} onClose={onClose}>
      {unpair.error === null ? null : (
        <Notice tone="error" role="alert">
          {problemSentence(messages, unpair.error)}
        </Notice>
      )}
      <p>{words.unpairBody}</p>
      <DialogActions>
        <Button onClick={onClose}>{app.actions.cancel}</Button>
        <Button variant="danger" pending={unpair.isPending} onClick={() => unpair.mutate()}>
          {words.unpair}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
