import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  getSecondFactor,
} from '../../shared/second-factor.ts';
import { CodeField } from '../app/CodeField.tsx';
import { useFormat, useMessages } from '../app/language.tsx';
import { sessionQuery } from '../app/queries.ts';
import { query } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { later } from '../ui/later.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PasswordField } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import styles from './accounts.module.css';

/** Drawn only for whoever turns one on. */
const QrCode = later(async () => (await import('./QrCode.tsx')).QrCode);

type Begun = { readonly secret: string; readonly address: string };

/** The own second factor: turned on with an authenticator, turned off with password and code. */
export function SecondFactor(): ReactElement {
  const { code: words } = useMessages().accounts;
  const format = useFormat();
  const factor = useQuery(query(getSecondFactor, {}));
  const [open, setOpen] = useState<'on' | 'off' | null>(null);
  const close = () => setOpen(null);
  return (
    <section className={styles['section']}>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <Loaded result={factor}>
        {({ since, recoveryCodesLeft, demanded }) => (
          <>
            {demanded && since === null ? <Notice tone="warning">{words.demanded}</Notice> : null}
            <p>
              {since === null ? words.off : words.on(format.dateTime(since), recoveryCodesLeft)}{' '}
              {since === null ? (
                <Button onClick={() => setOpen('on')}>{words.turnOn}</Button>
              ) : (
                <Button onClick={() => setOpen('off')}>{words.turnOff}</Button>
              )}
            </p>
          </>
        )}
      </Loaded>
      {open === 'on' ? <TurnOn onClose={close} /> : null}
      {open === 'off' ? <TurnOff onClose={close} /> : null}
    </section>
  );
}

/** Password, then QR code and first code, then the recovery codes: once each, in this order. */
function TurnOn({ onClose }: { onClose: () => void }): ReactElement {
  const { code: words } = useMessages().accounts;
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const client = useQueryClient();
  const router = useRouter();
  const finish = async () => {
    onClose();
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    await router.invalidate();
  };
  return (
    <Dialog
      isOpen
      mustAnswer={codes !== null}
      title={words.turnOn}
      onClose={codes === null ? onClose : () => void finish()}
    >
      {codes !== null ? (
        <RecoveryCodes codes={codes} onDone={() => void finish()} />
      ) : begun === null ? (
        <Begin onBegun={setBegun} onClose={onClose} />
      ) : (
        <Confirm begun={begun} onConfirmed={setCodes} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Begin(props: { onBegun: (begun: Begun) => void; onClose: () => void }): ReactElement {
  const { app, accounts } = useMessages();
  const [password, setPassword] = useState('');
  const form = useForm(beginSecondFactor, {
    input: () => ({ body: { password } }),
    onDone: props.onBegun,
  });
  return (
    <Form form={form} names={{ '/password': accounts.own.current }}>
      <p>{accounts.code.first}</p>
      <PasswordField
        label={accounts.own.current}
        pointer="/password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <DialogActions>
        <Button onClick={props.onClose}>{app.actions.cancel}</Button>
        <Button type="submit" variant="primary" pending={form.pending}>
          {accounts.code.next}
        </Button>
      </DialogActions>
    </Form>
  );
}

function Confirm(props: {
  begun: Begun;
  onConfirmed: (codes: readonly string[]) => void;
  onClose: () => void;
}): ReactElement {
  const { app, accounts } = useMessages();
  const { code: words } = accounts;
  const { secret, address } = props.begun;
  const [code, setCode] = useState('');
  const form = useForm(confirmSecondFactor, {
    input: () => ({ body: { code } }),
    onDone: ({ recoveryCodes }) => props.onConfirmed(recoveryCodes),
  });
  return (
    <Form form={form} names={{ '/code': words.label }}>
      <p>{words.scan}</p>
      <div className={styles['qrPlace']}>
        <QrCode text={address} label={words.qr} />
      </div>
      <p>{words.typeInstead}</p>
      <p className={styles['typed']}>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</p>
      <CodeField value={code} onChange={setCode} />
      <DialogActions>
        <Button onClick={props.onClose}>{app.actions.cancel}</Button>
        <Button type="submit" variant="primary" pending={form.pending}>
          {words.confirm}
        </Button>
      </DialogActions>
    </Form>
  );
}

function RecoveryCodes(props: { codes: readonly string[]; onDone: () => void }): ReactElement {
  const { code: words } = useMessages().accounts;
  return (
    <>
      <Notice tone="success">{words.isOn}</Notice>
      <p>{words.recovery}</p>
      <ul className={styles['codes']}>
        {props.codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <DialogActions>
        <Button variant="primary" onClick={props.onDone}>
          {words.kept}
        </Button>
      </DialogActions>
    </>
  );
}

function TurnOff({ onClose }: { onClose: () => void }): ReactElement {
  const { app, accounts } = useMessages();
  const { code: words } = accounts;
  const toast = useToast();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const form = useForm(endSecondFactor, {
    input: () => ({ body: { password, code } }),
    onDone: () => {
      toast(words.isOff);
      onClose();
    },
  });
  return (
    <Dialog isOpen title={words.turnOff} onClose={onClose}>
      <Form form={form} names={{ '/password': accounts.own.current, '/code': words.label }}>
        <CodeField value={code} onChange={setCode} />
        <PasswordField
          label={accounts.own.current}
          pointer="/password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="danger" pending={form.pending}>
            {words.turnOff}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
