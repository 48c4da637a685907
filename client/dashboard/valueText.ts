import type { Assessment } from '../../shared/assessment/types.ts';
import type { BoardIndicator, BoardReading } from '../../shared/dashboard.ts';
import { decimalsOf, numeral } from '../../shared/figures.ts';
import { asJudged } from '../../shared/figure-years.ts';
import { conditionsMet } from './asOf.ts';
import { readingMarks } from './marks.ts';
import { pick, speakerOf, unitOf, type Speech } from './speak.ts';

/**
 * The current figure of a row. Four things that are never mixed up: `figure` (0 is one), `missing`
 * (…, nothing reported or 无法提供), `notApplicable` (—), and a pending target, which is said in the
 * target column.
 */
export interface ValueText {
  readonly kind: 'figure' | 'words' | 'missing' | 'notApplicable';
  /** As drawn, without the unit. */
  readonly text: string;
  /** Read aloud in place of the text where a sign would not be understood; null: the text itself. */
  readonly spoken: string | null;
  readonly unit: string;
  /** Small words at the figure: "快报", "2017年". */
  readonly marks: readonly string[];
}

/** `assessment` is the one to be shown: that of the board, or a preview. */
export function valueText(
  indicator: BoardIndicator,
  assessment: Assessment,
  year: number,
  speech: Speech,
  submitted: BoardReading | null = null,
): ValueText {
  const { target } = indicator;
  const words = speech.messages.dashboard.value;
  const { value, assessedYear, completion, cumulativeReduction } = assessment;
  const reading =
    submitted ?? asJudged(indicator.readings).find((each) => each.year === assessedYear);
  const marks = marksOf(reading ?? null, assessedYear, year, target.deadline, speech);
  const known = { unit: '', marks, spoken: null } as const;

  if (target.kind === 'milestone') {
    if (assessedYear === null || completion === null) return absent(indicator, year, speech);
    // As of the year shown, not of the deadline: what came late is there all the same.
    const total = target.conditions.length;
    const reports = submitted === null ? indicator.readings : [...indicator.readings, submitted];
    const holding = conditionsMet(reports, year);
    const text = holding === total ? words.allMet : words.metOf(holding, total);
    return { ...known, kind: 'words', text, spoken: words.metOfSpoken(holding, total) };
  }
  if (value === null || assessedYear === null) return absent(indicator, year, speech);
  if (target.kind === 'rating') {
    return { ...known, kind: 'words', text: speakerOf(indicator, speech).level(value) };
  }
  if (cumulativeReduction !== null) {
    const size = numeral(Math.abs(cumulativeReduction), 2);
    const up = cumulativeReduction < 0;
    return {
      ...known,
      kind: 'figure',
      text: `${up ? '↑' : '↓'}${size}`,
      spoken: up ? words.risen(size) : words.fallen(size),
      unit: '%',
    };
  }
  return {
    ...known,
    kind: 'figure',
    text: numeral(
      value,
      decimalsOf({ kind: target.kind, unit: null, decimals: indicator.decimals }),
    ),
    unit: unitOf(indicator, speech) ?? '',
  };
}

function absent(indicator: BoardIndicator, year: number, speech: Speech): ValueText {
  const { messages } = speech;
  const absence = indicator.readings.find((each) => each.year === year)?.absence ?? null;
  const unit = unitOf(indicator, speech) ?? '';
  return absence === 'notApplicable'
    ? {
        kind: 'notApplicable',
        text: '—',
        spoken: messages.statuses.absences.notApplicable,
        unit: '',
        marks: [],
      }
    : {
        kind: 'missing',
        text: '…',
        spoken:
          absence === 'unavailable'
            ? messages.statuses.absences.unavailable
            : messages.dashboard.value.notReported,
        unit: unit === '%' ? unit : '',
        marks: [],
      };
}

function marksOf(
  reading: BoardReading | null,
  assessedYear: number | null,
  year: number,
  deadline: number,
  speech: Speech,
): string[] {
  const marks: string[] = [];
  const { dashboard } = speech.messages;
  // After the deadline the figure of the deadline stands: that is no delay.
  const due = Math.min(year, deadline);
  if (assessedYear !== null && assessedYear !== due)
    marks.push(dashboard.value.ofYear(assessedYear));
  if (reading === null) return marks;
  // From which paper it came is for the page of the indicator; its year is said above.
  return [...marks, ...readingMarks({ ...reading, figureYear: null, paper: false }, speech)];
}

/** The short name of a department: Chinese has one; English is written as its initials if long. */
export function departmentText(
  department: { shortNameZh: string; nameEn: string },
  speech: Speech,
): { text: string; full: string | null } {
  if (speech.language === 'zh-CN') return { text: department.shortNameZh, full: null };
  const { nameEn } = department;
  if (nameEn.length <= LONGEST_ENGLISH) return { text: nameEn, full: null };
  return { text: initials(nameEn), full: pick(speech, department.shortNameZh, nameEn) };
}

/** Beyond this an English name would take three lines of the table. */
const LONGEST_ENGLISH = 26;

/**
 * The initials of the capitalised words of a name.
 * Example: "Science, Technology and Economic Development Bureau" → "STEDB".
 */
export function initials(name: string): string {
  return (name.match(/\p{Lu}[\p{L}]*/gu) ?? []).map((word) => word.charAt(0)).join('');
}
