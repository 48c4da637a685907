import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { type Plan, planYears } from '../app/plan.ts';
import { useSetSearch } from '../app/search.ts';
import { InlineSelect } from '../ui/Select.tsx';

/** The year of an entry page, in its address. */
export function YearPicker(props: { plan: Plan; year: number }): ReactElement {
  const { plan, year } = props;
  const { app } = useMessages();
  const setSearch = useSetSearch();
  return (
    <InlineSelect
      label={app.yearLabel}
      value={String(year)}
      options={planYears(plan, year).map((one) => ({
        value: String(one),
        label: app.yearOption(one),
      }))}
      onChange={(value) => setSearch({ year: Number(value) })}
    />
  );
}
