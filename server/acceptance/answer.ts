import {
  maySeeFile,
  maySeeSelf,
  maySeeVerified,
  openAcceptanceSteps,
  openItemSteps,
  openSelfSteps,
  seesAll,
} from '../../shared/acceptance-life.ts';
import { type Scored, VERDICTS } from '../../shared/acceptance-score.ts';
import type {
  Acceptance,
  AcceptanceDepartment,
  AcceptanceItem,
  AcceptanceRecordRow,
  AcceptanceSummary,
  Outcome,
} from '../../shared/acceptances.ts';
import { can } from '../../shared/permissions.ts';
import type { Person } from '../../shared/workflow.ts';
import type { AcceptanceRow, RecordRow } from './rows-store.ts';
import type { SheetRow } from './store.ts';
import type { WholeAcceptance, WholeDepartment, WholeItem } from './whole-store.ts';

export function summaryOf(
  row: Omit<AcceptanceRow, 'basis'>,
  sheet: Pick<SheetRow, 'number' | 'title'>,
): AcceptanceSummary {
  const { id, planId, year, state, sheetId } = row;
  return {
    id,
    planId,
    year,
    state,
    sheetId,
    sheetNumber: sheet.number,
    sheetTitle: sheet.title,
    opened: { name: row.openedByName, at: row.openedAt },
  };
}

/** An acceptance as one person may see it. */
export function acceptanceFor(whole: WholeAcceptance, person: Person): Acceptance {
  const { row, sheet, basis, records, standing, computed } = whole;
  const { state } = row;
  const everything = seesAll(person) || state === 'concluded';
  const last = (step: RecordRow['step']) => records.findLast((one) => one.step === step);
  const withdrawn = last('withdraw');
  const verdicts = computed.items.map(({ verdict }) => verdict);
  const count = (one: (typeof VERDICTS)[number]) =>
    verdicts.filter((verdict) => verdict === one).length;
  return {
    ...summaryOf(row, sheet.row),
    basis: {
      takenAt: basis.takenAt,
      sealedAt: basis.seal?.sealedAt ?? null,
      sealSha256: basis.seal?.sha256 ?? null,
      sha256: row.basisSha256,
      illustrative: basis.board.plan.illustrative,
    },
    grades: sheet.content.grades.map((grade) => ({ ...grade })),
    bonusCap: sheet.content.bonusCap,
    absenceReason: last('beginVerification')?.text ?? '',
    presented: state === 'presented' || state === 'concluded' ? by(last('present')) : null,
    concluded: by(last('conclude')),
    withdrawn:
      withdrawn === undefined
        ? null
        : { name: withdrawn.byName, at: withdrawn.at, reason: withdrawn.text },
    items: whole.items.map((item) => itemFor(item, person)),
    departments: whole.departments.map((one) => departmentFor(whole, one, person)),
    computed: outcomeOf(computed),
    self: everything && state !== 'selfAssessment' ? outcomeOf(whole.self) : null,
    verified: everything && state !== 'selfAssessment' ? outcomeOf(whole.verified) : null,
    verdicts: {
      met: count('met'),
      notMet: count('notMet'),
      cannotJudge: count('cannotJudge'),
    },
    evidence: basis.evidence,
    records: records.filter((one) => maySeeRecord(whole, one, person)).map(recordShown),
    left: {
      atDepartments: standing.atDepartments,
      unverified: standing.unverified,
      openDisputes: standing.openDisputes,
    },
    steps: openAcceptanceSteps(standing, person),
    version: row.version,
  };
}

const by = (record: RecordRow | undefined) =>
  record === undefined ? null : { name: record.byName, at: record.at };

const outcomeOf = ({ total, base, bonus, gradeLow, gradeHigh, vetoes }: Scored): Outcome => ({
  total,
  base,
  bonus,
  gradeLow,
  gradeHigh,
  vetoes: vetoes.map((veto) => ({ ...veto })),
});

