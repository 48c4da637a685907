import { describe, expect, it } from 'vitest';
import {
  ACCEPTANCE_STATES,
  ACCEPTANCE_STEPS,
  type AcceptanceStanding,
  claimOf,
  FILE_PURPOSES,
  type ItemMarks,
  type ItemStanding,
  maySeeFile,
  maySeeSelf,
  maySeeVerified,
  openAcceptanceSteps,
  openItemSteps,
  openSelfSteps,
  refuseAcceptanceStep,
  refuseOwnMark,
  refuseVerifiedMark,
  SELF_STATES,
  type SelfStanding,
} from '../../shared/acceptance-life.ts';
import { type Role, ROLES } from '../../shared/permissions.ts';

const person = (roles: readonly Role[], departmentId: string | null = null, userId = 'me') => ({
  roles,
  departmentId,
  userId,
});
const READY: AcceptanceStanding = {
  state: 'selfAssessment',
  atDepartments: 0,
  unverified: 0,
  openDisputes: 0,
  workedOnBy: [],
};

describe('the steps of a whole acceptance', () => {
  it('are the committee’s, but for the conclusion, which is the leading group’s', () => {
    const open = ACCEPTANCE_STATES.map((state) => {
      const standing = { ...READY, state };
      return [state, ...ROLES.map((role) => openAcceptanceSteps(standing, person([role])))]
        .flat()
        .join(' ');
    });
    expect(open).toEqual([
      'selfAssessment beginVerification withdraw',
      'verification announce withdraw',
      'disputes present withdraw',
      'presented takeBack conclude',
      'concluded',
      'withdrawn',
    ]);
  });

  it.each<[string, Partial<AcceptanceStanding>, (typeof ACCEPTANCE_STEPS)[number], string | null]>([
    ['begins although some have not handed in', { atDepartments: 2 }, 'beginVerification', null],
    [
      'is not announced while an item has no mark',
      { state: 'verification', unverified: 1 },
      'announce',
      'acceptanceNotReady',
    ],
    [
      'nor while a self-assessment is on its way back',
      { state: 'verification', atDepartments: 1 },
      'announce',
      'acceptanceNotReady',
    ],
    [
      'is not presented while an objection is open',
      { state: 'disputes', openDisputes: 1 },
      'present',
      'acceptanceNotReady',
    ],
    ['is not announced twice', { state: 'disputes' }, 'announce', 'wrongState'],
  ])('%s', (_why, standing, step, refusal) => {
    expect(refuseAcceptanceStep(step, { ...READY, ...standing }, person(['reviewer']))).toBe(
      refusal,
    );
  });

  it('nobody concludes what they worked on', () => {
    const standing = { ...READY, state: 'presented', workedOnBy: ['me'] } as const;
    expect(refuseAcceptanceStep('conclude', standing, person(['leader']))).toBe('ownEntry');
    expect(refuseAcceptanceStep('conclude', standing, person(['leader'], null, 'you'))).toBeNull();
  });
});

describe('the steps of a self-assessment', () => {
  const self: SelfStanding = {
    acceptance: 'selfAssessment',
    state: 'draft',
    departmentId: 'steb',
    typedBy: ['typist'],
    unmarked: 0,
  };
  const told = (who: ReturnType<typeof person>, more: Partial<SelfStanding> = {}) =>
    SELF_STATES.map(
      (state) => openSelfSteps({ ...self, state, ...more }, who).join('+') || '-',
    ).join(' ');

  it('are those of its department, then of the assessors', () => {
    // draft submitted handedIn returned absent
    expect(told(person(['reporter'], 'steb'))).toBe('submit recall - submit -');
    expect(told(person(['departmentHead'], 'steb'))).toBe(
      'submit recall+handIn+sendBack - submit -',
    );
    expect(told(person(['reporter'], 'finance')), 'of another').toBe('- - - - -');
    expect(told(person(['reviewer']))).toBe('- - sendBack - -');
    expect(told(person(['reviewer'], 'steb')), 'of their own').toBe('- - - - -');
    expect(told(person(['leader']))).toBe('- - - - -');
  });

  it('need every mark that only the department can give, and another hand to sign', () => {
    expect(told(person(['reporter'], 'steb'), { unmarked: 1 })).toBe('- recall - - -');
    expect(told(person(['departmentHead'], 'steb', 'typist'))).toBe(
      'submit recall+sendBack - submit -',
    );
  });

  it('end with the announcement of the marks', () => {
    for (const acceptance of ['disputes', 'presented', 'concluded', 'withdrawn'] as const) {
      const closed = { acceptance };
      expect(told(person(['departmentHead'], 'steb'), closed), acceptance).toBe('- - - - -');
      expect(told(person(['reviewer']), closed), acceptance).toBe('- - - - -');
    }
  });
});

