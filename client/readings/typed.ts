import { parseNumber } from '../../shared/number-input.ts';
import { applyChanges, BLANK, type Figures } from '../../shared/reading-rules.ts';
import type { Absence, DataStatus, Reading, ReadingChanges } from '../../shared/readings.ts';
import type { EntrySubject, NumberKey } from './subject.ts';

export interface TypedCondition {
  readonly id: string;
  /** `2018-06-30`; empty: not met. */
  readonly metOn: string;
  /** Met once and lost again; empty: not lost. */
  readonly lostOn: string;
  readonly documentNumber: string;
}

/**
 * What stands in the form, to the letter. Numbers are the text that was typed, understood or not;
 * figures stay here when an absence hides them.
 */
export interface Typed {
  readonly dataStatus: DataStatus;
  readonly source: string;
  readonly note: string;
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly level: number | null;
  readonly ground: string;
  readonly conditions: readonly TypedCondition[];
  /** null: there is a figure, or there will be. */
  readonly absence: Absence | null;
  readonly absenceReason: string;
  readonly scopeChanged: boolean;
  readonly scopeChange: string;
  /** The year that the figure is about, `2017`; empty: the reading's own. */
  readonly figureYear: string;
  /** The paper that the figure was taken from; empty: none. */
  readonly paper: string;
}

/** The form before anybody typed: all conditions of a milestone stand in it, none of them met. */
export function blankTyped(subject: EntrySubject): Typed {
  return typedFrom(subject, BLANK);
}

type Said = Pick<
  Reading,
  | 'dataStatus'
  | 'source'
  | 'note'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'level'
  | 'ground'
  | 'absence'
  | 'scopeChange'
  | 'figureYear'
  | 'paper'
> & { readonly conditions: readonly Reading['conditions'][number][] };

/** A reading as it stands in the form. */
export function typedFrom(subject: EntrySubject, reading: Said): Typed {
  return {
    dataStatus: reading.dataStatus,
    source: reading.source,
    note: reading.note,
    value: subject.entry === 'ratio' ? '' : numberText(reading.value),
    numerator: numberText(reading.numerator),
    denominator: numberText(reading.denominator),
    level: reading.level,
    ground: reading.ground ?? '',
    conditions: subject.conditionIds.map((id) => {
      const told = reading.conditions.find((condition) => condition.id === id);
      return {
        id,
        metOn: told?.metOn ?? '',
        lostOn: told?.lostOn ?? '',
        documentNumber: told?.documentNumber ?? '',
      };
    }),
    absence: reading.absence?.kind ?? null,
    absenceReason: reading.absence?.reason ?? '',
    scopeChanged: reading.scopeChange !== null,
    scopeChange: reading.scopeChange ?? '',
    figureYear: reading.figureYear === null ? '' : String(reading.figureYear),
    paper: reading.paper ?? '',
  };
}

/** A stored number as it is put back into its box: every digit, no grouping, never an exponent. */
function numberText(value: number | null): string {
  if (value === null) return '';
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

/** The number in a box; undefined: what stands there is none. null: the box is empty. */
export function numberIn(
  subject: EntrySubject,
  key: NumberKey,
  typed: Typed,
): number | null | undefined {
  const parsed = parseNumber(typed[key], subject.fields[key]);
  return parsed.ok ? parsed.value : undefined;
}

/**
 * The whole form as a request says it. Figures are left out beside an absence, and a number that
 * is none is left out too: `check.ts` tells of it.
 */
export function bodyOf(subject: EntrySubject, typed: Typed): ReadingChanges {
  const scopeChange = typed.scopeChange.trim();
  const paper = typed.paper.trim();
  const figureYear = typed.figureYear === '' ? null : Number(typed.figureYear);
  return {
    dataStatus: typed.dataStatus,
    source: typed.source,
    note: typed.note,
    scopeChange: typed.scopeChanged && scopeChange !== '' ? scopeChange : null,
    paper: paper === '' ? null : paper,
    // An absence has no figure that could be of another year.
    figureYear: typed.absence === null ? figureYear : null,
    ...(typed.absence === null
      ? { absence: null, ...figuresOf(subject, typed) }
      : { absence: { kind: typed.absence, reason: typed.absenceReason } }),
  };
}

function figuresOf(subject: EntrySubject, typed: Typed): ReadingChanges {
  const number = (key: NumberKey): ReadingChanges => {
    const value = numberIn(subject, key, typed);
    return value === undefined ? {} : { [key]: value };
  };
  switch (subject.entry) {
    case 'ratio':
      return { ...number('numerator'), ...number('denominator') };
    case 'value':
    case 'count':
      return number('value');
    case 'level':
      return { level: typed.level, ground: typed.ground.trim() === '' ? null : typed.ground };
    case 'conditions':
      return {
        conditions: typed.conditions.map(({ id, metOn, lostOn, documentNumber }) => ({
          id,
          metOn: metOn === '' ? null : metOn,
          lostOn: lostOn === '' ? null : lostOn,
          documentNumber: documentNumber.trim() === '' ? null : documentNumber,
        })),
      };
  }
}

/**
 * What a request has to name: only what differs from the reading that the server knows (null: none
 * yet). A part that another indicator shares is so left alone unless it was typed here.
 * @example changesSince(subject, null, { ...blankTyped(subject), numerator: '147' })
 * // { numerator: 147 }
 */
export function changesSince(
  subject: EntrySubject,
  reading: Reading | null,
  typed: Typed,
): ReadingChanges {
  const before = reading === null ? BLANK : reading;
  const old = bodyOf(subject, typedFrom(subject, before)) as Readonly<Record<string, unknown>>;
  const changed = Object.entries(bodyOf(subject, typed)).filter(
    ([key, said]) =>
      JSON.stringify(said) !== JSON.stringify(old[key]) ||
      // A report that says "none of them is met yet" names the conditions as well.
      (key === 'conditions' && reading !== null && reading.conditions.length === 0) ||
      (key === 'conditions' && reading === null),
  );
  return Object.fromEntries(changed);
}

/** The form as the shared rules judge it: the reading it would be. */
export function figuresIn(subject: EntrySubject, typed: Typed): Figures {
  return applyChanges(BLANK, bodyOf(subject, typed));
}
