import { ZONE } from '../../shared/reports/source.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { useDepartments } from '../plans/api.ts';

/** What a report is called by its scope: the merged one, or its department's. */
export function useScopeName(): (scope: string) => string {
  const words = useMessages().reports;
  const pick = usePick();
  const { data } = useDepartments();
  return (scope) => {
    if (scope === ZONE) return words.zone;
    const found = data?.items.find(({ id }) => id === scope);
    return found === undefined ? scope : pick(found.shortNameZh, found.nameEn);
  };
}
