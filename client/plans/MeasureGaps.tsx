import type { ReactElement } from 'react';
import { useMessages, usePick } from '../app/language.tsx';
import { ClauseLink } from './ClauseLink.tsx';
import styles from './Coverage.module.css';
import type { Coverage } from './gaps.ts';

/** Measures that the document ties to no indicator, with the way to their words. */
export function MeasureGaps(props: {
  measures: Coverage['measuresWithoutIndicator'];
}): ReactElement {
  const words = useMessages().plans.coverage;
  const pick = usePick();
  return (
    <section>
      <h2>{words.measuresTitle(props.measures.length)}</h2>
      <table className={`statTable ${styles['gaps']}`}>
        <thead>
          <tr>
            <th scope="col">{words.code}</th>
            <th scope="col">{words.measure}</th>
          </tr>
        </thead>
        <tbody>
          {props.measures.map((measure) => (
            <tr key={measure.id}>
              <td>{measure.number}</td>
              <th scope="row">
                <ClauseLink clause={{ subject: 'measure', id: measure.id }}>
                  {pick(measure.titleZh, measure.titleEn)}
                </ClauseLink>
              </th>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
