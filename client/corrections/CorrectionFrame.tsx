import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, type ReactNode, useId, useState } from 'react';
import type { CorrectionStep } from '../../shared/correction-rules.ts';
import {
  approveCorrection,
  type Correction,
  refuseCorrection,
  withdrawCorrection,
} from '../../shared/corrections.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { rereadScreen } from '../app/queries.ts';
import { useMay } from '../app/session.ts';
import { call } from '../call.ts';
import { EvidencePanel } from '../evidence/api.ts';
import { MixedText } from '../ui/MixedText.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { TextArea } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import styles from './corrections.module.css';

const VARIANTS = { approve: 'primary', refuse: 'danger', withdraw: 'plain' } as const;

/** One request for a correction: what it is about, why, what it changes, and what the reader may decide. */
export function CorrectionFrame(props: {
  correction: Correction;
  title: string;
  /** What it is about, in a word or two: A3, or 措施 4. */
  code: string;
  children: ReactNode;
}): ReactElement {
  const { correction, title, code, children } = props;
  const messages = useMessages();
  const { corrections: words } = messages.review;
  const may = useMay();
  const { dateTime } = useFormat();
  const id = useId();
  const [refusing, setRefusing] = useState(false);
  const deciding = useDecision(correction, code, () => setRefusing(false));
  const { requested, decided, steps, status } = correction;
  const othersOnly =
    status === 'requested' && may('corrections.decide') && !steps.includes('approve');
  return (
    <article aria-labelledby={id} className={styles['correction']}>
      <h3 id={id}>{title}</h3>
      <p className={styles['quiet']}>
        {words.by(requested.name, dateTime(requested.at))}
        {decided === null
          ? null
          : ` · ${words.decided(words.statuses[status], decided.name, dateTime(decided.at))}`}
      </p>
      <p>
        <MixedText text={words.why(correction.reason)} />
      </p>
      {correction.decisionNote === null ? null : (
        <p>
          <MixedText text={correction.decisionNote} />
        </p>
      )}
      {children}
      {correction.files > 0 || steps.includes('withdraw') ? (
        <section aria-label={words.files} className={styles['requestFiles']}>
          <h4>{words.files}</h4>
          <EvidencePanel of="correction" besideId={correction.id} compact />
        </section>
      ) : null}
      {correction.outdated ? <Notice tone="warning">{words.outdated}</Notice> : null}
      {othersOnly ? <Notice tone="info">{words.notYours}</Notice> : null}
      {deciding.error === null ? null : (
        <Notice tone="error" role="alert">
          {problemSentence(messages, deciding.error)}
        </Notice>
      )}
      <div className={styles['steps']}>
        {steps.map((step) => (
          <Button
            key={step}
            variant={VARIANTS[step]}
            pending={deciding.isPending}
            disabled={step === 'approve' && correction.outdated}
            onClick={() => (step === 'refuse' ? setRefusing(true) : deciding.mutate({ step }))}
          >
            {words[step]}
          </Button>
        ))}
      </div>
      {refusing ? (
        <RefuseDialog
          code={code}
          pending={deciding.isPending}
          onClose={() => setRefusing(false)}
          onRefuse={(note) => deciding.mutate({ step: 'refuse', note })}
        />
      ) : null}
    </article>
  );
}

/** Every field that changes, old beside new; '' is nothing. */
export function DifferenceTable(props: {
  rows: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  children?: ReactNode;
}): ReactElement {
  const { rows, children } = props;
  const messages = useMessages();
  const { corrections: words } = messages.review;
  const { empty } = messages.dashboard.revision;
  return (
    <table className={`statTable ${styles['difference']}`}>
      <caption className="visuallyHidden">{words.changes}</caption>
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, from, to }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <MixedText text={from === '' ? empty : from} />
            </td>
            <td>
              <strong>
                <MixedText text={to === '' ? empty : to} />
              </strong>
            </td>
          </tr>
        ))}
        {children}
      </tbody>
    </table>
  );
}

function RefuseDialog(props: {
  code: string;
  pending: boolean;
  onRefuse: (note: string) => void;
  onClose: () => void;
}): ReactElement {
  const { code, pending, onRefuse, onClose } = props;
  const { app, review } = useMessages();
  const words = review.corrections;
  const [note, setNote] = useState('');
  const [needed, setNeeded] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const said = note.trim().replaceAll(/\s+/g, ' ');
    if (said === '') setNeeded(true);
    else if (!pending) onRefuse(said);
  };
  return (
    <Dialog isOpen title={words.refuseTitle(code)} onClose={onClose}>
      <form noValidate onSubmit={send}>
        <TextArea
          label={words.refuseReason}
          error={needed ? review.returning.needed : undefined}
          maxLength={500}
          rows={3}
          value={note}
          onChange={(text) => {
            setNote(text);
            setNeeded(false);
          }}
        />
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={pending}>
            {words.refuseSubmit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

type Decision = { readonly step: Exclude<CorrectionStep, 'refuse'> } | Refusal;
interface Refusal {
  readonly step: 'refuse';
  readonly note: string;
}

function useDecision(correction: Correction, code: string, onDone: () => void) {
  const { readings, review } = useMessages();
  const toast = useToast();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: Decision): Promise<Correction> => {
      const params = { correctionId: correction.id };
      const options = { version: correction.version };
      if (decision.step === 'refuse') {
        return call(refuseCorrection, { params, body: { note: decision.note } }, options);
      }
      const endpoint = decision.step === 'approve' ? approveCorrection : withdrawCorrection;
      return call(endpoint, { params }, options);
    },
    onSuccess: (_after, { step }) => {
      toast(readings.form.taken(code, review.corrections.done[step]));
      onDone();
    },
    onError: () => void rereadScreen(client),
  });
}
