import type { ReactElement } from 'react';
import type { Department } from '../../shared/accounts.ts';
import type { Indicator } from '../../shared/plans.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { DepartmentsForm } from './DepartmentsForm.tsx';
import { SettingsSection, Standing } from './SettingsSection.tsx';
import type { TypedDepartments } from './typedDepartments.ts';

/** Who answers for the indicator: one named lead, several (牵头待定) or nobody. */
export function DepartmentsSection(props: {
  indicator: Indicator;
  departments: readonly Department[];
  typed: TypedDepartments | null;
  onTyped: (typed: TypedDepartments | null) => void;
}): ReactElement {
  const { indicator, departments } = props;
  const { plans, statuses } = useMessages();
  const words = plans.settings;
  const pick = usePick();
  const names = (ids: readonly string[]) =>
    plans.listed(
      ids.map((id) => {
        const found = departments.find((department) => department.id === id);
        return found === undefined ? id : pick(found.shortNameZh, found.nameEn);
      }),
    );
  const { leadDepartmentIds: leads, supportingDepartmentIds: supporting } = indicator;
  return (
    <SettingsSection
      id="departments"
      title={words.departmentsTitle}
      form={<DepartmentsForm {...props} />}
    >
      <Standing
        note={
          leads.length === 0
            ? words.noLeadNote
            : leads.length > 1
              ? words.undecidedNote
              : words.leadNote
        }
      >
        {leads.length === 0
          ? statuses.leadNone
          : leads.length > 1
            ? words.undecidedAmong(names(leads))
            : words.leads(names(leads))}
        {supporting.length === 0 ? null : (
          <>
            <br />
            {words.supports(names(supporting))}
          </>
        )}
      </Standing>
    </SettingsSection>
  );
}
