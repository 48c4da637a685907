import type { ScoreSheet } from '../../shared/acceptance.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { usePick } from '../app/language.tsx';
import { useMeasures } from '../plans/api.ts';

type Named = Pick<ScoreSheet['items'][number], 'indicatorId' | 'measureId' | 'title'>;

/** What an item is called: after its indicator or measure, or in its own words. */
export function useItemName(board: Dashboard): (item: Named) => string {
  const pick = usePick();
  const measures = useMeasures(board.plan.id).data?.items ?? [];
  return ({ indicatorId, measureId, title }) => {
    const indicator = board.indicators.find(({ id }) => id === indicatorId);
    if (indicator !== undefined) {
      return `${indicator.code} ${pick(indicator.nameZh, indicator.nameEn)}`;
    }
    const measure = measures.find(({ id }) => id === measureId);
    if (measure !== undefined)
      return `${measure.number}. ${pick(measure.titleZh, measure.titleEn)}`;
    return title;
  };
}
