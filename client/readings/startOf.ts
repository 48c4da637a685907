import type { KnownIndicator } from '../../shared/dashboard.ts';
import { BLANK, type Figures } from '../../shared/reading-rules.ts';
import type { Reading } from '../../shared/readings.ts';
import type { EntrySubject } from './subject.ts';
import { type Typed, typedFrom } from './typed.ts';

/**
 * What a form says before anybody types: the reading, or a blank in which the conditions of a
 * milestone stand as approved earlier reports left them, so that nobody has to type them again.
 * @param standing parts that another indicator gave for this year already
 */
export function startOf(
  subject: EntrySubject,
  indicator: Pick<KnownIndicator, 'readings'>,
  year: number,
  reading: Reading | null,
  standing: Partial<Pick<Figures, 'numerator' | 'denominator'>> = {},
): Typed {
  if (reading !== null) return typedFrom(subject, reading);
  const reports = indicator.readings
    .filter((one) => one.year < year && one.absence === null)
    .sort((a, b) => a.year - b.year);
  const blank = typedFrom(subject, { ...BLANK, ...standing });
  return {
    ...blank,
    conditions: blank.conditions.map((condition) => {
      const told = reports
        .flatMap((report) => report.conditions)
        .filter(({ id }) => id === condition.id)
        .at(-1);
      if (told === undefined) return condition;
      return {
        id: condition.id,
        metOn: told.metOn ?? '',
        lostOn: told.lostOn ?? '',
        documentNumber: told.documentNumber ?? '',
      };
    }),
  };
}
