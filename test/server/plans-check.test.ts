import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../server/plans/check.ts';
import { describeProblem } from '../../server/plans/plan-problem.ts';
import { readBuiltInPlan } from '../../server/seed/built-in-plan.ts';
import { lakePlan } from '../support/lake-plan.ts';

/** Puts a value at a JSON pointer; undefined takes the field away. */
function put(file: unknown, pointer: string, value: unknown): void {
  const keys = pointer.split('/').slice(1);
  const last = keys.pop() ?? '';
  let place = file as Record<string, unknown>;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else place[last] = value;
}

/** The problems of the example after some edits, as `pointer code`. */
function problemsAfter(edits: readonly (readonly [string, unknown])[]): string[] {
  const { file, text } = lakePlan();
  for (const [pointer, value] of edits) put(file, pointer, value);
  return checkPlan(file, text).map(({ pointer, code }) => `${pointer} ${code}`);
}

const DAYS = '/indicators/0';
const PARKS = '/indicators/1';
const rating = (levels: readonly number[], targetLevel: number) =>
  [
    [`${DAYS}/kind`, 'rating'],
    [`${DAYS}/target`, { targetLevel, levels: levels.map(named) }],
    [`${DAYS}/unitZh`, null],
    [`${DAYS}/unitEn`, null],
    [`${DAYS}/decimals`, null],
    [`${DAYS}/ratio`, null],
  ] as const;
const named = (level: number) => ({ level, nameZh: '级', nameEn: 'level' });
const milestone = (conditions: readonly object[]) =>
  [
    [`${DAYS}/kind`, 'milestone'],
    [`${DAYS}/target`, { conditions }],
    [`${DAYS}/unitZh`, null],
    [`${DAYS}/unitEn`, null],
    [`${DAYS}/decimals`, null],
    [`${DAYS}/ratio`, null],
  ] as const;
const condition = (id: string, plannedYear: number | null = null) => ({
  id,
  nameZh: '建成',
  nameEn: 'built',
  plannedYear,
});
const component = (id: string, nameZh: string) => ({ id, nameZh, nameEn: 'days', unitZh: '天' });
const pending = (targetExpressions: readonly string[] | undefined) =>
  [
    [`${DAYS}/kind`, 'reduction'],
    [`${DAYS}/direction`, 'down'],
    [`${DAYS}/target`, { reductionPct: null }],
    [`${DAYS}/targetSource`, 'pendingAssignment'],
    [`${DAYS}/targetExpressions`, targetExpressions],
  ] as const;

