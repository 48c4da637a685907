import type { ScoreSheet } from '../../shared/acceptance.ts';
import { useFormat, useMessages, useName } from '../app/language.tsx';

interface Ends {
  readonly low: number;
  readonly high: number;
}
interface Grades {
  readonly gradeLow: number | null;
  readonly gradeHigh: number | null;
}

/** Marks and grades in words, one where both ends agree, a range where something is open. */
export function useRunWords({ grades }: Pick<ScoreSheet, 'grades'>): {
  marks: (value: number) => string;
  score: (ends: Ends) => string;
  grade: (ends: Grades) => string;
} {
  const words = useMessages().acceptance;
  const format = useFormat();
  const name = useName();
  const marks = (value: number) => format.number(value, 2);
  const named = (at: number | null): string => {
    const grade = at === null ? undefined : grades[at];
    return grade === undefined ? words.noGrade : name(grade);
  };
  return {
    marks,
    score: ({ low, high }) => (low === high ? marks(low) : words.range(marks(low), marks(high))),
    grade: ({ gradeLow, gradeHigh }) =>
      gradeLow === gradeHigh
        ? named(gradeLow)
        : words.gradeRange(named(gradeLow), named(gradeHigh)),
  };
}
