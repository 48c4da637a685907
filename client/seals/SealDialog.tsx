import { type ReactElement, useState } from 'react';
import type { RoundDetails } from '../../shared/rounds.ts';
import { refuseReason } from '../../shared/seal-rules.ts';
import { type OpenFigures, sealRound, type SealState } from '../../shared/seals.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import styles from './seals.module.css';

/** Says what a seal does, asks why what is missing is missing, and seals. */
export function SealDialog(props: {
  round: RoundDetails;
  state: SealState;
  open: OpenFigures;
  onClose: () => void;
}): ReactElement {
  const { round, state, open, onClose } = props;
  const { app, seals: words } = useMessages();
  const pick = usePick();
  const toast = useToast();
  const missing = open.notHandedIn.map(({ indicatorId }) => indicatorId);
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const [common, setCommon] = useState('');
  const form = useForm(sealRound, {
    input: () => ({
      params: { planId: state.planId, year: String(state.year) },
      body: {
        unreported: missing.map((indicatorId) => ({
          indicatorId,
          reason: reasons.get(indicatorId) ?? '',
        })),
      },
    }),
    check: () =>
      missing
        .flatMap((indicatorId, at) => refuseReason(reasons.get(indicatorId) ?? '', at))
        .map((issue) => ({ ...issue, in: 'body' as const })),
    version: state.version,
    onDone: ({ year }) => {
      toast(words.done(year));
      onClose();
    },
  });
  const nameOf = (indicatorId: string): string => {
    const duty = round.duties.find((one) => one.indicatorId === indicatorId);
    return duty === undefined ? indicatorId : `${duty.code} ${pick(duty.nameZh, duty.nameEn)}`;
  };
  const names = Object.fromEntries(
    missing.map((indicatorId, at) => [`/unreported/${at}/reason`, nameOf(indicatorId)]),
  );
  return (
    <Dialog isOpen wide title={words.dialogTitle(round.year)} onClose={onClose}>
      <Form form={form} names={names}>
        <Notice tone="warning">{words.warning}</Notice>
        <p>{words.wouldSeal(state.approved)}</p>
        {missing.length === 0 ? null : (
          <fieldset className={styles['reasons']}>
            <legend>{words.reasons(missing.length)}</legend>
            {missing.length < 2 ? null : (
              <div className={styles['common']}>
                <TextField
                  label={words.common}
                  maxLength={500}
                  value={common}
                  onChange={setCommon}
                />
                <Button
                  onClick={() =>
                    setReasons(
                      new Map(missing.map((id) => [id, reasons.get(id)?.trim() || common])),
                    )
                  }
                >
                  {words.fill}
                </Button>
              </div>
            )}
            {missing.map((indicatorId, at) => (
              <TextField
                key={indicatorId}
                label={nameOf(indicatorId)}
                pointer={`/unreported/${at}/reason`}
                maxLength={500}
                value={reasons.get(indicatorId) ?? ''}
                onChange={(reason) => setReasons(new Map([...reasons, [indicatorId, reason]]))}
              />
            ))}
          </fieldset>
        )}
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {words.seal}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
