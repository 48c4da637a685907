import { BLANK, type Figures, type ReadingSubject } from '../../shared/reading-rules.ts';
import type { SheetRow } from '../../shared/sheet.ts';

/** All that a row says now. The parts of a ratio stand, whether its reading was begun or not. */
export function figuresOf({ reading, standing, indicator }: SheetRow): Figures {
  const said = reading ?? BLANK;
  const shown = said.absence === null && indicator.multiplier !== null;
  return {
    dataStatus: said.dataStatus,
    source: said.source,
    note: said.note,
    // Of a ratio it is computed.
    value: indicator.multiplier === null ? said.value : null,
    numerator: shown ? standing.numerator : null,
    denominator: shown ? standing.denominator : null,
    level: said.level,
    ground: said.ground,
    conditions: inOrder(said.conditions, subjectOf(indicator).conditionIds),
    absence:
      said.absence === null ? null : { kind: said.absence.kind, reason: said.absence.reason },
    scopeChange: said.scopeChange,
    paper: said.paper,
    figureYear: said.figureYear,
  };
}

/** What the rules must know of the indicator of a row. */
export function subjectOf(indicator: SheetRow['indicator']): ReadingSubject {
  return {
    kind: indicator.documentKind,
    unitZh: indicator.unitZh,
    multiplier: indicator.multiplier,
    levels: indicator.levels.map(({ level }) => level),
    conditionIds: indicator.conditionNames.map(({ id }) => id),
  };
}

/** Conditions that say something, in the order of the document, so that two lists can be compared. */
export function inOrder(
  conditions: Figures['conditions'],
  ids: readonly string[],
): Figures['conditions'] {
  return ids.flatMap((id) =>
    conditions
      .filter((one) => one.id === id)
      .map(({ metOn, lostOn, documentNumber }) => ({ id, metOn, lostOn, documentNumber }))
      .filter((one) => one.metOn !== null || one.lostOn !== null || one.documentNumber !== null),
  );
}

/**
 * Where each shared part of a ratio is asked for: in the first row that has it, and nowhere else.
 * @returns for every row but that one, by indicator, the code of the row that asks
 */
export function askedElsewhere(
  rows: readonly SheetRow[],
): ReadonlyMap<string, Partial<Record<'numerator' | 'denominator', string>>> {
  const first = new Map<string, string>();
  const elsewhere = new Map<string, Partial<Record<'numerator' | 'denominator', string>>>();
  for (const { indicator, ratio, reading } of rows) {
    // Beside 无法提供 no part can be typed.
    if (ratio === null || (reading !== null && reading.absence !== null)) continue;
    for (const part of ['numerator', 'denominator'] as const) {
      const { id } = ratio[part];
      const code = first.get(id);
      if (code === undefined) first.set(id, indicator.code);
      else elsewhere.set(indicator.id, { ...elsewhere.get(indicator.id), [part]: code });
    }
  }
  return elsewhere;
}
