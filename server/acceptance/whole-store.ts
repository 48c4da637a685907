import type { AcceptanceBasis } from '../../shared/acceptance-basis.ts';
import {
  type AcceptanceStanding,
  claimOf,
  type FilePurpose,
  type ItemMarks,
  type ItemStanding,
  type SelfStanding,
  takesOwnMark,
} from '../../shared/acceptance-life.ts';
import type { SheetItem } from '../../shared/acceptance-rules.ts';
import { score, type Scored, type ScoredItem } from '../../shared/acceptance-score.ts';
import type { AcceptanceFile } from '../../shared/acceptances.ts';
import { heirOn } from '../../shared/department-rules.ts';
import { dayInChina } from '../../shared/rounds.ts';
import type { Reader } from '../db/transaction.ts';
import { findDepartments } from '../departments/store.ts';
import { fileShown } from '../evidence/shelf-store.ts';
import { factsOfBasis, readBasis } from './basis-store.ts';
import {
  type AcceptanceRow,
  type DepartmentRow,
  findRows,
  type ItemRow,
  type RecordRow,
} from './rows-store.ts';
import { findSheet, type StoredSheet } from './store.ts';

/** One item with everything that is known of it. */
export interface WholeItem {
  readonly sheet: SheetItem;
  readonly row: ItemRow;
  /** As the sheet's rules compute it from the basis. */
  readonly computed: ScoredItem;
  readonly marks: ItemMarks;
  /** Whether the department gives an own mark; what an assessor starts from (null: nothing). */
  readonly takesOwnMark: boolean;
  readonly claim: number | null;
  readonly standing: ItemStanding;
  /** The last row of its kind; undefined: none. */
  readonly verifiedBy: RecordRow | undefined;
  readonly objection: RecordRow | undefined;
  readonly answer: RecordRow | undefined;
  readonly files: readonly AcceptanceFile[];
}

export interface WholeDepartment {
  readonly row: DepartmentRow;
  /** That answers today. */
  readonly departmentId: string;
  readonly standing: SelfStanding;
  readonly items: readonly WholeItem[];
}

/**
 * A whole acceptance, unfiltered: the frozen sheet, the figures it judges by, self marks, verified
 * marks with their reasons, objections and answers, verdicts, evidence and unit scores. Whoever writes
 * about it (the pages, the dossier) takes everything from here and computes nothing anew.
 */
export interface WholeAcceptance {
  readonly row: AcceptanceRow;
  readonly sheet: StoredSheet;
  /** The board's inputs, the facts per target and the evidence checklist, as they were fixed. */
  readonly basis: AcceptanceBasis;
  /** In the order of the sheet. */
  readonly items: readonly WholeItem[];
  /** In the order in which the sheet names them. */
  readonly departments: readonly WholeDepartment[];
  /** As the rules compute it, as the departments assess themselves, as the assessors found it. */
  readonly computed: Scored;
  readonly self: Scored;
  readonly verified: Scored;
  /** The whole journal, first to last. */
  readonly records: readonly RecordRow[];
  readonly standing: AcceptanceStanding;
}

/**
 * @param now decides which department acts for one that has merged
 * @returns null when there is no such acceptance
 * @throws Problem databaseDamaged when its basis is not what was kept
 */
