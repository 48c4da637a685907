import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditRow } from '../../shared/audit.ts';
import type { Reading } from '../../shared/readings.ts';
import type { AnnualReport, IssuedReport, ReportPages } from '../../shared/reports.ts';
import { scopesOf } from '../../shared/report-rules.ts';
import type { SealedPackage } from '../../shared/seals.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { all, attribute, officeParts, outOfOrder, xml } from '../support/office.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { accepted, enter, ifMatch, publish, refusal, step } from '../support/readings.ts';
import { addClosedRound } from '../support/rounds.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';

const PLAN = 'small';
const ROUND = `/api/plans/${PLAN}/rounds/2017`;
const ZONE = `/api/plans/${PLAN}/years/2017/reports/zone`;
const STEB = `/api/plans/${PLAN}/years/2017/reports/steb`;
const OWED = ['otherShare', 'density', 'percentage', 'emission', 'count', 'milestone', 'rating'];

let t: TestApp;
let reporter: Signed;
let head: Signed;
let reviewer: Signed;
let leader: Signed;
let index: Reading;

beforeEach(async () => {
  t = await startApp();
  await addSmallPlan(t);
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  head = await addPerson(t, { roles: ['departmentHead'], departmentId: 'steb' });
  reviewer = await addPerson(t, { roles: ['reviewer'] });
  leader = await addPerson(t, { roles: ['leader'] });
  await publish(reporter, reviewer, indicatorOf('index'), 2016, { value: 80 });
  index = await publish(reporter, reviewer, indicatorOf('index'), 2017, { value: 81.5 });
  const parts = { numerator: 48, denominator: 120, note: '两次核对，口径与上年一致' };
  await publish(reporter, reviewer, indicatorOf('share'), 2017, parts);
});
afterEach(() => t.close());

async function read(by: Signed, url: string): Promise<AnnualReport> {
  const answer = await by.get(url);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<AnnualReport>();
}
const write = (by: Signed, url: string, body: object, version: number) =>
  by.send('PATCH', url, body, ifMatch(version));
const issue = (by: Signed, url: string, version: number) =>
  by.send('POST', `${url}/issue`, {}, ifMatch(version));

/** Asks to correct the index of 2017. */
const askFor = (value: number) =>
  reporter.send(
    'POST',
    `/api/readings/${index.id}/corrections`,
    { reason: '统计部门核减，文件附后', changes: { value } },
    ifMatch(index.version + 1),
  );

/** Seals 2017. @returns the hash of the package */
async function seal(): Promise<string> {
  await addClosedRound(t, reviewer, PLAN, 2017);
  const unreported = OWED.map((name) => ({
    indicatorId: indicatorOf(name),
    reason: '牵头单位年内未报送数据',
  }));
  const answer = await reviewer.send('POST', `${ROUND}/seal`, { unreported }, ifMatch(3));
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return createHash('sha256')
    .update((await reviewer.get(`${ROUND}/package`)).rawPayload)
    .digest('hex');
}

describe('who has to do with a report', () => {
  it.each([
    { why: 'the reviewer writes the merged one', who: () => reviewer, url: ZONE, status: 200 },
    { why: 'not that of a department', who: () => reviewer, url: STEB, status: 403 },
    { why: 'a reporter that of their department', who: () => reporter, url: STEB, status: 200 },
    { why: 'not the merged one', who: () => reporter, url: ZONE, status: 403 },
    { why: 'the head that of the department', who: () => head, url: STEB, status: 200 },
    { why: 'a leader reads what was issued', who: () => leader, url: ZONE, status: 403 },
    { why: 'an unknown department', who: () => reviewer, url: `${STEB}x`, status: 404 },
  ])('$why', async ({ who, url, status }) => {
    for (const address of [url, `${url}/pages`, `${url}/file?format=xlsx`]) {
      expect((await who().get(address)).statusCode).toBe(status);
    }
    const body = { problems: '资金到位偏慢' };
    expect((await write(who(), url, body, 0)).statusCode).toBe(status);
    expect(scopesOf(who().user).includes(url.endsWith('zone') ? 'zone' : 'steb')).toBe(
      status === 200,
    );
  });
});

