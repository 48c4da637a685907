import { type ReactElement, useState } from 'react';
import {
  type Acceptance,
  type AcceptanceDepartment,
  sendBackSelfAssessment,
} from '../../shared/acceptances.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { TextArea } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import { useDepartmentName } from './useDepartmentName.ts';

/** Sends a self-assessment back, with the reason. */
export function SendBackDialog(props: {
  acceptance: Acceptance;
  department: AcceptanceDepartment;
  onClose: () => void;
}): ReactElement {
  const { acceptance, department, onClose } = props;
  const { acceptances: words, app } = useMessages();
  const toast = useToast();
  const nameOf = useDepartmentName();
  const [reason, setReason] = useState('');
  const { departmentId, version } = department;
  const form = useForm(sendBackSelfAssessment, {
    input: () => ({ params: { acceptanceId: acceptance.id, departmentId }, body: { reason } }),
    version,
    onDone: () => {
      toast(words.selfStepsDone.sendBack);
      onClose();
    },
  });
  return (
    <Dialog isOpen title={words.sendBackTitle(nameOf(departmentId))} onClose={onClose}>
      <Form form={form} names={{ '/reason': words.reason }}>
        {department.state === 'handedIn' ? <p>{words.sendBackBody}</p> : null}
        <TextArea
          label={words.reason}
          pointer="/reason"
          rows={3}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {words.sendBack}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
