import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { isMissing } from '../../shared/round-rules.ts';
import { issueNotice, type RoundDepartment, type RoundDetails } from '../../shared/rounds.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';

/** Asks before a notice gets its number, and shows the paper afterwards. */
export function CallInDialog(props: {
  round: RoundDetails;
  department: RoundDepartment;
  onClose: () => void;
}): ReactElement {
  const { round, department, onClose } = props;
  const { app, rounds } = useMessages();
  const words = rounds.notices;
  const pick = usePick();
  const toast = useToast();
  const navigate = useNavigate();
  const year = String(round.year);
  const form = useForm(issueNotice, {
    input: () => ({
      params: { planId: round.planId, year },
      body: { departmentId: department.id },
    }),
    onDone: ({ number }) => {
      toast(words.issued(words.numberOf(round.year, number)));
      void navigate({
        to: '/rounds/$roundYear/notices/$number',
        params: { roundYear: year, number: String(number) },
        search: { plan: round.planId },
      });
    },
  });
  const missing = (duties: readonly Parameters<typeof isMissing>[0][]) =>
    duties.filter((duty) => duty.departmentId === department.id && isMissing(duty)).length;
  const name = pick(department.shortNameZh, department.nameEn);
  return (
    <Dialog isOpen title={words.callInTitle(name)} onClose={onClose}>
      <Form form={form} names={{ '/departmentId': rounds.departments.department }}>
        <p>{words.callInBody(missing(round.duties), missing(round.measures.duties))}</p>
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {words.issue}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