describe('what people write', () => {
  it('is kept version by version, and names what it changes', async () => {
    expect((await read(reviewer, ZONE)).version).toBe(0);
    expect(refusal(await write(reviewer, ZONE, { problems: '甲' }, 1))).toBe('412 staleVersion');
    expect((await write(reviewer, ZONE, { problems: '甲', contact: '张三' }, 0)).statusCode).toBe(
      200,
    );
    expect((await write(reviewer, ZONE, { problems: '乙' }, 1)).statusCode).toBe(200);
    // What does not differ makes no version.
    const same = await write(reviewer, ZONE, { problems: '乙', opening: '' }, 2);
    expect(same.json<AnnualReport>()).toMatchObject({ version: 2 });
    const { texts, versions } = await read(reviewer, ZONE);
    expect(texts.map(({ section, text }) => [section, text])).toEqual([
      ['contact', '张三'],
      ['problems', '乙'],
    ]);
    expect(versions.map(({ version, sections }) => [version, sections])).toEqual([
      [2, ['problems']],
      [1, ['contact', 'problems']],
    ]);
    const first = await reviewer.get(`${ZONE}/versions/1`);
    expect(first.json<{ texts: { text: string }[] }>().texts.map(({ text }) => text)).toEqual([
      '张三',
      '甲',
    ]);
    expect((await reviewer.get(`${ZONE}/versions/3`)).statusCode).toBe(404);
  });

  it('takes a day that there is, and no other', async () => {
    expect((await write(reviewer, ZONE, { signedOn: '2018-02-30' }, 0)).statusCode).toBe(422);
    expect((await write(reviewer, ZONE, { signedOn: '2018-02-28' }, 0)).statusCode).toBe(200);
  });

  it('is remarked on, and the remark is settled once', async () => {
    const made = await reviewer.send('POST', `${ZONE}/comments`, {
      section: 'problems',
      text: '请补充资金情况',
    });
    expect(made.statusCode).toBe(201);
    const { id } = made.json<{ id: string }>();
    expect(refusal(await reporter.send('POST', `/api/report-comments/${id}/settle`))).toBe(
      '403 forbidden',
    );
    expect((await reviewer.send('POST', `/api/report-comments/${id}/settle`)).statusCode).toBe(200);
    expect(refusal(await reviewer.send('POST', `/api/report-comments/${id}/settle`))).toBe(
      '409 wrongState',
    );
    expect((await read(reviewer, ZONE)).comments).toMatchObject([{ text: '请补充资金情况' }]);
  });
});

