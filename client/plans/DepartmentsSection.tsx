import type { ReactElement } from 'react';
import type { Department } from '../../shared/accounts.ts';
import type { Indicator } from '../../shared/plans.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { DepartmentsForm } from './DepartmentsForm.tsx';
import styles from './Settings.module.css';
import { SettingsSection, Standing } from './SettingsSection.tsx';
import type { TypedDepartments } from './typedDepartments.ts';
import { VersionTable } from './VersionTable.tsx';

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
  const { departmentVersions: versions } = indicator;
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
      <VersionTable
        caption={words.departmentsVersions}
        content={words.departmentsTitle}
        rows={versions.map((one, at) => ({
          version: versions.length - at,
          content: (
            <>
              {one.leadDepartmentIds.length === 0
                ? statuses.leadNone
                : words.leads(names(one.leadDepartmentIds))}
              {one.supportingDepartmentIds.length === 0 ? null : (
                <span className={styles['sub']}>
                  {words.supports(names(one.supportingDepartmentIds))}
                </span>
              )}
            </>
          ),
          basis: one.note ?? '—',
          documentNumber: null,
          enteredBy: one.enteredBy,
          enteredAt: one.enteredAt,
        }))}
      />
    </SettingsSection>
  );
}
