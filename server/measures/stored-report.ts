import type { ReportWords } from '../../shared/measure-rules.ts';
import { dayInChina, type RoundDates, roundStateOf } from '../../shared/rounds.ts';
import type { Act, Marks, Standing } from '../../shared/workflow.ts';

/** A report on a measure with all that its rules and its answer need. */
export interface StoredReport extends Marks {
  readonly id: string;
  readonly planId: string;
  readonly measureId: string;
  /** As it was begun. */
  readonly departmentId: string;
  /** Who acts for it now. */
  readonly actingDepartmentId: string;
  readonly year: number;
  readonly words: ReportWords;
  /** Of its plan and year; null: there is none. */
  readonly round: RoundDates | null;
  /** Everybody who typed something into it. */
  readonly typedBy: readonly string[];
  readonly entered: Act;
  readonly changed: Act;
  /** How often it was corrected after its approval. */
  readonly corrections: number;
  /** Files beside it. */
  readonly evidence: number;
  /** What the department's approved report of the year before says; null: there is none. */
  readonly before: Pick<ReportWords, 'state'> | null;
}

/** A report as the rules of the desk judge it at one moment: its department leads it alone. */
export function standingOf(report: StoredReport, now: Date): Standing {
  return {
    status: report.status,
    typedBy: report.typedBy,
    leadDepartmentId: report.actingDepartmentId,
    round: roundStateOf(report.round, dayInChina(now)),
    returnedByDuty: report.returnedByDuty,
  };
}