describe('before it is made', () => {
  it('says what is unsealed, not reported, returned, undecided, unexplained and without a lead', async () => {
    const draft = await enter(reporter, indicatorOf('count'), 2017, { value: 2, source: '台账' });
    accepted(await step(reporter, draft, 'submit'));
    const back = await enter(reporter, indicatorOf('percentage'), 2017, {
      value: 50,
      source: '年报',
    });
    const sent = accepted(await step(reporter, back, 'submit'));
    accepted(
      await reviewer.send(
        'POST',
        `/api/readings/${sent.id}/return`,
        { reason: '口径不符，请核对' },
        ifMatch(sent.version),
      ),
    );
    const { checklist } = await read(reviewer, ZONE);
    const of = (code: string): string[] =>
      checklist.filter((one) => one.code === code).map(({ subject }) => subject?.id ?? '');
    expect(of('unsealed')).toEqual(['']);
    expect(of('undecided')).toEqual([indicatorOf('count')]);
    expect(of('returned')).toEqual([indicatorOf('percentage')]);
    expect(of('noLead')).toEqual([indicatorOf('undecided'), indicatorOf('ownerless')]);
    expect(of('notReported')).toContain(indicatorOf('density'));
    expect(of('notReported')).not.toContain(indicatorOf('index'));
    const own = await read(head, STEB);
    expect(own.checklist.some(({ subject }) => subject?.id === indicatorOf('otherShare'))).toBe(
      false,
    );
  });

  it('its page says what the document says, and a draft says so', async () => {
    await write(reviewer, ZONE, { problems: '资金到位偏慢\n人才短缺' }, 0);
    const { pages } = (await reviewer.get(`${ZONE}/pages`)).json<ReportPages>();
    expect(pages.draft).toBe('草稿');
    const file = await reviewer.get(`${ZONE}/file`);
    const document = xml(
      (await officeParts(file.rawPayload)).get('word/document.xml')?.toString() ?? '',
    );
    for (const { blocks } of pages.sections) {
      for (const block of blocks) {
        if (block.kind !== 'paragraph') continue;
        const text =
          typeof block.text === 'string' ? block.text : block.text.map(({ text }) => text).join('');
        expect(document.text).toContain(text);
      }
    }
    expect(document.text).toContain('人才短缺');
  });

  it('of a department that leads no indicator says so, and has no table of none', async () => {
    const other = await addPerson(t, { roles: ['departmentHead'], departmentId: 'quality' });
    const url = `/api/plans/${PLAN}/years/2017/reports/quality/pages`;
    const { pages } = (await other.get(url)).json<ReportPages>();
    const blocks = pages.sections.flatMap((section) => section.blocks);
    const texts = blocks.flatMap((one) => (one.kind === 'paragraph' ? [one.text] : []));
    expect(texts).toContain('本单位没有牵头的指标。');
    expect(texts.some((text) => typeof text === 'string' && text.includes('没有滞后'))).toBe(false);
    expect(blocks.filter((one) => one.kind === 'table' && one.rows.length === 0)).toEqual([]);
  });

  it('leaves the house with a row in the log and a name that a browser may suggest', async () => {
    const file = await reviewer.get(`${ZONE}/file?format=xlsx`);
    expect(file.headers['content-disposition']).toMatch(/^attachment; /);
    expect(file.headers['x-content-type-options']).toBe('nosniff');
    const auditor = await addPerson(t, { roles: ['auditor'] });
    const log = (await auditor.get('/api/audit')).json<{ items: AuditRow[] }>().items;
    expect(log.find(({ action }) => action === 'downloadReport')).toMatchObject({ outcome: 'ok' });
  });
});