describe('what is done with an item', () => {
  const item: ItemStanding = {
    acceptance: 'selfAssessment',
    self: { state: 'draft', typedBy: ['typist'] },
    departmentId: 'steb',
    marked: true,
    verified: false,
    dispute: null,
  };
  const handedIn = { state: 'handedIn', typedBy: ['typist'] } as const;
  const judged: ItemStanding = { ...item, acceptance: 'verification', self: handedIn };
  const announced: ItemStanding = { ...judged, acceptance: 'disputes', verified: true };
  const reporter = person(['reporter'], 'steb');
  const head = person(['departmentHead'], 'steb');
  const reviewer = person(['reviewer']);

  it.each<[string, ItemStanding, ReturnType<typeof person>, string]>([
    ['a draft is typed by its department', item, reporter, 'assess attach'],
    ['by nobody else', item, person(['reporter'], 'finance'), ''],
    ['the assessors wait', item, reviewer, ''],
    ['handed in it is theirs', judged, reviewer, 'verify'],
    ['never of their own department', judged, person(['reviewer'], 'steb'), ''],
    ['never of what they typed', judged, person(['reviewer'], null, 'typist'), ''],
    ['what the sheet leaves out has no mark', { ...judged, marked: false }, reviewer, ''],
    [
      'absent ones are judged, too',
      { ...judged, self: { state: 'absent', typedBy: [] } },
      reviewer,
      'verify',
    ],
    [
      'so is what nobody answers for',
      { ...judged, self: null, departmentId: null },
      reviewer,
      'verify',
    ],
    [
      'not while it is with its department',
      { ...judged, self: { state: 'returned', typedBy: [] } },
      reviewer,
      '',
    ],
    ['announced, the head may object', announced, head, 'dispute'],
    ['the reporter may not', announced, reporter, ''],
    ['what has no mark has nothing to object to', { ...announced, verified: false }, head, ''],
    [
      'an objection can be proven and withdrawn',
      { ...announced, dispute: 'open' },
      head,
      'attach withdrawDispute',
    ],
    ['and is answered by the assessors', { ...announced, dispute: 'open' }, reviewer, 'answer'],
    ['of other departments', { ...announced, dispute: 'open' }, person(['reviewer'], 'steb'), ''],
    ['once', { ...announced, dispute: 'upheld' }, head, ''],
    ['presented, nothing moves', { ...announced, acceptance: 'presented' }, head, ''],
  ])('%s', (_why, standing, who, steps) => {
    expect(openItemSteps(standing, who).join(' ')).toBe(steps);
  });

  it('of a department that was not waited for shows the assessors what proves an objection, and no draft', () => {
    const absent: ItemStanding = {
      ...announced,
      self: { state: 'absent', typedBy: [] },
      dispute: 'open',
    };
    const see = (who: ReturnType<typeof person>) =>
      FILE_PURPOSES.map((purpose) => (maySeeFile(absent, { purpose }, who) ? purpose : '-')).join();
    expect(see(head)).toBe('self,dispute');
    expect(see(reviewer)).toBe('-,dispute');
    expect(see(person(['reporter'], 'finance'))).toBe('-,-');
  });

  it('is seen by its department, then the committee and the leaders, in the end by all', () => {
    const other = person(['reporter'], 'finance');
    const security = person(['securityAdministrator']);
    const see = (standing: ItemStanding) =>
      [reporter, reviewer, person(['leader']), person(['auditor']), other, security]
        .map(
          (who) =>
            (maySeeSelf(standing, who) ? 's' : '-') + (maySeeVerified(standing, who) ? 'v' : '-'),
        )
        .join(' ');
    // own department, reviewer, leader, auditor, another department, an account keeper
    expect(see(item)).toBe('s- -v -v -v -- --');
    expect(see(judged)).toBe('s- sv sv sv -- --');
    expect(see(announced)).toBe('sv sv sv sv -- --');
    expect(see({ ...announced, acceptance: 'concluded' })).toBe('sv sv sv sv sv --');
  });
});

