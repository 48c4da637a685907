import type { EntrySubject, NumberKey } from './subject.ts';
import { numberIn, type Typed } from './typed.ts';

/** One thing that two people can have typed differently; `condition …` names it by its id. */
export type FieldKey =
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
  | `condition ${string}`;

const FIXED: readonly FieldKey[] = [
  'absence',
  'value',
  'numerator',
  'denominator',
  'level',
  'ground',
  'dataStatus',
  'source',
  'note',
  'scopeChange',
  'figureYear',
  'paper',
];

/** The fields of a form, in its order. */
export function fieldKeys(subject: EntrySubject): FieldKey[] {
  return [...FIXED, ...subject.conditionIds.map((id): FieldKey => `condition ${id}`)];
}

/** What an absence hides. */
function isFigure(key: FieldKey): boolean {
  return (
    key === 'value' ||
    key === 'numerator' ||
    key === 'denominator' ||
    key === 'level' ||
    key === 'ground' ||
    key === 'figureYear' ||
    key.startsWith('condition ')
  );
}

/**
 * What a field says, in one spelling: `１２．５` and `12.50` are the same figure. Behind an absence
 * every figure says the same, whatever its box still holds.
 */
function meaning(subject: EntrySubject, key: FieldKey, typed: Typed): string {
  if (typed.absence !== null && isFigure(key)) return '';
  switch (key) {
    case 'value':
    case 'numerator':
    case 'denominator':
      return numberMeaning(subject, key, typed);
    case 'level':
      return String(typed.level);
    case 'absence':
      return typed.absence === null ? '' : `${typed.absence} ${plain(typed.absenceReason)}`;
    case 'scopeChange':
      return typed.scopeChanged ? plain(typed.scopeChange) : '';
    case 'source':
    case 'note':
    case 'ground':
    case 'dataStatus':
    case 'figureYear':
    case 'paper':
      return plain(typed[key]);
    default: {
      const condition = typed.conditions.find(({ id }) => key === `condition ${id}`);
      if (condition === undefined) return '';
      return [condition.metOn, condition.lostOn, plain(condition.documentNumber)].join(' ');
    }
  }
}

function numberMeaning(subject: EntrySubject, key: NumberKey, typed: Typed): string {
  const value = numberIn(subject, key, typed);
  return value === undefined ? `? ${typed[key]}` : String(value);
}

/** As the server keeps text. */
function plain(text: string): string {
  return text.normalize('NFC').trim();
}

/** Whether two forms say the same. */
export function sameMeaning(subject: EntrySubject, a: Typed, b: Typed): boolean {
  return fieldKeys(subject).every((key) => meaning(subject, key, a) === meaning(subject, key, b));
}

/** Whether one field says different things in two forms. */
export function meaningDiffers(subject: EntrySubject, key: FieldKey, a: Typed, b: Typed): boolean {
  return meaning(subject, key, a) !== meaning(subject, key, b);
}

/** One field of `from` put into `into`; the end of an absence brings the figures with it. */
export function takeField(key: FieldKey, from: Typed, into: Typed): Typed {
  switch (key) {
    case 'absence': {
      const { absence, absenceReason } = from;
      if (absence !== null || into.absence === null) return { ...into, absence, absenceReason };
      const { value, numerator, denominator, level, ground, conditions, figureYear } = from;
      const figures = { value, numerator, denominator, level, ground, conditions, figureYear };
      return { ...into, absence, absenceReason, ...figures };
    }
    case 'scopeChange':
      return { ...into, scopeChanged: from.scopeChanged, scopeChange: from.scopeChange };
    case 'value':
    case 'numerator':
    case 'denominator':
    case 'level':
    case 'ground':
    case 'dataStatus':
    case 'source':
    case 'note':
    case 'figureYear':
    case 'paper':
      return { ...into, [key]: from[key] };
    default:
      return {
        ...into,
        conditions: into.conditions.map(
          (condition) =>
            (key === `condition ${condition.id}`
              ? from.conditions.find(({ id }) => id === condition.id)
              : undefined) ?? condition,
        ),
      };
  }
}

export interface Merged {
  /** Theirs where only they changed, mine everywhere else. */
  readonly typed: Typed;
  /** What both changed, to different things; `typed` has mine. */
  readonly clashes: readonly FieldKey[];
}

/**
 * What I typed and what the server has now, both begun from `base`. A text that only looks
 * different stays as I typed it.
 * @example merge(subject, base, { ...base, note: 'x' }, { ...base, source: 'y' })
 * // note 'x', source 'y', no clashes
 */
export function merge(subject: EntrySubject, base: Typed, mine: Typed, theirs: Typed): Merged {
  let typed = mine;
  const clashes: FieldKey[] = [];
  for (const key of fieldKeys(subject)) {
    const [was, here, there] = [base, mine, theirs].map((one) => meaning(subject, key, one));
    if (here === there || there === was) continue;
    if (here === was) typed = takeField(key, theirs, typed);
    else clashes.push(key);
  }
  // A figure against an absence is one question, not one for each box.
  if ((mine.absence === null) !== (theirs.absence === null) && clashes.some(isFigure)) {
    return {
      typed: { ...typed, absence: mine.absence, absenceReason: mine.absenceReason },
      clashes: ['absence', ...clashes.filter((key) => key !== 'absence' && !isFigure(key))],
    };
  }
  return { typed, clashes };
}
