import { describe, expect, it } from 'vitest';
import {
  isReady,
  refuseExcuses,
  refuseReason,
  type SealSubject,
  standingOf,
} from '../../shared/seal-rules.ts';
import { READING_STATUSES, type ReadingStatus } from '../../shared/workflow.ts';

const REASON = '牵头单位机构调整，年度资料尚未移交';

function subject(status: ReadingStatus | null, departmentId: string | null): SealSubject {
  const reading = status === null ? null : { id: 'reading', status };
  return { indicatorId: 'one', departmentId, reading };
}

/** What each state of one indicator means for the seal of its year. */
const CASES: readonly (readonly [
  status: ReadingStatus | null,
  withLead: 'sealed' | 'blocks' | 'needsReason' | 'nobodyOwes',
  withoutLead: 'sealed' | 'blocks' | 'needsReason' | 'nobodyOwes',
  why: string,
])[] = [
  [null, 'needsReason', 'nobodyOwes', 'nothing was begun'],
  ['draft', 'needsReason', 'nobodyOwes', 'it lies with the department'],
  ['returned', 'needsReason', 'nobodyOwes', 'it was sent back and not mended'],
  ['submitted', 'blocks', 'blocks', 'the desk owes a decision, whoever leads by now'],
  ['signed', 'blocks', 'blocks', 'the desk owes a decision'],
  ['approved', 'sealed', 'sealed', 'it is what a seal is for'],
  ['sealed', 'sealed', 'sealed', 'it is'],
];

describe('what a state means for the seal', () => {
  it('is said for every state', () => {
    expect(CASES.map(([status]) => status)).toEqual([
      null,
      'draft',
      'returned',
      ...READING_STATUSES.filter((one) => one !== 'draft' && one !== 'returned'),
    ]);
  });

  const all = CASES.flatMap(([status, withLead, withoutLead, why]) => [
    [status, 'steb', withLead, why] as const,
    [status, null, withoutLead, why] as const,
  ]);
  it.each(all)('%s, led by %s: %s, for %s', (status, departmentId, meaning) => {
    const standing = standingOf([subject(status, departmentId)], []);
    const excuse = [{ indicatorId: 'one', reason: REASON }];
    expect({
      approved: standing.approved,
      undecided: standing.open.undecided.length,
      notHandedIn: standing.open.notHandedIn.length,
      noLead: standing.open.noLead.length,
    }).toEqual({
      approved: meaning === 'sealed' ? 1 : 0,
      undecided: meaning === 'blocks' ? 1 : 0,
      notHandedIn: meaning === 'needsReason' ? 1 : 0,
      noLead: meaning === 'nobodyOwes' ? 1 : 0,
    });
    expect(isReady(standing, [])).toBe(meaning === 'sealed' || meaning === 'nobodyOwes');
    expect(isReady(standing, excuse)).toBe(meaning !== 'blocks');
    const refused = refuseExcuses(standing, excuse).map(({ code }) => code);
    expect(refused).toEqual(meaning === 'needsReason' ? [] : ['notAllowed']);
  });
});

describe('a reason', () => {
  it.each([
    ['牵头单位机构调整，年度资料尚未移交', []],
    ['The survey was put off to spring', []],
    ['', ['reasonTooThin']],
    ['无', ['reasonTooThin']],
    ['核实无误，情况属实', ['reasonTooThin']],
    ['……………………', ['reasonTooThin']],
  ])('%s: %j', (reason, codes) => {
    const issues = refuseReason(reason, 3);
    expect(issues.map(({ code }) => code)).toEqual(codes);
    for (const { pointer } of issues) expect(pointer).toBe('/unreported/3/reason');
  });
});
