import type { ReactElement } from 'react';
import { MOST_GRADES } from '../../shared/acceptance.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './acceptance.module.css';
import type { Typed } from './typedSheet.ts';

const FIELDS = ['nameZh', 'nameEn', 'lower'] as const;

/** The grades with their lower bounds, the best first. */
export function GradeFields(props: {
  typed: Typed;
  onChange: (more: Partial<Typed>) => void;
}): ReactElement {
  const { typed, onChange } = props;
  const words = useMessages().acceptance;
  const heads = { nameZh: words.gradeZh, nameEn: words.gradeEn, lower: words.lower };
  const { grades } = typed;
  return (
    <div className={styles['grades']}>
      <table className="statTable">
        <caption>{words.gradesTitle}</caption>
        <thead>
          <tr>
            {FIELDS.map((field) => (
              <th key={field} scope="col">
                {heads[field]}
              </th>
            ))}
            <th scope="col">{words.work}</th>
          </tr>
        </thead>
        <tbody>
          {grades.map((grade, at) => (
            // Grades have no id: they are what stands at their place.
            // eslint-disable-next-line react/no-array-index-key
            <tr key={at}>
              {FIELDS.map((field) => (
                <td key={field} className={styles['cell']}>
                  <input
                    type="text"
                    aria-label={words.cell(at + 1, heads[field])}
                    data-pointer={`/grades/${at}/${field}`}
                    value={grade[field]}
                    onChange={({ target }) =>
                      onChange({
                        grades: grades.map((one, place) =>
                          place === at ? { ...one, [field]: target.value } : one,
                        ),
                      })
                    }
                  />
                </td>
              ))}
              <td>
                <Button
                  variant="link"
                  aria-label={words.cell(at + 1, words.remove)}
                  onClick={() =>
                    onChange({ grades: grades.filter((_, place) => place !== at), vetoGrade: null })
                  }
                >
                  {words.remove}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {grades.length >= MOST_GRADES ? null : (
        <Button
          onClick={() => onChange({ grades: [...grades, { nameZh: '', nameEn: '', lower: '' }] })}
        >
          {words.addGrade}
        </Button>
      )}
    </div>
  );
}
