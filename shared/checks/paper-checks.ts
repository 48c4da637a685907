import type { ConditionFigures } from '../reading-rules.ts';
import type { Check, Look } from './look.ts';
import { hasSubstance } from './substance.ts';

/** The checks of what stands beside a figure: dates, documents, grounds, files. */

/** The conditions of a milestone come in the order in which they are listed: built, then running. */
export const conditionOrder: Check<'conditionOrder'> = (look) => {
  const { conditionIds } = look.subject;
  return look.figures.conditions.flatMap(({ id, metOn }, index) => {
    if (metOn === null) return [];
    const before = conditionIds.slice(0, Math.max(0, conditionIds.indexOf(id)));
    const wrong = before
      .map((earlier) => ({ earlier, day: conditionOf(look, earlier)?.metOn ?? null }))
      .filter(({ day }) => day === null || day > metOn);
    // One is enough to be told: the nearest that is out of order.
    const nearest = wrong[wrong.length - 1];
    if (nearest === undefined) return [];
    const { earlier, day } = nearest;
    const values = { condition: id, metOn, earlier, earlierMetOn: day ?? '' };
    return [{ pointer: `/conditions/${index}/metOn`, values }];
  });
};

/** As reported now, else as it was reported for the year before. */
function conditionOf({ figures, context }: Look, id: string): ConditionFigures | undefined {
  const named = (list: readonly ConditionFigures[] | undefined) =>
    list?.find((condition) => condition.id === id);
  return named(figures.conditions) ?? named(context.last?.conditions);
}

/** From the condition of the lower limit on (1 is the first), each needs its document. */
export const conditionDocument: Check<'conditionDocument'> = ({ subject, figures, limits }) => {
  const from = limits.lower ?? 1;
  return figures.conditions.flatMap(({ id, metOn, documentNumber }, index) => {
    const asked = subject.conditionIds.indexOf(id) + 1 >= from;
    if (!asked || metOn === null || documentNumber !== null) return [];
    return [{ pointer: `/conditions/${index}/documentNumber`, values: { condition: id } }];
  });
};

/** A level is worth its ground, and the ground must say something. */
export const levelGround: Check<'levelGround'> = ({ figures }) => {
  if (figures.level === null || hasSubstance(figures.ground ?? '')) return [];
  return [{ pointer: '/ground', values: {} }];
};

const PRICES =
  /不变价|可比价|现价|现行价|当年价|当期价|\b(?:constant|comparable|current)[\s-]+(?:year[\s-]+)?prices?\b/iu;

/** At constant or at current prices: two different series, so the note says which. */
export const priceBasis: Check<'priceBasis'> = ({ value, figures }) => {
  const said = [figures.note, figures.source, figures.scopeChange ?? ''];
  if (value === null || said.some((text) => PRICES.test(text.normalize('NFKC')))) return [];
  return [{ pointer: '/note', values: {} }];
};

/** A figure that is about an earlier year than the report, by more years than is usual. */
export const figureOfOtherYear: Check<'figureOfOtherYear'> = ({ figures, context, limits }) => {
  const { figureYear } = figures;
  if (figureYear === null || context.year - figureYear <= (limits.upper ?? 0)) return [];
  return [{ pointer: '/figureYear', values: { year: context.year, figureYear } }];
};

export const evidenceMissing: Check<'evidenceMissing'> = (look) =>
  look.context.evidence.count > 0 || saysNothing(look)
    ? []
    : [{ pointer: '/evidence', values: {} }];

/** Nothing is claimed yet, so nothing is to be proved. */
function saysNothing({ entry, value, figures }: Look): boolean {
  if (entry === 'level') return figures.level === null;
  if (entry === 'conditions') return figures.conditions.every(({ metOn }) => metOn === null);
  return value === null || value === 0;
}

/** The same bytes prove another indicator or another year, too. */
export const evidenceUsedTwice: Check<'evidenceUsedTwice'> = ({ context }) => {
  const [first, ...rest] = context.evidence.usedElsewhere;
  return first === undefined
    ? []
    : [{ pointer: '/evidence', values: { ...first, more: rest.length } }];
};
