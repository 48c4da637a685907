import type { ReactElement } from 'react';
import type { Department } from '../../shared/accounts.ts';
import { type Indicator, setDepartments } from '../../shared/plans.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { Form } from '../ui/Form.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { FormActions } from './FormActions.tsx';
import styles from './Settings.module.css';
import { StaleNotice } from './StaleNotice.tsx';
import {
  choosable,
  departmentsBody,
  DUTIES,
  standingDepartments,
  type TypedDepartments,
  withDuty,
} from './typedDepartments.ts';
import { useSettingsForm } from './useSettingsForm.ts';

/** One duty for every department: lead, supporting or none. */
export function DepartmentsForm(props: {
  indicator: Indicator;
  departments: readonly Department[];
  typed: TypedDepartments | null;
  onTyped: (typed: TypedDepartments | null) => void;
}): ReactElement {
  const { indicator, departments, onTyped } = props;
  const { plans, app } = useMessages();
  const words = plans.settings;
  const pick = usePick();
  const typed = props.typed ?? standingDepartments(indicator);
  const form = useSettingsForm(setDepartments, {
    indicator,
    input: () => ({
      params: { indicatorId: indicator.id },
      body: departmentsBody(indicator, typed),
    }),
    check: () => [],
    saved: words.departmentsSaved(indicator.code),
    onDone: () => onTyped(null),
  });
  const leads = withDuty(typed, 'lead', []).length;
  return (
    <Form
      form={form}
      names={{
        '/leadDepartmentIds': words.duties.lead,
        '/supportingDepartmentIds': words.duties.supporting,
        '/note': words.note,
      }}
    >
      <StaleNotice form={form} indicator={indicator} />
      <h3>{words.departmentsForm}</h3>
      <table className={`statTable ${styles['duties']}`}>
        <thead>
          <tr>
            <th scope="col">{words.department}</th>
            {DUTIES.map((duty) => (
              <th key={duty} scope="col" className={styles['duty']}>
                {words.duties[duty]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {choosable(departments, typed).map((department) => (
            <tr key={department.id}>
              <th scope="row">
                {pick(department.shortNameZh, department.nameEn)}
                {department.validTo === null ? null : (
                  <span className={styles['sub']}>{words.ended}</span>
                )}
              </th>
              {DUTIES.map((duty) => (
                <td key={duty} className={styles['duty']}>
                  <label className={styles['dutyChoice']}>
                    <input
                      type="radio"
                      name={`duty-${department.id}`}
                      aria-label={words.dutyOf(
                        pick(department.shortNameZh, department.nameEn),
                        words.duties[duty],
                      )}
                      data-pointer={duty === 'none' ? undefined : `/${duty}DepartmentIds`}
                      checked={(typed.duties.get(department.id) ?? 'none') === duty}
                      onChange={() =>
                        onTyped({
                          ...typed,
                          duties: new Map([...typed.duties, [department.id, duty]]),
                        })
                      }
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {leads > 1 ? <Notice tone="warning">{words.severalLeads}</Notice> : null}
      <TextField
        optional
        label={words.note}
        hint={words.noteHint}
        pointer="/note"
        value={typed.note}
        onChange={(note) => onTyped({ ...typed, note })}
      />
      <FormActions
        save={words.saveDepartments}
        saving={app.actions.saving}
        pending={form.pending}
        {...(props.typed === null ? {} : { onReset: () => onTyped(null) })}
      />
    </Form>
  );
}
