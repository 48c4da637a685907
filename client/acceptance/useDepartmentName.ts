import { useMessages, usePick } from '../app/language.tsx';
import { useDepartments } from '../plans/api.ts';

/** The short name of a department; null is nobody's. */
export function useDepartmentName(): (departmentId: string | null) => string {
  const { nobody } = useMessages().acceptance;
  const pick = usePick();
  const departments = useDepartments().data?.items ?? [];
  return (departmentId) => {
    const found = departments.find(({ id }) => id === departmentId);
    return found === undefined ? nobody : pick(found.shortNameZh, found.nameEn);
  };
}
