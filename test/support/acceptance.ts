import type { LightMyRequestResponse } from 'fastify';
import type { ScoreSheet } from '../../shared/acceptance.ts';
import type { Acceptance, AcceptanceDepartment, AcceptanceItem } from '../../shared/acceptances.ts';
import type { TestApp } from './app.ts';
import { addPerson, type Signed } from './people.ts';
import { ifMatch, publish } from './readings.ts';
import { leadEverything, loadRealPlan } from './real-plan.ts';

export const PLAN = '/api/plans/qetdz-2016';

/** The answer. @throws Error with the body when it was refused */
export function taken(response: LightMyRequestResponse): LightMyRequestResponse {
  if (response.statusCode > 204) throw new Error(`${response.statusCode}: ${response.body}`);
  return response;
}

const item = (id: string, weight: number | null, more: object) => ({
  id,
  part: 'base',
  subject: 'free',
  indicatorId: null,
  measureId: null,
  title: '',
  departmentId: null,
  weight,
  rule: 'byHand',
  basis: null,
  points: [],
  standard: '',
  ...more,
});

/** Of an indicator, in proportion to its attainment. */
export const ofIndicator = (indicatorId: string, weight: number, more: object = {}) =>
  item(indicatorId, weight, {
    subject: 'indicator',
    indicatorId,
    rule: 'proportional',
    basis: 'attainment',
    ...more,
  });

/** Two departments, four base items, a bonus and a veto. */
export const SHEET = {
  title: '验收考核评分表',
  items: [
    ofIndicator('im-cnc-rate', 40),
    ofIndicator('im-smart-workshops', 20, { rule: 'fullWhenMet', basis: null }),
    item('organisation', 20, { title: '工作组织', departmentId: 'steb' }),
    ofIndicator('qb-cod-reduction', 10),
    item('books', 10, { title: '资料报送', departmentId: 'finance' }),
    item('extra', 5, { part: 'bonus', title: '典型经验', departmentId: 'finance' }),
    item('accident', null, { part: 'veto', title: '重大事故', departmentId: 'steb' }),
  ],
  grades: [
    { nameZh: '优秀', nameEn: 'Excellent', lower: 90 },
    { nameZh: '合格', nameEn: 'Passed', lower: 60 },
    { nameZh: '不合格', nameEn: 'Not passed', lower: 0 },
  ],
  pendingRule: 'excluded',
  noDataRule: 'zero',
  tentativeRule: 'counts',
  passLine: 'lower',
  bonusCap: 5,
  vetoGrade: 2,
};

/** Everybody who has a part in an acceptance. */
export interface Cast {
  readonly reporter: Signed;
  readonly head: Signed;
  readonly finance: Signed;
  readonly financeHead: Signed;
  readonly reviewer: Signed;
  readonly leader: Signed;
}

/** The real plan with two figures of 2018, led by one department, and everybody who has a part. */
export async function setTheScene(t: TestApp): Promise<Cast> {
  await loadRealPlan(t);
  await leadEverything(t, 'steb');
  const cast = {
    reporter: await addPerson(t, { roles: ['reporter'], departmentId: 'steb', name: '填表人' }),
    head: await addPerson(t, { roles: ['departmentHead'], departmentId: 'steb', name: '局长' }),
    finance: await addPerson(t, { roles: ['reporter'], departmentId: 'finance' }),
    financeHead: await addPerson(t, { roles: ['departmentHead'], departmentId: 'finance' }),
    reviewer: await addPerson(t, { roles: ['reviewer'], name: '考核员' }),
    leader: await addPerson(t, { roles: ['leader'], name: '组长' }),
  };
  const { reporter, reviewer } = cast;
  await publish(reporter, reviewer, 'im-cnc-rate', 2018, { numerator: 159, denominator: 200 });
  await publish(reporter, reviewer, 'im-smart-workshops', 2018, { value: 3 });
  return cast;
}

/** Drafts a sheet, presents it and has it approved. */
export async function approvedSheet(
  { reviewer, leader }: Cast,
  content: object = SHEET,
): Promise<ScoreSheet> {
  const draft = taken(
    await reviewer.send('POST', `${PLAN}/score-sheets`, { from: 'empty' }),
  ).json<ScoreSheet>();
  const url = `/api/score-sheets/${draft.id}`;
  const saved = taken(
    await reviewer.send('PUT', url, content, ifMatch(draft.version)),
  ).json<ScoreSheet>();
  const presented = taken(
    await reviewer.send('POST', `${url}/present`, undefined, ifMatch(saved.version)),
  ).json<ScoreSheet>();
  return taken(
    await leader.send('POST', `${url}/approve`, undefined, ifMatch(presented.version)),
  ).json<ScoreSheet>();
}