const CASES: readonly {
  readonly why: string;
  readonly edits: readonly (readonly [string, unknown])[];
  readonly problems: readonly string[];
}[] = [
  {
    why: 'a quote with one character changed is not a quote',
    edits: [[`${DAYS}/quote`, '湖区水质优良天数比例达到９0%']],
    problems: [`${DAYS}/quote notVerbatim`],
  },
  {
    why: 'the text of a measure, of a safeguard and of an obligation are quotes too',
    edits: [
      ['/measures/0/text', '1、开展湖面保洁'.concat('。')],
      ['/safeguards/0/text', '（一）'.concat('无')],
      ['/safeguards/0/obligations/0/quote', '听取 报告'],
      ['/bodies/0/quote', '委员会'],
      ['/document/effectiveQuote', '自下发之日起'],
    ],
    problems: [
      '/document/effectiveQuote notVerbatim',
      '/bodies/0/quote notVerbatim',
      '/measures/0/text notVerbatim',
      '/safeguards/0/text notVerbatim',
      '/safeguards/0/obligations/0/quote notVerbatim',
    ],
  },
  {
    why: 'an unknown field is a typing mistake',
    edits: [[`${DAYS}/note`, 'x']],
    problems: [`${DAYS}/note unknownField`],
  },
  {
    why: 'a missing field is not the same as null',
    edits: [[`${DAYS}/baseline`, undefined]],
    problems: [`${DAYS}/baseline required`],
  },
  {
    why: 'an unknown kind is told apart from a missing one',
    edits: [
      [`${DAYS}/kind`, 'atleast'],
      [`${PARKS}/kind`, undefined],
    ],
    problems: [`${DAYS}/kind notAllowed`, `${PARKS}/kind required`],
  },
  {
    why: 'the target has the fields of its kind and no others',
    edits: [[`${DAYS}/target`, { lower: 1 }]],
    problems: [`${DAYS}/target/value required`, `${DAYS}/target/lower unknownField`],
  },
  {
    why: 'a broken part does not hide what is wrong elsewhere',
    edits: [
      [`${DAYS}/nameZh`, 7],
      [`${PARKS}/themeId`, 'air'],
    ],
    problems: [`${DAYS}/nameZh wrongType`, `${PARKS}/themeId unknownReference`],
  },
  {
    why: 'a reference to a part that is broken otherwise is still a reference',
    edits: [['/themes/0/nameEn', '']],
    problems: ['/themes/0/nameEn tooShort'],
  },
  {
    why: 'ids and codes stand once',
    edits: [
      [`${PARKS}/id`, 'lake-good-days'],
      [`${PARKS}/code`, '1'],
      ['/bodies/0/id', 'lakeWater'],
      ['/safeguards/0/obligations/0/recipient', 'lakeWater'],
    ],
    problems: [
      '/bodies/0/id duplicate',
      `${PARKS}/id duplicate`,
      `${PARKS}/code duplicate`,
      // The second indicator of that id does not say that the measure serves it.
      '/measures/0/linkedIndicatorIds/0 mismatch',
    ],
  },
  {
    why: 'a department, a measure and a responsible that nobody declared',
    edits: [
      [`${PARKS}/departmentIds`, ['forestry']],
      [`${PARKS}/linkedMeasures`, [9]],
      ['/safeguards/0/obligations/0/responsible', 'mayor'],
    ],
    problems: [
      `${PARKS}/departmentIds/0 unknownReference`,
      `${PARKS}/linkedMeasures/0 unknownReference`,
      '/safeguards/0/obligations/0/responsible unknownReference',
    ],
  },
  {
    why: 'a department named twice is one department',
    edits: [['/measures/0/departmentIds', ['lakeWater', 'lakeWater']]],
    problems: ['/measures/0/departmentIds/1 duplicate'],
  },
  {
    why: 'a link is written on both sides',
    edits: [[`${PARKS}/linkedMeasures`, [1]]],
    problems: [`${PARKS}/linkedMeasures/0 mismatch`],
  },
  {
    why: 'the same, seen from the measure',
    edits: [['/measures/0/linkedIndicatorIds', ['lake-good-days', 'lake-parks']]],
    problems: ['/measures/0/linkedIndicatorIds/1 mismatch'],
  },
  {
    why: 'only what hides in a measure has the number of one',
    edits: [[`${DAYS}/measureNumber`, 1]],
    problems: [`${DAYS}/measureNumber mismatch`],
  },
  {
    why: 'a range does not end before it begins',
    edits: [[`${PARKS}/target/upper`, 1]],
    problems: [`${PARKS}/target/upper tooSmall`],
  },
  {
    why: 'half a park cannot be promised',
    edits: [[`${PARKS}/target/lower`, 2.5]],
    problems: [`${PARKS}/target/lower notWhole`],
  },
  {
    why: 'the level that is asked for is one of the levels',
    edits: [...rating([0, 1, 2], 3)],
    problems: [`${DAYS}/target/targetLevel unknownReference`],
  },
  {
    why: 'a level has one name',
    edits: [...rating([0, 1, 1], 1)],
    problems: [`${DAYS}/target/levels/2/level duplicate`],
  },
  {
    why: 'a condition stands once, in a year of the plan',
    edits: [...milestone([condition('built', 2026), condition('built')])],
    problems: [
      `${DAYS}/target/conditions/1/id duplicate`,
      `${DAYS}/target/conditions/0/plannedYear yearOutsidePlan`,
    ],
  },
  {
    why: 'a milestone is not measured in days',
    edits: [...milestone([condition('built')]), [`${DAYS}/unitZh`, '天']],
    problems: [`${DAYS}/unitZh notThisKind`],
  },
  {
    why: 'a figure has a unit',
    edits: [[`${PARKS}/unitEn`, null]],
    problems: [`${PARKS}/unitEn required`],
  },
  {
    why: 'a count has no decimals, no ratio and goes up',
    edits: [
      [`${PARKS}/decimals`, 1],
      [`${PARKS}/direction`, 'down'],
      [
        `${PARKS}/ratio`,
        { numerator: component('a', '甲'), denominator: component('b', '乙'), multiplier: 1 },
      ],
    ],
    problems: [
      `${PARKS}/decimals notThisKind`,
      `${PARKS}/direction notThisKind`,
      `${PARKS}/ratio notThisKind`,
    ],
  },
  {
    why: 'more than all days cannot be good days',
    edits: [[`${DAYS}/target/value`, 100.5]],
    problems: [`${DAYS}/target/value aboveHundred`],
  },
  {
    why: 'a figure that is to come has to be called so',
    edits: [[`${DAYS}/target/value`, null]],
    problems: [`${DAYS}/targetSource mismatch`],
  },
  {
    why: 'a pending reduction says in which ways it may come',
    edits: [...pending(undefined)],
    problems: [`${DAYS}/targetExpressions required`],
  },
  {
    why: 'and then it is right',
    edits: [...pending(['reductionPct', 'ceiling'])],
    problems: [],
  },
  {
    why: 'a check goes with what is typed for the indicator',
    edits: [[`${DAYS}/checks`, [{ code: 'cumulativeFalls', grade: 'soft' }]]],
    problems: [`${DAYS}/checks/0/code notThisKind`],
  },
  {
    why: 'a check is named once',
    edits: [
      [
        `${PARKS}/checks`,
        [
          { code: 'listMissing', grade: 'hard' },
          { code: 'listMissing', grade: 'soft' },
        ],
      ],
    ],
    problems: [`${PARKS}/checks/1/code duplicate`],
  },
  {
    why: 'a check has the limits that it takes and no others',
    edits: [[`${PARKS}/checks`, [{ code: 'growthPerYear', grade: 'soft', lower: 1 }]]],
    problems: [`${PARKS}/checks/0/lower notAllowed`],
  },
  {
    why: 'a range is bound on one side at least',
    edits: [[`${PARKS}/checks`, [{ code: 'outsideRange', grade: 'soft' }]]],
    problems: [`${PARKS}/checks/0/lower required`],
  },
  {
    why: 'ways to assign belong to reductions',
    edits: [[`${PARKS}/targetExpressions`, ['ceiling']]],
    problems: [`${PARKS}/targetExpressions notThisKind`],
  },
  {
    why: 'the target is due within the plan',
    edits: [[`${DAYS}/deadlineYear`, 2026]],
    problems: [`${DAYS}/deadlineYear yearOutsidePlan`],
  },
  {
    why: 'planEnd is the end of the plan',
    edits: [
      [`${DAYS}/deadlineYear`, 2024],
      [`${DAYS}/deadlineSource`, 'planEnd'],
    ],
    problems: [`${DAYS}/deadlineYear mismatch`],
  },
  {
    why: 'a baseline lies before the deadline: the year of the deadline is judged by its reading',
    edits: [[`${PARKS}/baseline/year`, 2025]],
    problems: [`${PARKS}/baseline/year yearOutsidePlan`],
  },
  {
    why: 'a count begins with a whole number that is not negative',
    edits: [[`${PARKS}/baseline/value`, -0.5]],
    problems: [`${PARKS}/baseline/value negative`, `${PARKS}/baseline/value notWhole`],
  },
  {
    why: 'the plan does not end before it begins',
    edits: [['/period', { baselineYear: 2022, startYear: 2021, endYear: 2020, note: null }]],
    problems: [
      '/period/startYear datesOutOfOrder',
      '/period/endYear datesOutOfOrder',
      `${DAYS}/deadlineYear yearOutsidePlan`,
      `${DAYS}/baselineYearSuggested yearOutsidePlan`,
      `${PARKS}/deadlineYear yearOutsidePlan`,
      `${PARKS}/baselineYearSuggested yearOutsidePlan`,
      `${PARKS}/baseline/year yearOutsidePlan`,
    ],
  },
  {
    why: 'a component that serves two ratios is called the same in both',
    edits: [
      [`${PARKS}/kind`, 'atLeast'],
      [`${PARKS}/target`, { value: 5 }],
      [`${PARKS}/incremental`, false],
      [
        `${PARKS}/ratio`,
        {
          numerator: component('parks', '公园数'),
          denominator: component('monitoredDays', '天数'),
          multiplier: 1,
        },
      ],
    ],
    problems: [`${PARKS}/ratio/denominator mismatch`],
  },
  {
    why: 'a ratio of something to itself is 1',
    edits: [[`${DAYS}/ratio/denominator/id`, 'goodDays']],
    problems: [`${DAYS}/ratio/denominator/id duplicate`, `${DAYS}/ratio/denominator mismatch`],
  },
  {
    why: 'the two ways to write a deadline agree',
    edits: [
      ['/safeguards/0/obligations/0/deadlineYear', 2025],
      ['/safeguards/0/obligations/0/deadlineDate', '2024-12-31'],
    ],
    problems: ['/safeguards/0/obligations/0/deadlineDate mismatch'],
  },
  {
    why: 'a day that the calendar does not have',
    edits: [['/document/issueDate', '2021-02-30']],
    problems: ['/document/issueDate impossibleDate'],
  },
  {
    why: 'the text lies beside the file, nowhere else',
    edits: [['/document/sourceFile', '../../etc/passwd']],
    problems: ['/document/sourceFile badFormat'],
  },
  {
    why: 'another schema is another format',
    edits: [['/schemaVersion', 2]],
    problems: ['/schemaVersion notAllowed'],
  },
];

