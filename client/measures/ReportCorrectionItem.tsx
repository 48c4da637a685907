import type { ReactElement } from 'react';
import type { ReportCorrection } from '../../shared/corrections.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import { CorrectionFrame, DifferenceTable } from '../corrections/api.ts';
import { useDepartments, useMeasures } from '../plans/api.ts';
import { reportDifference } from './reportDifference.ts';

/** One request for the correction of a report: what it said and is to say. */
export function ReportCorrectionItem(props: {
  correction: ReportCorrection;
  planId: string;
}): ReactElement | null {
  const { correction, planId } = props;
  const messages = useMessages();
  const { corrections: words, returnCode } = messages.measures.reports;
  const pick = usePick();
  const format = useFormat();
  const measure = useMeasures(planId).data?.items.find(({ id }) => id === correction.measureId);
  const office = useDepartments().data?.items.find(({ id }) => id === correction.departmentId);
  if (measure === undefined || office === undefined) return null;
  const title = words.item(
    measure.number,
    pick(measure.titleZh, measure.titleEn),
    pick(office.shortNameZh, office.nameEn),
    correction.year,
  );
  return (
    <CorrectionFrame correction={correction} title={title} code={returnCode(measure.number)}>
      <DifferenceTable
        rows={reportDifference(correction.before, correction.after, messages, format)}
      />
    </CorrectionFrame>
  );
}
