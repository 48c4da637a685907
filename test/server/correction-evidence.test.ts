import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReadingCorrection } from '../../shared/corrections.ts';
import type { Evidence } from '../../shared/evidence.ts';
import type { Reading } from '../../shared/readings.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { ifMatch, publish, refusal } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';
import { PDF, PNG, sendFile } from '../support/uploads.ts';

let t: TestApp;
let reporter: Signed;
let colleague: Signed;
let finance: Signed;
let reviewer: Signed;
let second: Signed;
let leader: Signed;
let keeper: Signed;
/** A plan of its own for every test, so that none depends on the order. */
let plan = '';
let plans = 0;
let reading: Reading;
let correction: ReadingCorrection;

beforeAll(async () => {
  t = await startApp();
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb', name: '王小明' });
  colleague = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  finance = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
  reviewer = await addPerson(t, { roles: ['reviewer'] });
  second = await addPerson(t, { roles: ['reviewer'] });
  leader = await addPerson(t, { roles: ['leader'] });
  keeper = await addPerson(t, { roles: ['securityAdministrator'] });
});
beforeEach(async () => {
  plans += 1;
  plan = `plan${plans}`;
  await addSmallPlan(t, plan);
  reading = await publish(reporter, reviewer, indicatorOf('index', plan), 2017, { value: 80 });
  const url = `/api/readings/${reading.id}/corrections`;
  const body = { reason: '年鉴修订', changes: { value: 81 } };
  const asked = await reporter.send('POST', url, body, ifMatch(reading.version));
  correction = asked.json<ReadingCorrection>();
});
afterAll(() => t.close());

const urlOf = () => `/api/corrections/${correction.id}/evidence`;
const send = (by: Signed, bytes = PDF, name = '年鉴.pdf') => sendFile(t, by, urlOf(), name, bytes);
async function added(bytes = PDF, name = '年鉴.pdf'): Promise<Evidence> {
  const answer = await send(reporter, bytes, name);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<Evidence>();
}
const listed = async (by: Signed, url = urlOf()) => {
  const answer = await by.get(url);
  if (answer.statusCode !== 200) return refusal(answer);
  const { items, editable } = answer.json<{ items: Evidence[]; editable: boolean }>();
  return [items.map(({ name }) => name), editable];
};
const decide = (what: string, body?: object) =>
  second.send('POST', `/api/corrections/${correction.id}/${what}`, body, ifMatch(1));

describe('evidence of a request for a correction', () => {
  it('is seen by whoever sees the request, and comes to the reading when it is approved', async () => {
    const file = await added();
    expect(await listed(reporter)).toEqual([['年鉴.pdf'], true]);
    expect(await listed(colleague)).toEqual([['年鉴.pdf'], true]);
    for (const by of [reviewer, second]) expect(await listed(by)).toEqual([['年鉴.pdf'], false]);
    for (const by of [leader, finance]) expect(await listed(by)).toBe('404 notFound');
    expect(await listed(keeper)).toBe('403 forbidden');
    const asked = await second.get(`/api/corrections?readingId=${reading.id}`);
    expect(asked.json<{ items: ReadingCorrection[] }>().items).toMatchObject([{ files: 1 }]);
    const bytes = (by: Signed) => by.get(`/api/evidence/${file.id}`);
    expect((await bytes(second)).rawPayload).toEqual(PDF);
    expect(refusal(await bytes(leader))).toBe('404 notFound');
    const beside = `/api/readings/${reading.id}/evidence`;
    expect(await listed(leader, beside)).toEqual([[], false]);

    expect((await decide('approve')).statusCode).toBe(200);
    expect(await listed(leader, beside)).toEqual([['年鉴.pdf'], false]);
    expect(await listed(leader)).toEqual([['年鉴.pdf'], false]);
    expect((await bytes(leader)).rawPayload).toEqual(PDF);
    expect(refusal(await send(reporter, PNG, '图.png'))).toBe('409 wrongState');
    const removing = `${urlOf()}/${file.id}`;
    expect(refusal(await reporter.send('DELETE', removing))).toBe('409 wrongState');
  });

  it('of a refused one stays with the request, and not with the reading', async () => {
    const file = await added();
    expect((await decide('refuse', { note: '与年鉴一致' })).statusCode).toBe(200);
    expect(await listed(reporter, `/api/readings/${reading.id}/evidence`)).toEqual([[], false]);
    expect(await listed(reporter)).toEqual([['年鉴.pdf'], false]);
    expect(refusal(await leader.get(`/api/evidence/${file.id}`))).toBe('404 notFound');
  });

  it('is taken away and put back by its department until it is decided, and audited', async () => {
    const file = await added();
    const url = `${urlOf()}/${file.id}`;
    expect(refusal(await finance.send('DELETE', url))).toBe('404 notFound');
    expect((await colleague.send('DELETE', url)).statusCode).toBe(204);
    expect(await listed(reporter)).toEqual([[], true]);
    expect(refusal(await reporter.get(`/api/evidence/${file.id}`))).toBe('404 notFound');
    expect((await reporter.send('PUT', url)).statusCode).toBe(200);
    expect(await listed(reporter)).toEqual([['年鉴.pdf'], true]);
    const auditor = await addPerson(t, { roles: ['auditor'] });
    const index = indicatorOf('index', plan);
    const log = await auditor.get(`/api/audit?indicatorId=${index}&targetType=evidence`);
    expect(log.json<{ items: { action: string }[] }>().items.map(({ action }) => action)).toEqual([
      'restoreCorrectionEvidence',
      'removeCorrectionEvidence',
      'addCorrectionEvidence',
    ]);
  });

  it('goes through the pipeline of all files, and lies there once', async () => {
    await added();
    expect(refusal(await send(reporter, PDF, '又是年鉴.pdf'))).toBe('409 conflict');
    expect(refusal(await send(reporter, Buffer.from('<svg/>'), '图.svg'))).toBe(
      '415 fileTypeNotAllowed',
    );
    expect(refusal(await send(reporter, Buffer.from('MZ'), '图.png'))).toBe('415 fileTypeMismatch');
    for (const by of [leader, reviewer]) expect(refusal(await send(by))).toBe('403 forbidden');
    expect(refusal(await send(finance))).toBe('404 notFound');
  });
});
