import type { ScoreSheet, TypedSheet } from '../../shared/acceptance.ts';
import { statusesOf } from '../../shared/acceptance-rules.ts';
import { parseNumber } from '../../shared/number-input.ts';
import type { Issue } from '../../shared/problems.ts';

type Item = TypedSheet['items'][number];

/** An item while it is typed: marks are text until the sheet is kept. */
export interface TypedItem extends Omit<Item, 'weight' | 'points'> {
  readonly weight: string;
  /** By status; '' is none. */
  readonly points: Readonly<Record<string, string>>;
}

/** A whole sheet while it is typed. */
export interface Typed extends Omit<TypedSheet, 'items' | 'grades' | 'bonusCap'> {
  readonly items: readonly TypedItem[];
  readonly grades: readonly {
    readonly nameZh: string;
    readonly nameEn: string;
    readonly lower: string;
  }[];
  readonly bonusCap: string;
}

const textOf = (value: number | null): string => (value === null ? '' : String(value));

/** The sheet as it stands, ready to be typed into. */
export function typedOf(sheet: ScoreSheet): Typed {
  const { title, pendingRule, noDataRule, tentativeRule, passLine, vetoGrade } = sheet;
  return {
    title,
    pendingRule,
    noDataRule,
    tentativeRule,
    passLine,
    vetoGrade,
    bonusCap: textOf(sheet.bonusCap),
    items: sheet.items.map(({ weight, points, ...item }) => ({
      ...item,
      weight: textOf(weight),
      points: Object.fromEntries(points.map(({ status, marks }) => [status, String(marks)])),
    })),
    grades: sheet.grades.map((grade) => ({ ...grade, lower: String(grade.lower) })),
  };
}

/** A new item of a subject, with nothing decided. */
export function newItem(
  subject: Item['subject'],
  about: { readonly id: string; readonly subjectId: string | null; readonly title: string },
): TypedItem {
  return {
    id: about.id,
    part: 'base',
    subject,
    indicatorId: subject === 'indicator' ? about.subjectId : null,
    measureId: subject === 'measure' ? about.subjectId : null,
    title: about.title,
    departmentId: null,
    weight: '',
    rule: subject === 'free' ? 'byHand' : null,
    basis: null,
    points: {},
    standard: '',
  };
}

/** What is sent, and what of it is no number. */
export function sheetOf(typed: Typed): {
  readonly body: TypedSheet;
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const marks = (text: string, pointer: string): number | null => {
    const parsed = parseNumber(text);
    if (parsed.ok) return parsed.value;
    issues.push({ in: 'body', pointer, code: 'wrongType' });
    return null;
  };
  const body: TypedSheet = {
    ...typed,
    bonusCap: marks(typed.bonusCap, '/bonusCap'),
    items: typed.items.map((item, at) => ({
      ...item,
      weight: item.part === 'veto' ? null : marks(item.weight, `/items/${at}/weight`),
      basis: item.rule === 'proportional' ? item.basis : null,
      points:
        item.rule !== 'perStatus'
          ? []
          : statusesOf(item.subject).flatMap((status) => {
              const value = marks(item.points[status] ?? '', `/items/${at}/points`);
              return value === null ? [] : [{ status, marks: value }];
            }),
    })),
    grades: typed.grades.map((grade, at) => ({
      ...grade,
      lower: marks(grade.lower, `/grades/${at}/lower`) ?? 0,
    })),
  };
  return { body, issues };
}