describe('a plan file is checked whole', () => {
  it.each(CASES)('$why', ({ edits, problems }) => {
    expect(problemsAfter(edits).sort()).toEqual([...problems].sort());
  });

  it('finds nothing wrong with the plan of the product: all its quotes are verbatim', () => {
    const { file, text } = readBuiltInPlan();
    expect(checkPlan(file, text)).toEqual([]);
  });

  it('tells a no-break space from a space', () => {
    const { file, text } = readBuiltInPlan();
    const found = checkPlan(file, text.replaceAll('\u00a0', ' '));
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/measures/5/text notVerbatim',
      '/measures/29/text notVerbatim',
    ]);
  });

  it.each([null, undefined, 7, 'plan', [], {}, { themes: 'x', indicators: [null, 3] }])(
    'refuses %j without falling over',
    (file) => {
      expect(checkPlan(file, '').length).toBeGreaterThan(0);
    },
  );

  it('has a sentence for every problem', () => {
    const said = CASES.flatMap(({ edits }) => {
      const { file, text } = lakePlan();
      for (const [pointer, value] of edits) put(file, pointer, value);
      return checkPlan(file, text).map(describeProblem);
    });
    expect(said.filter((line) => line.endsWith('is wrong') || line.includes('{'))).toEqual([]);
    expect(said).toContain(
      '/indicators/0/quote  notVerbatim: is not a verbatim part of the document',
    );
    expect(said).toContain(
      '/indicators/0/deadlineYear  yearOutsidePlan: must be a year from 2021 to 2025',
    );
  });
});
