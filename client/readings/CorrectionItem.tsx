import type { ReactElement } from 'react';
import type { ReadingCorrection } from '../../shared/corrections.ts';
import type { BoardIndicator } from '../../shared/dashboard.ts';
import { previewOf } from '../../shared/preview.ts';
import { useMessages, useName } from '../app/language.tsx';
import { CorrectionFrame, DifferenceTable } from '../corrections/api.ts';
import { changedFields } from '../dashboard/api.ts';
import { ListChanges } from './ListChanges.tsx';
import { StatusWord } from './StatusWord.tsx';
import { useSay, useSpeech } from './speech.ts';

/** One request for the correction of a figure: what it was and is to be. */
export function CorrectionItem(props: {
  correction: ReadingCorrection;
  indicator: BoardIndicator;
}): ReactElement {
  const { correction, indicator } = props;
  const { corrections: words } = useMessages().review;
  const name = useName();
  return (
    <CorrectionFrame
      correction={correction}
      title={words.item(indicator.code, name(indicator), correction.year)}
      code={indicator.code}
    >
      <Difference correction={correction} indicator={indicator} />
      {correction.lists.map((list) => (
        <ListChanges key={list.field} list={list} />
      ))}
    </CorrectionFrame>
  );
}

/** Every field that changes, and what becomes of the status. */
function Difference(props: {
  correction: ReadingCorrection;
  indicator: BoardIndicator;
}): ReactElement {
  const { correction, indicator } = props;
  const { corrections: words } = useMessages().review;
  const speech = useSpeech();
  const say = useSay(indicator);
  const rows = changedFields(correction.before, correction.after, speech.messages, say);
  const before = previewOf(indicator, correction.year, correction.before).status;
  const after = previewOf(indicator, correction.year, correction.after).status;
  return (
    <DifferenceTable rows={rows}>
      <tr>
        <th scope="row">{words.statusChange}</th>
        <td>
          <StatusWord status={before} />
        </td>
        <td>
          <StatusWord status={after} hollow={correction.status === 'requested'} />
        </td>
      </tr>
    </DifferenceTable>
  );
}
