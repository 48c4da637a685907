import { useCallback } from 'react';
import { usePick } from '../app/language.tsx';
import { useDepartments } from '../plans/api.ts';

/** What a department is called in a table; its id while the names are on their way. */
export function useDepartmentName(): (id: string) => string {
  const { data } = useDepartments();
  const pick = usePick();
  return useCallback(
    (id) => {
      const department = data?.items.find((one) => one.id === id);
      return department === undefined ? id : pick(department.shortNameZh, department.nameEn);
    },
    [data, pick],
  );
}
