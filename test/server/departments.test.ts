import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Transactions } from '../../server/db/transaction.ts';
import { loadBuiltInPlan } from '../../server/seed/built-in-plan.ts';
import type { Department } from '../../shared/accounts.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { ifMatch, refusal } from '../support/readings.ts';

let t: TestApp;
let admin: Signed;
beforeEach(async () => {
  t = await startApp();
  await new Transactions(t.database.kysely).write((db) => loadBuiltInPlan(db, t.clock.now));
  admin = await addPerson(t, { roles: ['administrator'] });
});
afterEach(() => t.close());

async function list(): Promise<Department[]> {
  return (await admin.get('/api/departments')).json<{ items: Department[] }>().items;
}

const environment = {
  id: 'environment',
  shortNameZh: '环保局',
  fullNameZh: '泉州经济技术开发区环境保护局',
  nameEn: 'Environmental Protection Bureau',
};
const add = (body: object) => admin.send('POST', '/api/departments', body);
const change = (id: string, version: number, body: object) =>
  admin.send('PATCH', `/api/departments/${id}`, body, ifMatch(version));
const board = async (): Promise<Dashboard> =>
  (await admin.get('/api/plans/qetdz-2016/dashboard')).json<Dashboard>();

describe('departments', () => {
  it('are those of the document at first', async () => {
    expect((await list()).map(({ id, version }) => `${id} ${version}`)).toEqual([
      'finance 1',
      'foodDrug 1',
      'industryCommerce 1',
      'landPlanning 1',
      'localTax 1',
      'quality 1',
      'stateTax 1',
      'steb 1',
    ]);
  });

  it('may be added, once', async () => {
    const added = await add(environment);
    expect(added.statusCode, added.body).toBe(201);
    expect(added.json()).toEqual({
      ...environment,
      kind: 'other',
      nameSource: 'entered',
      validFrom: null,
      validTo: null,
      successorId: null,
      version: 1,
    });
    expect(refusal(await add(environment))).toBe('409 conflict');
  });

  it('may be renamed, which every board that names them shows', async () => {
    const before = await board();
    const renamed = await change('steb', 1, { shortNameZh: '科经局' });
    expect(renamed.json()).toMatchObject({
      shortNameZh: '科经局',
      nameSource: 'entered',
      version: 2,
    });
    const after = await board();
    expect(after.revision).toBe(before.revision + 1);
    expect(after.departments).toContainEqual(expect.objectContaining({ shortNameZh: '科经局' }));
  });

  it('end with a successor: offices merge', async () => {
    for (const id of ['stateTax', 'localTax']) {
      const ended = await change(id, 1, { validTo: '2018-06-15', successorId: 'finance' });
      expect(ended.json()).toMatchObject({
        validTo: '2018-06-15',
        successorId: 'finance',
        nameSource: 'inferred',
      });
    }
  });

  it('keep their version when nothing changes', async () => {
    expect((await change('steb', 1, {})).json()).toMatchObject({ version: 1 });
    expect((await change('steb', 1, { shortNameZh: '科技经济发展局' })).json()).toMatchObject({
      version: 1,
      nameSource: 'inferred',
    });
  });

  it.each([
    [
      'an end before the beginning',
      { validFrom: '2018-01-02', validTo: '2018-01-01' },
      '/validTo datesOutOfOrder',
    ],
    ['a successor of what goes on', { successorId: 'finance' }, '/validTo required'],
    [
      'a successor that nobody knows',
      { validTo: '2018-01-01', successorId: 'x' },
      '/successorId unknownReference',
    ],
    [
      'itself as its successor',
      { validTo: '2018-01-01', successorId: 'steb' },
      '/successorId notAllowed',
    ],
    ['a day that does not exist', { validTo: '2018-02-29' }, '/validTo impossibleDate'],
    ['an empty name', { nameEn: ' ' }, '/nameEn tooShort'],
    ['an unknown field', { kind: 'x' }, '/kind unknownField'],
  ])('cannot have %s', async (_what, body, said) => {
    expect(refusal(await change('steb', 1, body))).toBe(`422 ${said}`);
  });

  it('do not succeed each other in a circle', async () => {
    await change('stateTax', 1, { validTo: '2018-06-15', successorId: 'localTax' });
    const circle = await change('localTax', 1, { validTo: '2019-01-01', successorId: 'stateTax' });
    expect(refusal(circle)).toBe('422 /successorId notAllowed');
  });

  it('are changed by who read what stands', async () => {
    await change('steb', 1, { nameEn: 'Bureau of Science' });
    expect(refusal(await change('steb', 1, { nameEn: 'Other' }))).toBe('412 staleVersion');
    expect(refusal(await change('none', 1, { nameEn: 'Other' }))).toBe('404 notFound');
  });

  it('leave a row in the audit log with before and after', async () => {
    await change('steb', 1, { nameEn: 'Bureau of Science' });
    const auditor = await addPerson(t, { roles: ['auditor'] });
    const { items } = (await auditor.get('/api/audit?action=changeDepartment')).json<{
      items: { targetId: string; before: unknown; after: unknown }[];
    }>();
    expect(items).toHaveLength(1);
    expect(items[0]?.targetId).toBe('steb');
    expect(JSON.stringify(items[0]?.after)).toContain('Bureau of Science');
    expect(JSON.stringify(items[0]?.before)).toContain('Science, Technology');
  });
});