describe('the report that is issued', () => {
  it('is only made of a sealed year', async () => {
    expect(refusal(await issue(reviewer, ZONE, 0))).toBe('409 notSealed');
    expect(refusal(await issue(reporter, STEB, 0))).toBe('403 forbidden');
  });

  it('carries the hash of the package, is kept byte for byte and never changes again', async () => {
    const sha256 = await seal();
    await write(reviewer, ZONE, { nextSteps: '继续推进', signedOn: '2018-01-20' }, 0);
    expect(refusal(await issue(reviewer, ZONE, 0))).toBe('412 staleVersion');
    const answer = await issue(reviewer, ZONE, 1);
    expect(answer.statusCode).toBe(200);
    const issued = answer.json<IssuedReport>();
    expect(issued).toMatchObject({ packageSha256: sha256, notices: [], scope: 'zone' });

    const file = await leader.get(`/api/issued-reports/${issued.id}/file`);
    expect(createHash('sha256').update(file.rawPayload).digest('hex')).toBe(issued.documentSha256);
    const parts = await officeParts(file.rawPayload);
    expect(parts.get('docProps/custom.xml')?.toString()).toContain(sha256);
    const document = xml(parts.get('word/document.xml')?.toString() ?? '');
    const last = all(document, 'w:p').findLast(({ text }) => text !== '');
    expect(last?.text).toContain(sha256);
    expect([...parts.keys()].some((name) => name.includes('header'))).toBe(false);

    expect(refusal(await issue(reviewer, ZONE, 1))).toBe('409 wrongState');
    expect(refusal(await write(reviewer, ZONE, { problems: '改' }, 1))).toBe('409 wrongState');
    expect(() => t.database.connection.exec("update issued_reports set title = 'x'")).toThrow(
      /never changed/,
    );
  });

  it('says every figure as it was sealed, in the document and in the workbook, as numbers', async () => {
    await seal();
    const { parts: sealed } = (await reviewer.get(`${ROUND}/package`)).json<SealedPackage>();
    const issued = (await issue(reviewer, ZONE, 0)).json<IssuedReport>();
    const file = await leader.get(`/api/issued-reports/${issued.id}/file`);
    const document = xml(
      (await officeParts(file.rawPayload)).get('word/document.xml')?.toString() ?? '',
    );
    const rows = all(document, 'w:tr').map((row) => all(row, 'w:tc').map(({ text }) => text));
    const book = await leader.get(`/api/issued-reports/${issued.id}/file?format=xlsx`);
    const sheet = xml(
      (await officeParts(book.rawPayload)).get('xl/worksheets/sheet1.xml')?.toString() ?? '',
    );
    const numbers = all(sheet, 'c')
      .filter((cell) => (attribute(cell, 't') ?? 'n') === 'n')
      .map(({ text }) => Number(text));
    for (const { indicatorId, value } of sealed.readings) {
      const indicator = sealed.board.indicators.find(({ id }) => id === indicatorId);
      if (value === null || indicator === undefined) continue;
      const row = rows.find((cells) => cells[0] === indicator.code);
      expect(row?.[4]).toBe(value.toFixed(indicator.decimals ?? 1));
      expect(numbers).toContain(value);
    }
    const parts = await officeParts(file.rawPayload);
    const charts = [...parts.keys()].filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name));
    // Two indicators were reported: each has its chart, and its points are the sealed figures.
    expect(charts).toHaveLength(2);
    const drawn = charts.map((name) => {
      const [actual] = all(xml(parts.get(name)?.toString() ?? ''), 'c:ser');
      const [values] = actual === undefined ? [] : all(actual, 'c:val');
      return values === undefined ? [] : all(values, 'c:pt').map(({ text }) => Number(text));
    });
    expect(drawn).toContainEqual([80, 81.5]);
    expect(drawn).toContainEqual([40]);
    const { assessment } = sealed.assessments.find(
      ({ indicatorId }) => indicatorId === indicatorOf('index'),
    ) ?? { assessment: null };
    expect(assessment?.value).toBe(81.5);
    expect(outOfOrder(document)).toEqual([]);
  });

  it('is the same figures and tables for the same seal, whatever is known later', async () => {
    await seal();
    const before = await reviewer.get(`${ZONE}/file`);
    const asked = await askFor(90);
    expect(asked.statusCode).toBe(201);
    const other = await addPerson(t, { roles: ['reviewer'] });
    const correction = asked.json<{ id: string; version: number }>();
    const decided = await other.send(
      'POST',
      `/api/corrections/${correction.id}/approve`,
      {},
      ifMatch(correction.version),
    );
    expect(decided.statusCode).toBe(200);
    const after = await reviewer.get(`${ZONE}/file`);
    expect(after.rawPayload.equals(before.rawPayload)).toBe(true);
  });

  it('gets a notice when a figure is corrected, and stays what it was', async () => {
    await seal();
    await issue(head, STEB, 0);
    const issued = (await issue(reviewer, ZONE, 0)).json<IssuedReport>();
    t.clock.now = new Date(t.clock.now.getTime() + 60_000);
    const asked = await askFor(82);
    const other = await addPerson(t, { roles: ['reviewer'] });
    const correction = asked.json<{ id: string; version: number }>();
    await other.send(
      'POST',
      `/api/corrections/${correction.id}/approve`,
      {},
      ifMatch(correction.version),
    );
    const { items } = (await leader.get(`/api/plans/${PLAN}/issued-reports`)).json<{
      items: IssuedReport[];
    }>();
    // The merged one first, whoever issued first.
    expect(items.map(({ scope }) => scope)).toEqual(['zone', 'steb']);
    for (const one of items) {
      expect(one.notices).toMatchObject([{ indicatorId: indicatorOf('index') }]);
    }
    const file = await leader.get(`/api/issued-reports/${issued.id}/file`);
    expect(createHash('sha256').update(file.rawPayload).digest('hex')).toBe(issued.documentSha256);
  });
});

describe('many at once', () => {
  it('one is made, five wait, and the rest is told when to come again', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => reviewer.get(`${ZONE}/file?format=xlsx`)),
    );
    const codes = answers.map(({ statusCode }) => statusCode);
    expect(codes.filter((code) => code === 200)).toHaveLength(6);
    const refused = answers.filter(({ statusCode }) => statusCode === 503);
    expect(refused).toHaveLength(4);
    for (const one of refused) expect(Number(one.headers['retry-after'])).toBeGreaterThan(0);
  });
});
