import { type ReactElement, useState } from 'react';
import { changeDepartment, createDepartment, type Department } from '../../shared/accounts.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import styles from './accounts.module.css';

interface Typed {
  readonly id: string;
  readonly shortNameZh: string;
  readonly fullNameZh: string;
  readonly nameEn: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly successorId: string;
}

function typedOf(department: Department | null): Typed {
  return {
    id: department?.id ?? '',
    shortNameZh: department?.shortNameZh ?? '',
    fullNameZh: department?.fullNameZh ?? '',
    nameEn: department?.nameEn ?? '',
    validFrom: department?.validFrom ?? '',
    validTo: department?.validTo ?? '',
    successorId: department?.successorId ?? '',
  };
}

/** What is sent: an empty date or successor is none. */
function bodyOf(typed: Typed) {
  return {
    shortNameZh: typed.shortNameZh,
    fullNameZh: typed.fullNameZh,
    nameEn: typed.nameEn,
    validFrom: typed.validFrom.trim() === '' ? null : typed.validFrom.trim(),
    validTo: typed.validTo.trim() === '' ? null : typed.validTo.trim(),
    successorId: typed.successorId === '' ? null : typed.successorId,
  };
}

/** A new department (`department` null), or a change: a new name, or its end with its successor. */
export function DepartmentDialog(props: {
  department: Department | null;
  all: readonly Department[];
  onClose: () => void;
}): ReactElement {
  const { department, all, onClose } = props;
  const { app, accounts } = useMessages();
  const { departments: words } = accounts;
  const pick = usePick();
  const toast = useToast();
  const [typed, setTyped] = useState(() => typedOf(department));
  const set = (changes: Partial<Typed>) => setTyped((old) => ({ ...old, ...changes }));
  const onDone = () => {
    toast(words.saved);
    onClose();
  };
  const creation = useForm(createDepartment, {
    input: () => ({ body: { id: typed.id.trim(), ...bodyOf(typed) } }),
    onDone,
  });
  const change = useForm(changeDepartment, {
    input: () => ({ params: { departmentId: typed.id }, body: bodyOf(typed) }),
    version: department?.version ?? 0,
    onDone,
  });
  const form = department === null ? creation : change;
  const title =
    department === null
      ? words.add
      : words.editTitle(pick(department.shortNameZh, department.nameEn));
  return (
    <Dialog wide isOpen title={title} onClose={onClose}>
      <Form
        form={form}
        names={{
          '/id': words.code,
          '/shortNameZh': words.shortName,
          '/fullNameZh': words.fullName,
          '/nameEn': words.nameEn,
          '/validFrom': words.validFrom,
          '/validTo': words.validTo,
          '/successorId': words.successor,
        }}
      >
        {department === null ? (
          <TextField
            label={words.code}
            hint={words.codeHint}
            pointer="/id"
            value={typed.id}
            onChange={(id) => set({ id })}
          />
        ) : null}
        <TextField
          label={words.shortName}
          pointer="/shortNameZh"
          value={typed.shortNameZh}
          onChange={(shortNameZh) => set({ shortNameZh })}
        />
        <TextField
          label={words.fullName}
          pointer="/fullNameZh"
          value={typed.fullNameZh}
          onChange={(fullNameZh) => set({ fullNameZh })}
        />
        <TextField
          label={words.nameEn}
          pointer="/nameEn"
          value={typed.nameEn}
          onChange={(nameEn) => set({ nameEn })}
        />
        <div className={styles['columns']}>
          <TextField
            label={words.validFrom}
            hint={words.dateHint}
            pointer="/validFrom"
            optional
            value={typed.validFrom}
            onChange={(validFrom) => set({ validFrom })}
          />
          <TextField
            label={words.validTo}
            hint={words.dateHint}
            pointer="/validTo"
            optional
            value={typed.validTo}
            onChange={(validTo) => set({ validTo })}
          />
        </div>
        <Select
          label={words.successor}
          pointer="/successorId"
          optional
          value={typed.successorId}
          options={[
            { value: '', label: words.noSuccessor },
            ...all
              .filter((one) => one.id !== typed.id)
              .map((one) => ({ value: one.id, label: pick(one.fullNameZh, one.nameEn) })),
          ]}
          onChange={(successorId) => set({ successorId })}
        />
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {department === null ? words.create : app.actions.save}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
