import type { Revision } from '../../shared/readings.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import type { ReturnReason } from '../../shared/workflow.ts';
import { numeral, placesOf, type Say } from '../../shared/figures.ts';

/** What a revision or a request for a correction says. */
type Told = Pick<Revision, Field>;
type Field = keyof Messages['dashboard']['revision']['fields'];
const FIELDS: readonly Field[] = [
  'value',
  'numerator',
  'denominator',
  'level',
  'ground',
  'conditions',
  'figureYear',
  'absence',
  'scopeChange',
  'dataStatus',
  'source',
  'note',
  'paper',
];

/**
 * What a revision changed against the one before it, a line a field: "数值：48个 → 49个". The first one
 * says what it set. Typed figures are shown as they were typed, unrounded.
 */
export function revisionChanges(
  before: Revision | null,
  after: Revision,
  messages: Messages,
  say: Say,
): string[] {
  const { revision: words } = messages.dashboard;
  const lines = changedFields(before, after, messages, say).map(({ name, from, to }) =>
    from === '' ? words.set(name, to) : words.from(name, from, to === '' ? words.empty : to),
  );
  return after.reason === null ? lines : [...lines, words.reason(returnWords(messages, after))];
}

/** The fields that differ, by their name, with both texts; '' is nothing. */
export function changedFields(
  before: Told | null,
  after: Told,
  messages: Messages,
  say: Say,
): { name: string; from: string; to: string }[] {
  return FIELDS.flatMap((field) => {
    const to = fieldText(after, field, messages, say, before);
    const from = before === null ? '' : fieldText(before, field, messages, say, after);
    return to === from ? [] : [{ name: messages.dashboard.revision.fields[field], from, to }];
  });
}

/** Why something went back or was corrected: the word of the list, and what was written. */
export function returnWords(
  messages: Messages,
  back: { readonly reason: string | null; readonly reasonCode: ReturnReason | null },
): string {
  const { reasons, reason } = messages.review;
  const text = back.reason ?? '';
  if (back.reasonCode === null || back.reasonCode === 'other') return text;
  return reason(reasons[back.reasonCode].label, text);
}

/**
 * The value in the places and the unit of its indicator; a typed one with all the places that it has.
 * A computed one gets more where it would look like the other, which it is not.
 */
function valueText(revision: Told, other: Told | null, say: Say): string {
  const { value, numerator } = revision;
  if (value === null) return '';
  const own = say.figure(value);
  const stated = say.stated(value);
  const beside = other?.value ?? null;
  const alike = beside !== null && beside !== value && say.figure(beside) === own;
  return (numerator === null || alike) && stated.length > own.length ? stated : own;
}

/** @param other what it stands beside; null: nothing */
function fieldText(
  revision: Told,
  field: Field,
  messages: Messages,
  say: Say,
  other: Told | null,
): string {
  const { statuses } = messages;
  switch (field) {
    case 'value':
      return valueText(revision, other, say);
    case 'numerator':
    case 'denominator': {
      const part = revision[field];
      return part === null ? '' : numeral(part, placesOf(part));
    }
    case 'level':
      return revision.level === null ? '' : say.level(revision.level);
    case 'ground':
    case 'scopeChange':
    case 'paper':
      return revision[field] ?? '';
    case 'source':
    case 'note':
      return revision[field];
    case 'figureYear':
      return revision.figureYear === null ? '' : String(revision.figureYear);
    case 'dataStatus':
      return statuses.dataStatuses[revision.dataStatus];
    case 'absence':
      return revision.absence === null
        ? ''
        : `${statuses.absences[revision.absence.kind]} ${revision.absence.reason}`;
    case 'conditions':
      return messages.dashboard.listed(
        revision.conditions
          .filter(({ metOn }) => metOn !== null)
          .map(({ id, metOn, lostOn }) =>
            [say.condition(id), metOn, lostOn === null ? '' : `– ${lostOn}`]
              .filter((part) => part !== '' && part !== null)
              .join(' '),
          ),
      );
  }
}