export async function findAcceptance(
  db: Reader,
  id: string,
  now: Date,
): Promise<WholeAcceptance | null> {
  const rows = await findRows(db, id);
  if (rows === null) return null;
  const { row, records } = rows;
  const sheet = await findSheet(db, row.sheetId);
  if (sheet === null) throw new Error(`no score sheet ${row.sheetId}`);
  const basis = readBasis(row);
  const facts = factsOfBasis(basis);
  const offices = new Map((await findDepartments(db)).map((one) => [one.id, one]));
  const today = dayInChina(now);
  const acting = (departmentId: string) => heirOn(departmentId, today, offices);
  const typists = Map.groupBy(rows.typists, ({ departmentId }) => departmentId);
  const states = new Map(rows.departments.map((one) => [one.departmentId, one]));

  const computed = score(sheet.content, facts);
  const items = sheet.content.items.flatMap((item, at): WholeItem[] => {
    const scored = computed.items[at];
    const stored = rows.items.find(({ itemId }) => itemId === item.id);
    if (scored === undefined || stored === undefined) return [];
    const { departmentId, dispute } = stored;
    const own = departmentId === null ? undefined : states.get(departmentId);
    const marks: ItemMarks = {
      part: item.part,
      weight: item.weight,
      low: scored.low,
      high: scored.high,
      excluded: scored.excluded,
      gap: scored.gap,
      selfMarks: stored.selfMarks,
    };
    const last = (step: RecordRow['step']) =>
      records.findLast((record) => record.step === step && record.itemId === item.id);
    return [
      {
        sheet: item,
        row: stored,
        computed: scored,
        marks,
        takesOwnMark: takesOwnMark(marks),
        claim: claimOf(marks),
        standing: {
          acceptance: row.state,
          self:
            own === undefined
              ? null
              : {
                  state: own.state,
                  typedBy: (typists.get(own.departmentId) ?? []).map(({ userId }) => userId),
                },
          departmentId: departmentId === null ? null : acting(departmentId),
          marked: !scored.excluded,
          verified: stored.marks !== null,
          dispute,
        },
        verifiedBy: stored.marks === null ? undefined : (lastMark(records, item.id) ?? undefined),
        objection: dispute === null ? undefined : last('dispute'),
        answer: dispute === null || dispute === 'open' ? undefined : last('answer'),
        files: rows.files
          .filter(({ besideId }) => besideId === stored.id)
          .map((file) => ({
            ...fileShown(file),
            purpose: purposeOf(records, file.id),
          })),
      },
    ];
  });

  const departments = [...new Set(items.flatMap(({ row: { departmentId } }) => departmentId ?? []))]
    .flatMap((departmentId) => states.get(departmentId) ?? [])
    .map((department): WholeDepartment => {
      const own = items.filter(
        ({ row: { departmentId } }) => departmentId === department.departmentId,
      );
      return {
        row: department,
        departmentId: acting(department.departmentId),
        items: own,
        standing: {
          acceptance: row.state,
          state: department.state,
          departmentId: acting(department.departmentId),
          typedBy: (typists.get(department.departmentId) ?? []).map(({ userId }) => userId),
          unmarked: own.filter(lacksOwnMark).length,
        },
      };
    });

  const given = (of: (item: WholeItem) => number | null) =>
    new Map(
      items.flatMap((item): [string, number][] => {
        const marks = of(item);
        return marks === null ? [] : [[item.sheet.id, marks]];
      }),
    );
  return {
    row,
    sheet,
    basis,
    items,
    departments,
    computed,
    self: score(
      sheet.content,
      facts,
      given((item) => (item.takesOwnMark ? item.row.selfMarks : null)),
    ),
    verified: score(
      sheet.content,
      facts,
      given(({ row: { marks } }) => marks),
    ),
    records,
    standing: {
      state: row.state,
      atDepartments: departments.filter(
        ({ row: { state } }) => state !== 'handedIn' && state !== 'absent',
      ).length,
      unverified: items.filter(({ standing }) => standing.marked && !standing.verified).length,
      openDisputes: items.filter(({ row: { dispute } }) => dispute === 'open').length,
      workedOnBy: records
        .filter(({ step }) => step === 'present' || step === 'verify' || step === 'answer')
        .map(({ byUser }) => byUser),
    },
  };
}

/** Where only the assessors know what an item is worth, its department says what it claims. */
export const lacksOwnMark = ({ computed, takesOwnMark: takes, row }: WholeItem): boolean =>
  takes && computed.gap === 'byHand' && row.selfMarks === null;

/** The row that gave an item the mark that stands. */
const lastMark = (records: readonly RecordRow[], itemId: string): RecordRow | undefined =>
  records.findLast(
    ({ step, itemId: of, marks }) =>
      of === itemId && marks !== null && (step === 'verify' || step === 'answer'),
  );

/** What came once the marks were announced is to prove an objection. */
export function purposeOf(records: readonly RecordRow[], evidenceId: string): FilePurpose {
  const announced = records.findLast(({ step }) => step === 'announce');
  const came = records.find((one) => one.step === 'attach' && one.evidenceId === evidenceId);
  if (announced === undefined || came === undefined) return 'self';
  return came.number > announced.number ? 'dispute' : 'self';
}