export function itemFor(item: WholeItem, person: Person): AcceptanceItem {
  const { sheet, row, computed, standing, verifiedBy, objection, answer } = item;
  const seesSelf = maySeeSelf(standing, person);
  const seesMark = maySeeVerified(standing, person);
  const judge = by(verifiedBy);
  const raised = by(objection);
  const answered = by(answer);
  return {
    itemId: sheet.id,
    part: sheet.part,
    subject: sheet.subject,
    rule: sheet.rule,
    basis: sheet.basis,
    indicatorId: sheet.indicatorId,
    measureId: sheet.measureId,
    title: sheet.title,
    standard: sheet.standard,
    weight: sheet.part === 'veto' ? null : sheet.weight,
    departmentId: row.departmentId,
    verdict: computed.verdict,
    why: computed.why,
    status: computed.status,
    value: computed.value,
    targetValue: computed.targetValue,
    deadline: computed.deadline,
    late: computed.late,
    share: computed.share,
    low: computed.low,
    high: computed.high,
    excluded: computed.excluded,
    gap: computed.gap,
    takesOwnMark: item.takesOwnMark,
    claim: seesSelf || !item.takesOwnMark ? item.claim : null,
    self:
      seesSelf && standing.self?.state !== 'absent'
        ? { marks: row.selfMarks, words: row.selfWords }
        : null,
    verified:
      seesMark && row.marks !== null && judge !== null
        ? { marks: row.marks, reason: row.reason, by: judge }
        : null,
    dispute:
      seesMark && row.dispute !== null && raised !== null
        ? {
            state: row.dispute,
            reason: objection?.text ?? '',
            raised,
            marks: objection?.marks ?? 0,
            answer:
              answered === null
                ? null
                : { reason: answer?.text ?? '', by: answered, marks: answer?.marks ?? 0 },
          }
        : null,
    files: item.files.filter((file) => maySeeFile(standing, file, person)),
    steps: openItemSteps(standing, person),
    version: row.version,
  };
}

export function departmentFor(
  { records, computed, self, verified }: WholeAcceptance,
  { row, standing, items }: WholeDepartment,
  person: Person,
): AcceptanceDepartment {
  const { departmentId, state } = row;
  const item = {
    acceptance: standing.acceptance,
    departmentId: standing.departmentId,
    self: { state, typedBy: [] },
  };
  const last = (step: RecordRow['step']) =>
    records.findLast((one) => one.step === step && one.departmentId === departmentId);
  const scoreOf = (scored: Scored) => {
    const found = scored.departments.find((one) => one.departmentId === departmentId);
    return found === undefined
      ? { low: 0, high: 0, of: 0 }
      : { low: found.low, high: found.high, of: found.of };
  };
  const back = last('sendBack');
  const marked = items.filter((one) => one.standing.marked);
  const seesMarks = maySeeVerified(item, person);
  return {
    departmentId,
    state,
    submitted: state === 'submitted' || state === 'handedIn' ? by(last('submit')) : null,
    handedIn: state === 'handedIn' ? by(last('handIn')) : null,
    returned:
      state === 'returned' && back !== undefined
        ? { name: back.byName, at: back.at, reason: back.text }
        : null,
    items: items.length,
    unmarked: standing.unmarked,
    toVerify: marked.length,
    verifiedItems: seesAll(person) || seesMarks ? marked.filter(isVerified).length : 0,
    openDisputes: items.filter((one) => one.row.dispute === 'open').length,
    computed: scoreOf(computed),
    self: state !== 'absent' && maySeeSelf(item, person) ? scoreOf(self) : null,
    verified: seesMarks && standing.acceptance !== 'selfAssessment' ? scoreOf(verified) : null,
    steps: openSelfSteps(standing, person),
    version: row.version,
  };
}

const isVerified = ({ standing }: WholeItem): boolean => standing.verified;

function maySeeRecord(
  { row: { state }, items, departments }: WholeAcceptance,
  { step, itemId, departmentId }: RecordRow,
  person: Person,
): boolean {
  if (itemId === null && departmentId === null) return true;
  if (seesAll(person) || (state === 'concluded' && can(person.roles, 'acceptance.see')))
    return true;
  const standing =
    items.find(({ sheet }) => sheet.id === itemId)?.standing ??
    departments.find(({ row }) => row.departmentId === departmentId)?.standing;
  if (standing === undefined || person.departmentId !== standing.departmentId) return false;
  const judged = step === 'verify' || step === 'answer';
  return !judged || maySeeVerified(standing, person);
}

const recordShown = ({
  number,
  step,
  at,
  byName,
  departmentId,
  itemId,
  text,
  marks,
}: RecordRow): AcceptanceRecordRow => ({
  number,
  step,
  at,
  by: byName,
  departmentId,
  itemId,
  text,
  marks,
});
