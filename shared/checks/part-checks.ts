import { type Check, exceeds, type Look, percentOf, same } from './look.ts';
import type { Part } from './types.ts';

/** The checks of numerator and denominator, and of the lists behind a figure. */

const PARTS = ['numerator', 'denominator'] as const;

/** Enterprises, machines and people are whole. */
export const partsNotWhole: Check<'partsNotWhole'> = ({ figures }) =>
  PARTS.flatMap((part) => {
    const value = figures[part];
    if (value === null || Number.isInteger(value)) return [];
    return [{ pointer: `/${part}`, values: { value } }];
  });

export const numeratorFalls: Check<'numeratorFalls'> = (look) => fallen(look, 'numerator');
export const denominatorFalls: Check<'denominatorFalls'> = (look) => fallen(look, 'denominator');

function fallen({ figures, context }: Look, part: 'numerator' | 'denominator') {
  const value = figures[part];
  const last = context.last?.[part] ?? null;
  if (value === null || last === null || !exceeds(last, value)) return [];
  return [{ pointer: `/${part}`, values: { value, last } }];
}

/** The roster (名录库) moves every year, but not by much. */
export const denominatorChange: Check<'denominatorChange'> = ({ figures, context, limits }) => {
  const { denominator: value } = figures;
  const last = context.last?.denominator ?? null;
  const { upper: limit } = limits;
  if (value === null || last === null || limit === null) return [];
  const percent = percentOf(value, last);
  if (percent === null || !exceeds(Math.abs(percent), limit)) return [];
  return [{ pointer: '/denominator', values: { value, last, limit, percent } }];
};

/** Two indicators count what they call by one name, and not alike. */
export const componentDiffers: Check<'componentDiffers'> = ({ figures, context }) =>
  context.sameName.flatMap(({ part, value: other, code }) => {
    const value = figures[part];
    if (value === null || same(value, other)) return [];
    return [{ pointer: `/${part}`, values: { value, other, code } }];
  });

/** The figure is not what its named list counts. */
export const listDiffers: Check<'listDiffers'> = (look) =>
  listedParts(look).flatMap((part) => {
    const value = look.figures[part];
    const listed = look.context.lists[part];
    if (value === null || listed === null || same(value, listed)) return [];
    return [{ pointer: `/${part}`, values: { part, value, listed } }];
  });

/** There is a figure and nobody is named. Of none there is nobody to name. */
export const listMissing: Check<'listMissing'> = (look) => {
  const part = look.entry === 'ratio' ? 'numerator' : 'value';
  const value = look.figures[part];
  if (value === null || value === 0 || look.context.lists[part] !== null) return [];
  return [{ pointer: `/${part}`, values: { part } }];
};

function listedParts({ entry }: Look): readonly Part[] {
  return entry === 'ratio' ? PARTS : ['value'];
}

/** Above and below the line one and the same set of enterprises is meant. */
export const listOutsideRoster: Check<'listOutsideRoster'> = ({ context }) => {
  const { outsideRoster } = context;
  return outsideRoster === null ? [] : [{ pointer: '/numerator', values: outsideRoster }];
};