describe('a mark', () => {
  const computed: ItemMarks = {
    part: 'base',
    weight: 20,
    low: 15.5,
    high: 15.5,
    excluded: false,
    gap: null,
    selfMarks: null,
  };
  const byHand: ItemMarks = { ...computed, low: 0, high: 20, gap: 'byHand' };
  const claimed: ItemMarks = { ...byHand, selfMarks: 18 };
  const veto: ItemMarks = { ...byHand, part: 'veto', weight: null };
  const codes = (issues: readonly { pointer: string; code: string }[]) =>
    issues.map(({ pointer, code }) => `${pointer} ${code}`).join(', ');

  it.each<[string, ItemMarks, number | null]>([
    ['starts from the computed one', computed, 15.5],
    ['from the own one where no figure says it', claimed, 18],
    ['from nothing where there is neither', byHand, null],
    ['from nothing for what is left out', { ...computed, excluded: true }, null],
    ['a veto is claimed by nobody', { ...veto, selfMarks: 1 }, null],
  ])('%s', (_why, marks, claim) => {
    expect(claimOf(marks)).toBe(claim);
  });

  it.each<[string, ItemMarks, number | null, string]>([
    ['is the department’s own where no figure says it', byHand, 18, ''],
    ['not where one does', computed, 20, '/marks computedValue'],
    ['not of a veto', veto, 1, '/marks computedValue'],
    ['never above the weight', byHand, 20.5, '/marks tooLarge'],
    ['may be left open for now', byHand, null, ''],
  ])('%s', (_why, marks, own, issues) => {
    expect(codes(refuseOwnMark(marks, own))).toBe(issues);
  });

  const REASON = '三、四季度的调度会没有会议记录';
  it.each<[string, ItemMarks, number, string, string]>([
    ['as computed needs no word', computed, 15.5, '', ''],
    ['less than computed needs a reason', computed, 15, '', '/reason required'],
    ['so does more', computed, 16, '', '/reason required'],
    ['one that says something', computed, 15, '核实无误', '/reason reasonTooThin'],
    ['as claimed needs none', claimed, 18, '', ''],
    ['less than claimed does', claimed, 17.99, REASON, ''],
    ['less than claimed, unexplained', claimed, 17.99, '', '/reason required'],
    ['full marks where nothing was claimed need none', byHand, 20, '', ''],
    ['less do', byHand, 19, '', '/reason required'],
    ['never above the weight', byHand, 21, REASON, '/marks tooLarge'],
    ['a veto strikes or does not', veto, 0.5, REASON, '/marks notAllowed'],
    ['not striking needs no word', veto, 0, '', ''],
    ['striking does', veto, 1, '', '/reason required'],
    ['and has it', veto, 1, '十月发生一起较大安全生产责任事故', ''],
  ])('%s', (_why, marks, given, reason, issues) => {
    expect(codes(refuseVerifiedMark(marks, given, reason))).toBe(issues);
  });
});
