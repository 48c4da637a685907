import type { KnownIndicator } from '../../shared/dashboard.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import type { Indicator } from '../../shared/plans.ts';
import type { FieldKey } from './merge.ts';
import type { EntrySubject } from './subject.ts';

type Named = (thing: { nameZh: string; nameEn: string }) => string;

/** The label of every field of a form, by its pointer in the body. */
export function fieldNames(
  subject: EntrySubject,
  indicator: KnownIndicator,
  ratio: Indicator['ratio'],
  { evidence, readings, review }: Messages,
  name: Named,
): Readonly<Record<string, string>> {
  const words = readings.form;
  const conditions = subject.conditionIds.flatMap((id, index) => {
    const named = indicator.conditionNames.find((one) => one.id === id);
    const title = named === undefined ? id : name(named);
    return [
      [`/conditions/${index}/metOn`, `${title} · ${words.metOn}`],
      [`/conditions/${index}/lostOn`, `${title} · ${words.lostOn}`],
      [`/conditions/${index}/documentNumber`, `${title} · ${words.document}`],
    ];
  });
  return {
    '/absence': words.presence,
    '/absence/reason': words.absenceReason,
    '/value': subject.entry === 'count' ? words.count : words.value,
    '/numerator': words.numerator(ratio === null ? '' : name(ratio.numerator)),
    '/denominator': words.denominator(ratio === null ? '' : name(ratio.denominator)),
    '/level': words.level,
    '/ground': words.ground,
    '/conditions': words.conditions,
    '/dataStatus': words.dataStatus,
    '/source': words.source,
    '/note': words.note,
    '/scopeChange': words.scopeChange,
    '/figureYear': review.figureYear,
    '/paper': review.paperField,
    '/evidence': evidence.title,
    ...Object.fromEntries(conditions),
  };
}

/** The label of what two people can have typed differently. */
export function keyName(
  key: FieldKey,
  names: Readonly<Record<string, string>>,
  indicator: KnownIndicator,
  name: Named,
): string {
  if (!key.startsWith('condition ')) return names[`/${key}`] ?? key;
  const named = indicator.conditionNames.find(({ id }) => key === `condition ${id}`);
  return named === undefined ? key : name(named);
}
