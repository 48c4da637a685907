import type { Revision } from '../../shared/readings.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import type { Say } from '../../shared/figures.ts';

type Field = keyof Messages['dashboard']['revision']['fields'];
const FIELDS: readonly Field[] = [
  'value',
  'numerator',
  'denominator',
  'level',
  'ground',
  'conditions',
  'absence',
  'scopeChange',
  'dataStatus',
  'source',
  'note',
];

/**
 * What a revision changed against the one before it, a line a field: "数值：48 → 49". The first one
 * says what it set. Typed figures are shown as they were typed, unrounded.
 */
export function revisionChanges(
  before: Revision | null,
  after: Revision,
  messages: Messages,
  say: Say,
): string[] {
  const { revision: words } = messages.dashboard;
  const lines = FIELDS.flatMap((field) => {
    const to = fieldText(after, field, messages, say);
    const from = before === null ? '' : fieldText(before, field, messages, say);
    if (to === from) return [];
    const name = words.fields[field];
    return [
      from === '' ? words.set(name, to) : words.from(name, from, to === '' ? words.empty : to),
    ];
  });
  return after.reason === null ? lines : [...lines, words.reason(after.reason)];
}

function fieldText(revision: Revision, field: Field, messages: Messages, say: Say): string {
  const { statuses } = messages;
  switch (field) {
    case 'value':
    case 'numerator':
    case 'denominator':
      return revision[field] === null ? '' : String(Number(revision[field].toPrecision(10)));
    case 'level':
      return revision.level === null ? '' : say.level(revision.level);
    case 'ground':
    case 'scopeChange':
      return revision[field] ?? '';
    case 'source':
    case 'note':
      return revision[field];
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