type Asked = Promise<LightMyRequestResponse>;

/** One acceptance, asked and changed by whoever is named. */
export interface Handle {
  readonly url: string;
  readonly as: (by: Signed) => Promise<Acceptance>;
  readonly item: (by: Signed, itemId: string) => Promise<AcceptanceItem>;
  /** A step with the whole, or with one department. */
  readonly step: (by: Signed, what: string, reason?: string) => Asked;
  readonly ofDepartment: (by: Signed, id: string, what: string, reason?: string) => Asked;
  readonly assess: (by: Signed, itemId: string, body: object) => Asked;
  readonly verify: (by: Signed, itemId: string, marks: number, reason?: string) => Asked;
  readonly dispute: (by: Signed, itemId: string, what: string, body?: object) => Asked;
}

/** Opens the acceptance of 2018. */
export async function opened({ reviewer }: Cast, { id }: ScoreSheet): Promise<Handle> {
  const body = { sheetId: id, year: 2018 };
  const made = await reviewer.send('POST', `${PLAN}/acceptances`, body);
  const url = `/api/acceptances/${taken(made).json<Acceptance>().id}`;
  const as = async (by: Signed) => taken(await by.get(url)).json<Acceptance>();
  const itemOf = async (by: Signed, itemId: string) => {
    const found = (await as(by)).items.find((one) => one.itemId === itemId);
    if (found === undefined) throw new Error(`no item ${itemId}`);
    return found;
  };
  const versionOf = async (by: Signed, itemId: string) =>
    ifMatch((await itemOf(by, itemId)).version);
  const body_ = (reason: string | undefined) => (reason === undefined ? undefined : { reason });
  return {
    url,
    as,
    item: itemOf,
    step: async (by, what, reason) =>
      by.send('POST', `${url}/${what}`, body_(reason), ifMatch((await as(by)).version)),
    ofDepartment: async (by, departmentId, what, reason) => {
      const found = (await as(by)).departments.find(
        (one: AcceptanceDepartment) => one.departmentId === departmentId,
      );
      return by.send(
        'POST',
        `${url}/departments/${departmentId}/${what}`,
        body_(reason),
        ifMatch(found?.version ?? 0),
      );
    },
    assess: async (by, itemId, typed) =>
      by.send(
        'PUT',
        `${url}/items/${itemId}/self-assessment`,
        { marks: null, words: '', ...typed },
        await versionOf(by, itemId),
      ),
    verify: async (by, itemId, marks, reason = '') =>
      by.send(
        'PUT',
        `${url}/items/${itemId}/verification`,
        { marks, reason },
        await versionOf(by, itemId),
      ),
    dispute: async (by, itemId, what, said) =>
      by.send(
        'POST',
        `${url}/items/${itemId}/dispute${what === '' ? '' : `/${what}`}`,
        said,
        await versionOf(by, itemId),
      ),
  };
}

/** Has both departments assess themselves and hand in. */
export async function selfAssessed(it: Handle, cast: Cast): Promise<void> {
  const { reporter, head, finance, financeHead } = cast;
  taken(await it.assess(reporter, 'organisation', { marks: 18, words: '专班推进，按月调度。' }));
  taken(await it.assess(finance, 'books', { marks: 10, words: '资料按期报送。' }));
  taken(await it.assess(finance, 'extra', { marks: 2, words: '经验被市里转发。' }));
  taken(await it.ofDepartment(reporter, 'steb', 'submit'));
  taken(await it.ofDepartment(head, 'steb', 'hand-in'));
  taken(await it.ofDepartment(finance, 'finance', 'submit'));
  taken(await it.ofDepartment(financeHead, 'finance', 'hand-in'));
}

/** Has every item marked as claimed or computed, but one: the organisation loses three marks. */
export async function markAll(it: Handle, { reviewer }: Cast): Promise<void> {
  for (const [itemId, mark, reason = ''] of [
    ['im-cnc-rate', 39.75],
    ['im-smart-workshops', 20],
    ['organisation', 15, '三、四季度调度会没有纪要'],
    ['books', 10],
    ['extra', 2],
    ['accident', 0],
  ] as const) {
    taken(await it.verify(reviewer, itemId, mark, reason));
  }
}
