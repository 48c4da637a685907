import { type ReactElement, useState } from 'react';
import type { Incentive } from '../../shared/incentives.ts';
import { parseNumber } from '../../shared/number-input.ts';
import { enterPayment } from '../../shared/payments.ts';
import type { Issue } from '../../shared/problems.ts';
import { useMessages, useName, usePick } from '../app/language.tsx';
import { type Plan, planYears } from '../app/plan.ts';
import { useBoard } from '../dashboard/api.ts';
import { useMeasures } from '../plans/api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { NumberInput } from '../ui/NumberInput.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';

/** Enters one payment. */
export function EnterDialog(props: {
  plan: Plan;
  /** Those that the reader may enter payments of. */
  rules: readonly Incentive[];
  year: number;
  onClose: () => void;
}): ReactElement {
  const { plan, rules, onClose } = props;
  const { app, payments: words } = useMessages();
  const pick = usePick();
  const name = useName();
  const toast = useToast();
  const measures = useMeasures(plan.id).data?.items ?? [];
  const indicators = useBoard({ planId: plan.id }).data?.indicators ?? [];
  const [year, setYear] = useState(String(props.year));
  const [ruleId, setRuleId] = useState(rules[0]?.id ?? '');
  const [tier, setTier] = useState('');
  const [enterprise, setEnterprise] = useState('');
  const [paidOn, setPaidOn] = useState('');
  const [amount, setAmount] = useState('');
  const [indicatorId, setIndicatorId] = useState('');
  const [documentNumber, setDocumentNumber] = useState('');
  const [note, setNote] = useState('');
  const rule = rules.find(({ id }) => id === ruleId);
  const parsed = parseNumber(amount);
  const amountWan = parsed.ok ? parsed.value : null;
  const serves = measures.find(({ id }) => id === rule?.measureId)?.indicatorIds ?? [];
  const form = useForm(enterPayment, {
    input: () => ({
      params: { planId: plan.id },
      body: {
        incentiveId: ruleId,
        tier: tier === '' ? null : Number(tier),
        enterprise,
        year: Number(year),
        paidOn,
        amountWan: amountWan ?? 0,
        indicatorId: indicatorId === '' ? null : indicatorId,
        documentNumber: documentNumber.trim() === '' ? null : documentNumber,
        note,
      },
    }),
    check: (): Issue[] =>
      amountWan === null ? [{ pointer: '/amountWan', in: 'body', code: 'required' }] : [],
    onDone: ({ watch }) => {
      toast(watch === null ? words.entered : words.warned);
      onClose();
    },
  });
  const names = {
    '/incentiveId': words.rule,
    '/tier': words.tier,
    '/enterprise': words.enterprise,
    '/year': words.year,
    '/paidOn': words.paidOn,
    '/amountWan': words.amountWan,
    '/indicatorId': words.indicator,
    '/documentNumber': words.document,
    '/note': words.note,
  };
  return (
    <Dialog isOpen wide title={words.enterTitle} onClose={onClose}>
      <Form form={form} names={names}>
        <Select
          label={words.rule}
          pointer="/incentiveId"
          value={ruleId}
          options={rules.map((one) => ({
            value: one.id,
            label: `${one.measureNumber}. ${pick(one.titleZh, one.titleEn)}`,
          }))}
          onChange={(value) => {
            setRuleId(value);
            setTier('');
            setIndicatorId('');
          }}
        />
        {rule === undefined || rule.tiers.length === 0 ? null : (
          <Select
            label={words.tier}
            pointer="/tier"
            value={tier}
            options={[
              { value: '', label: words.noTier },
              ...rule.tiers.map((one, at) => ({
                value: String(at),
                label: pick(one.labelZh, one.labelEn),
              })),
            ]}
            onChange={setTier}
          />
        )}
        <TextField
          label={words.enterprise}
          pointer="/enterprise"
          maxLength={100}
          value={enterprise}
          onChange={setEnterprise}
        />
        <Select
          label={words.year}
          pointer="/year"
          value={year}
          options={planYears(plan, Number(year)).map((one) => ({
            value: String(one),
            label: app.yearOption(one),
          }))}
          onChange={setYear}
        />
        <TextField
          label={words.paidOn}
          pointer="/paidOn"
          type="date"
          value={paidOn}
          onChange={setPaidOn}
        />
        <NumberInput
          label={words.amountWan}
          pointer="/amountWan"
          error={amount !== '' && amountWan === null ? words.badAmount : undefined}
          number={{}}
          unit={null}
          value={amount}
          onChange={setAmount}
        />
        <Select
          label={words.indicator}
          pointer="/indicatorId"
          value={indicatorId}
          options={[
            { value: '', label: words.noIndicator },
            ...indicators
              .filter(({ id }) => serves.includes(id))
              .map((one) => ({ value: one.id, label: `${one.code} ${name(one)}` })),
          ]}
          onChange={setIndicatorId}
        />
        <TextField
          label={words.document}
          pointer="/documentNumber"
          optional
          maxLength={100}
          value={documentNumber}
          onChange={setDocumentNumber}
        />
        <TextField
          label={words.note}
          pointer="/note"
          optional
          maxLength={500}
          value={note}
          onChange={setNote}
        />
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {words.submit}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
