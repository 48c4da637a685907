import type { ReactElement } from 'react';
import type { Department } from '../../shared/accounts.ts';
import { type Role, ROLES } from '../../shared/permissions.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { CheckboxGroup } from '../ui/Choices.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';

export interface UserTyped {
  readonly name: string;
  readonly roles: readonly Role[];
  /** '': none. */
  readonly departmentId: string;
}

/** Name, roles and department, for a new account and for a change. */
export function UserFields(props: {
  value: UserTyped;
  departments: readonly Department[];
  onChange: (value: UserTyped) => void;
}): ReactElement {
  const { value, departments, onChange } = props;
  const { accounts, statuses } = useMessages();
  const { users: words } = accounts;
  const pick = usePick();
  // Ended departments take nobody new, but whoever is in one is shown as such.
  const open = departments.filter((one) => one.validTo === null || one.id === value.departmentId);
  return (
    <>
      <TextField
        label={accounts.name}
        pointer="/name"
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
      />
      <CheckboxGroup
        inColumns
        label={words.roles}
        pointer="/roles"
        value={value.roles}
        choices={ROLES.map((role) => ({
          value: role,
          label: statuses.roles[role],
          hint: words.roleHints[role],
        }))}
        onChange={(roles) => onChange({ ...value, roles })}
      />
      <Select
        label={words.department}
        hint={words.departmentHint}
        pointer="/departmentId"
        value={value.departmentId}
        options={[
          { value: '', label: words.noDepartment },
          ...open.map((one) => ({ value: one.id, label: pick(one.fullNameZh, one.nameEn) })),
        ]}
        onChange={(departmentId) => onChange({ ...value, departmentId })}
      />
    </>
  );
}
