import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Evidence } from '../../shared/evidence.ts';
import type { MeasureReport } from '../../shared/measures.ts';
import type { Role } from '../../shared/permissions.ts';
import type { Reading } from '../../shared/readings.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { officeParts } from '../support/office.ts';
import { type Operation, operationsOf } from '../support/operations.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { accepted, enter, ifMatch, step } from '../support/readings.ts';
import { leadEverything, loadRealPlan, REAL_PLAN } from '../support/real-plan.ts';
import { PDF, sendFile } from '../support/uploads.ts';

const PLAN = 'qetdz-2016';
const YEAR = 2018;
/** In everything that the draft holds, and nowhere else. */
const WORD = '尚未报出';
const FIGURE = 73.921;

/** An indicator with a figure of its own, and one that counts named things. */
const FIGURED = idOf(({ kind, ratio }) => kind === 'atLeast' && ratio === null);
const COUNTED = idOf(({ kind }) => kind === 'countRange');

function idOf(wanted: (indicator: (typeof REAL_PLAN.indicators)[number]) => boolean): string {
  const found = REAL_PLAN.indicators.find(wanted);
  if (found === undefined) throw new Error('the plan has no such indicator');
  return found.id;
}

let t: TestApp;
let owner: Signed;
let reading: Reading;
let ids: Readonly<Record<string, string>>;
let others: ReadonlyMap<string, Signed>;

beforeAll(async () => {
  t = await startApp();
  await loadRealPlan(t);
  await leadEverything(t, 'steb');
  owner = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  reading = await enter(owner, FIGURED, YEAR, { value: FIGURE, source: WORD, note: WORD });
  const file = await sendFile(t, owner, `/api/readings/${reading.id}/evidence`, `${WORD}.pdf`, PDF);
  const report = await owner.send('POST', '/api/measure-reports', {
    planId: PLAN,
    measureId: 'm01',
    departmentId: 'steb',
    year: YEAR,
    done: `${WORD}的进展`,
  });
  const list = await owner.send(
    'PUT',
    `/api/plans/${PLAN}/years/${YEAR}/lists/indicator/${COUNTED}`,
    { entries: [{ name: `${WORD}企业` }] },
    ifMatch(0),
  );
  expect([file.statusCode, report.statusCode, list.statusCode], list.body).toEqual([201, 201, 200]);
  ids = {
    planId: PLAN,
    year: String(YEAR),
    readingId: reading.id,
    indicatorId: reading.indicatorId,
    evidenceId: file.json<Evidence>().id,
    reportId: report.json<MeasureReport>().id,
    of: 'indicator',
    subjectId: COUNTED,
    departmentId: 'steb',
    userId: owner.user.id,
  };
  const roles: readonly Role[] = ['reporter', 'departmentHead', 'reviewer', 'leader', 'display'];
  const admins: readonly Role[] = ['administrator', 'securityAdministrator', 'auditor'];
  const people = new Map<string, Signed>();
  for (const role of [...roles, ...admins]) {
    const own = role === 'reporter' || role === 'departmentHead';
    people.set(role, await addPerson(t, { roles: [role], departmentId: own ? 'finance' : null }));
  }
  others = people;
});
afterAll(() => t.close());

/** Everything that a page, a script or a curious hand may ask for, with the ids of the draft. */
function addresses({ path, operationId, responses }: Operation): string[] {
  const url = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => ids[name] ?? reading.id);
  if (operationId === 'exportPlan') {
    return ['xlsx', 'csv', 'json'].flatMap((format) =>
      ['readings', 'history', 'lists'].map((what) => `${url}?format=${format}&what=${what}`),
    );
  }
  // A file takes long to make, and its address says what is in it.
  if (!JSON.stringify(responses['200']).includes('application/json')) return [url];
  const query = `?planId=${PLAN}&year=${YEAR}&indicatorId=${reading.indicatorId}`;
  return [
    url,
    ...query
      .slice(1)
      .split('&')
      .map((one) => `${url}?${one}`),
    `${url}?year=${YEAR}&unapproved=include`,
    `${url}?department=steb`,
    `${url}?departmentId=steb`,
    `${url}${query}`,
  ];
}

async function textOf(by: Signed, url: string): Promise<string> {
  const answer = await by.get(url);
  if (answer.statusCode >= 500) throw new Error(`${url}: ${answer.statusCode}`);
  if (!answer.rawPayload.subarray(0, 2).equals(Buffer.from('PK'))) {
    return answer.statusCode < 300 ? shown(answer) : '';
  }
  const parts = await officeParts(answer.rawPayload);
  return [...parts.values()].map(String).join('\n');
}

function shown(answer: Awaited<ReturnType<Signed['get']>>): string {
  const name = answer.headers['content-disposition'] ?? '';
  return `${answer.body}\n${name.replaceAll(/%[0-9A-F]{2}(%[0-9A-F]{2})*/g, decodeURIComponent)}`;
}

async function whereItShows(by: Signed): Promise<string[]> {
  const found: string[] = [];
  const reads = operationsOf(t.app).filter(({ method }) => method === 'GET');
  for (const operation of reads) {
    for (const url of addresses(operation)) {
      const text = await textOf(by, url);
      const bytes = operation.operationId === 'getEvidence' && text.includes('%PDF');
      if (text.includes(WORD) || text.includes(String(FIGURE)) || bytes) {
        found.push(operation.operationId);
      }
    }
  }
  return [...new Set(found)].sort();
}

describe('a draft of one department', () => {
  it('is seen by the department itself in all the ways that there are', async () => {
    const ways = await whereItShows(owner);
    expect(ways).toEqual(
      expect.arrayContaining([
        'getEvidence',
        'exportPlan',
        'getReading',
        'getSheet',
        'listReadings',
        'listRevisions',
      ]),
    );
  });

  it.each([
    'reporter',
    'departmentHead',
    'reviewer',
    'leader',
    'display',
    'administrator',
    'securityAdministrator',
    'auditor',
  ])(
    'is seen in no read, list, export, board, download or stream by a %s of elsewhere',
    async (role) => {
      const by = others.get(role);
      if (by === undefined) throw new Error(`nobody is ${role}`);
      expect(await whereItShows(by)).toEqual([]);
    },
  );
});

describe('what it has handed in', () => {
  beforeAll(async () => {
    accepted(await step(owner, reading, 'submit'));
  });

  it('is seen on its own board, and by the reviewer who judges it', async () => {
    expect(await whereItShows(owner)).toContain('getDashboard');
    const reviewer = others.get('reviewer');
    if (reviewer === undefined) throw new Error('there is no reviewer');
    expect(await whereItShows(reviewer)).toEqual(
      expect.arrayContaining(['getDashboard', 'getReading']),
    );
  });

  it.each(['reporter', 'departmentHead', 'leader', 'display', 'administrator', 'auditor'])(
    'is seen in no way before it is approved by a %s of elsewhere',
    async (role) => {
      const by = others.get(role);
      if (by === undefined) throw new Error(`nobody is ${role}`);
      expect(await whereItShows(by)).toEqual([]);
    },
  );
});
