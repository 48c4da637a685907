import type { ImportedRow, ImportField, SomeFigures, WhyNot } from '../../shared/exchange.ts';
import { unitFor } from '../../shared/figures.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';

type Pick = (zh: string, en: string) => string;

/**
 * A field of a row in words, every digit of a figure shown: what is compared is not rounded.
 * @returns '' where it says nothing
 */
export function fieldText(
  row: ImportedRow,
  field: ImportField,
  figures: SomeFigures,
  messages: Messages,
  pick: Pick,
  date: (day: string) => string,
): string {
  const { statuses, readings } = messages;
  switch (field) {
    case 'value':
      return withUnit(figures.value ?? null, row, messages, pick);
    case 'numerator':
    case 'denominator':
      return grouped(figures[field] ?? null);
    case 'figureYear':
      return plain(figures.figureYear ?? null);
    case 'level': {
      const level = row.indicator.levels.find((one) => one.level === figures.level);
      return level === undefined ? plain(figures.level ?? null) : pick(level.nameZh, level.nameEn);
    }
    case 'dataStatus':
      return figures.dataStatus === undefined ? '' : statuses.dataStatuses[figures.dataStatus];
    case 'absence': {
      const { absence = null } = figures;
      return absence === null ? '' : `${statuses.absences[absence.kind]}：${absence.reason}`;
    }
    case 'conditions':
      return (figures.conditions ?? [])
        .map(({ id, metOn, lostOn, documentNumber }) => {
          const named = row.indicator.conditionNames.find((one) => one.id === id);
          const said = [
            ...(metOn === null ? [] : [readings.form.conditionMet(date(metOn))]),
            ...(lostOn === null ? [] : [readings.form.conditionLost(date(lostOn))]),
            ...(documentNumber === null ? [] : [documentNumber]),
          ];
          const name = named === undefined ? id : pick(named.nameZh, named.nameEn);
          return `${name}：${said.join('，')}`;
        })
        .join('\n');
    case 'source':
    case 'note':
    case 'ground':
    case 'scopeChange':
    case 'paper':
      return figures[field] ?? '';
  }
}

/** Grouped, with every digit there is; a year is not grouped. */
function grouped(value: number | null): string {
  const [whole = '', ...rest] = plain(value).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.');
}

function plain(value: number | null): string {
  return value === null ? '' : String(value).replace('-', '\u2212');
}

function withUnit(value: number | null, row: ImportedRow, messages: Messages, pick: Pick): string {
  const shown = grouped(value);
  const { unitZh, unitEn } = row.indicator;
  const unit = unitZh === null ? '' : pick(unitZh, unitEn ?? unitZh);
  if (shown === '' || unit === '') return shown;
  return unit === '%'
    ? `${shown}%`
    : messages.explain.figures.withUnit(shown, unitFor(shown, unit));
}

/** Why a cell was not taken over, and how to mend it. */
export function whyText(why: WhyNot, messages: Messages): string {
  if (why.of === 'cell') return messages.exchange.cellProblems[why.code];
  if (why.of === 'number') return messages.readings.numbers[why.code];
  const sentence = messages.problems.issues[why.code];
  return typeof sentence === 'string' ? sentence : sentence(why.values ?? {});
}
