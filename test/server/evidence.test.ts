import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { filesFolder, tmpFolder } from '../../server/data-folder.ts';
import { Transactions } from '../../server/db/transaction.ts';
import { prepareEvidence } from '../../server/evidence/prepare.ts';
import { verifyEvidence } from '../../server/evidence/verify-store.ts';
import { pathOf } from '../../server/files/keep.ts';
import type { Evidence } from '../../shared/evidence.ts';
import type { Reading } from '../../shared/readings.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, asStranger, type Signed } from '../support/people.ts';
import { accepted, enter, refusal, step } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';
import {
  DOCX,
  FORM_HEADERS,
  formOf,
  JPG,
  PDF,
  PNG,
  sendFile,
  XLSX,
  zipOf,
} from '../support/uploads.ts';

let t: TestApp;
let reporter: Signed;
let colleague: Signed;
let head: Signed;
let finance: Signed;
let reviewer: Signed;
let leader: Signed;
let officer: Signed;
let display: Signed;
let reading: Reading;
/** A plan of its own for every test, so that none depends on the order. */
let plan = '';
let plans = 0;

beforeAll(async () => {
  t = await startApp();
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb', name: '王小明' });
  colleague = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  head = await addPerson(t, { roles: ['departmentHead'], departmentId: 'steb' });
  finance = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
  reviewer = await addPerson(t, { roles: ['reviewer'] });
  leader = await addPerson(t, { roles: ['leader'] });
  officer = await addPerson(t, { roles: ['securityAdministrator'] });
  display = await addPerson(t, { roles: ['display'] });
});
beforeEach(async () => {
  plans += 1;
  plan = `plan${plans}`;
  await addSmallPlan(t, plan);
  reading = await enter(reporter, indicatorOf('count', plan), 2018);
});
afterAll(() => t.close());

const evidenceUrl = (of: Pick<Reading, 'id'> = reading) => `/api/readings/${of.id}/evidence`;

async function attach(
  name = '认定文件.pdf',
  bytes: Buffer = PDF,
  by = reporter,
): Promise<Evidence> {
  const answer = await sendFile(t, by, evidenceUrl(), name, bytes);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<Evidence>();
}

async function listed(by = reporter): Promise<string[]> {
  const answer = await by.get(evidenceUrl());
  return answer.json<{ items: Evidence[] }>().items.map(({ name }) => name);
}

const leftovers = () => (existsSync(tmpFolder(t.folder)) ? readdirSync(tmpFolder(t.folder)) : []);

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('a file beside a reading', () => {
  it('is kept under its hash and comes back byte by byte, as an attachment that nothing runs', async () => {
    const made = await attach('2018年（认定）文件 1.pdf');
    expect(made).toMatchObject({
      name: '2018年（认定）文件 1.pdf',
      size: PDF.length,
      mediaType: 'application/pdf',
      sha256: sha256(PDF),
      added: { name: '王小明', at: t.clock.now.toISOString() },
      damaged: false,
    });
    expect(readFileSync(pathOf(filesFolder(t.folder), made.sha256)).equals(PDF)).toBe(true);
    expect(leftovers()).toEqual([]);

    const answer = await reporter.get(`/api/evidence/${made.id}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.equals(PDF)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    });
    const disposition = String(answer.headers['content-disposition']);
    expect(disposition).toMatch(/^attachment; /);
    const name = /filename\*=UTF-8''(\S+)$/.exec(disposition)?.[1] ?? '';
    expect(decodeURIComponent(name)).toBe('2018年（认定）文件 1.pdf');
  });

  it.each([
    ['扫描件.PDF', async () => PDF, 'application/pdf'],
    ['照片.png', async () => PNG, 'image/png'],
    ['照片.jpg', async () => JPG, 'image/jpeg'],
    ['照片.JPEG', async () => JPG, 'image/jpeg'],
    ['名录.xlsx', () => zipOf(XLSX), /spreadsheetml\.sheet$/],
    ['说明.docx', () => zipOf(DOCX), /wordprocessingml\.document$/],
  ] as const)('may be %s', async (name, bytes, mediaType) => {
    expect((await attach(name, await bytes())).mediaType).toMatch(mediaType);
  });

  it('is listed for those who may see the reading, oldest first', async () => {
    await attach('一.pdf');
    t.clock.now = new Date(t.clock.now.getTime() + 1000);
    await attach('二.png', PNG);
    expect(await listed()).toEqual(['一.pdf', '二.png']);
  });

  it('is put there once: the same bytes again are a conflict, beside another reading they are not', async () => {
    await attach('一.pdf');
    expect(refusal(await sendFile(t, reporter, evidenceUrl(), '二.pdf', PDF))).toBe('409 conflict');
    expect(await listed()).toEqual(['一.pdf']);
  });

  it('is one however often the same request comes', async () => {
    const headers = { 'idempotency-key': `key-${reading.id}` };
    const [first, second] = [
      await sendFile(t, reporter, evidenceUrl(), '一.pdf', PDF, headers),
      await sendFile(t, reporter, evidenceUrl(), '一.pdf', PDF, headers),
    ];
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.json()).toEqual(first.json());
    const other = await sendFile(t, reporter, evidenceUrl(), '一.png', PNG, headers);
    expect(refusal(other)).toBe('409 idempotencyMismatch');
    expect(await listed()).toEqual(['一.pdf']);
  });

  it('is taken away and put back, and its bytes stay', async () => {
    const made = await attach();
    const url = `${evidenceUrl()}/${made.id}`;
    expect((await reporter.send('DELETE', url)).statusCode).toBe(204);
    expect(await listed()).toEqual([]);
    expect((await reporter.get(`/api/evidence/${made.id}`)).statusCode).toBe(404);
    expect(refusal(await reporter.send('DELETE', url))).toBe('404 notFound');
    expect((await colleague.send('PUT', url)).json()).toEqual(made);
    expect(refusal(await reporter.send('PUT', url))).toBe('404 notFound');
    expect((await reporter.get(`/api/evidence/${made.id}`)).rawPayload.equals(PDF)).toBe(true);
  });

  it('is not put back beside the same bytes that came anew', async () => {
    const made = await attach('一.pdf');
    await reporter.send('DELETE', `${evidenceUrl()}/${made.id}`);
    await attach('二.pdf');
    expect(refusal(await reporter.send('PUT', `${evidenceUrl()}/${made.id}`))).toBe('409 conflict');
    expect(await listed()).toEqual(['二.pdf']);
  });

  it('is one of fifty at most', async () => {
    for (let at = 0; at < 50; at += 1)
      await attach(`${at}.pdf`, Buffer.concat([PDF, Buffer.from([at])]));
    const more = await sendFile(t, reporter, evidenceUrl(), '51.pdf', PDF);
    expect(refusal(more)).toBe('422 /file tooMany');
  });

  it('leaves rows in the audit log, refused attempts too', async () => {
    const made = await attach();
    await sendFile(t, reporter, evidenceUrl(), 'x.svg', Buffer.from('<svg/>'));
    await reporter.send('DELETE', `${evidenceUrl()}/${made.id}`);
    const rows = t.database.connection
      .prepare(
        'select action, target_type, target_id, outcome, after from audit_log order by seq desc limit 3',
      )
      .all() as { action: string; outcome: string; target_id: string; after: string | null }[];
    expect(rows.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'removeEvidence ok',
      'addEvidence fileTypeNotAllowed',
      'addEvidence ok',
    ]);
    expect(rows[0]?.target_id).toBe(made.id);
    expect(rows[1]?.target_id).toBe(reading.id);
    expect(JSON.parse(rows[2]?.after ?? '')).toMatchObject({
      readingId: reading.id,
      sha256: made.sha256,
    });
  });

  it('does not make its sender a typist, nor the reading another version', async () => {
    await attach('一.pdf', PDF, colleague);
    const now = (await reporter.get(`/api/readings/${reading.id}`)).json<Reading>();
    expect(now.version).toBe(reading.version);
    const typists = t.database.connection
      .prepare('select user_id from reading_typists where reading_id = ?')
      .pluck()
      .all(reading.id);
    expect(typists).toEqual([reporter.user.id]);
  });
});

describe('who may', () => {
  it('add: the lead department, while the reading is open', async () => {
    for (const [who, said] of [
      [finance, '404 notFound'],
      [head, '403 forbidden'],
      [reviewer, '403 forbidden'],
      [leader, '403 forbidden'],
      [officer, '403 forbidden'],
    ] as const) {
      expect(refusal(await sendFile(t, who, evidenceUrl(), '一.pdf', PDF))).toBe(said);
    }
    expect((await sendFile(t, null, evidenceUrl(), '一.pdf', PDF)).statusCode).toBe(401);
    expect(await listed()).toEqual([]);
    expect(leftovers()).toEqual([]);
  });

  it('nobody changes what stands beside a figure that was handed in', async () => {
    const draft = await enter(reporter, indicatorOf('count', plan), 2019, {
      value: 3,
      source: '年报',
    });
    const url = evidenceUrl(draft);
    const made = (await sendFile(t, reporter, url, '一.pdf', PDF)).json<Evidence>();
    const submitted = accepted(await step(reporter, draft, 'submit'));
    expect(refusal(await sendFile(t, reporter, url, '二.png', PNG))).toBe('409 wrongState');
    expect(refusal(await reporter.send('DELETE', `${url}/${made.id}`))).toBe('409 wrongState');
    // The committee sees it now, another department does not.
    expect((await reviewer.get(`/api/evidence/${made.id}`)).statusCode).toBe(200);
    expect((await finance.get(`/api/evidence/${made.id}`)).statusCode).toBe(404);
    expect((await finance.get(url)).statusCode).toBe(404);

    accepted(await step(reviewer, submitted, 'approve'));
    for (const who of [finance, leader, reviewer, head]) {
      expect((await who.get(`/api/evidence/${made.id}`)).statusCode).toBe(200);
      expect((await who.get(url)).json()).toMatchObject({ editable: false });
    }
    for (const who of [officer, display]) {
      expect(refusal(await who.get(`/api/evidence/${made.id}`))).toBe('403 forbidden');
      expect(refusal(await who.get(url))).toBe('403 forbidden');
    }
    expect((await asStranger(t, 'GET', `/api/evidence/${made.id}`)).statusCode).toBe(401);
  });

  it('see a draft: its own department', async () => {
    const made = await attach();
    for (const who of [finance, reviewer, leader]) {
      expect((await who.get(`/api/evidence/${made.id}`)).statusCode).toBe(404);
    }
    expect((await head.get(`/api/evidence/${made.id}`)).statusCode).toBe(200);
  });

  it('nobody reaches a file through the reading of another', async () => {
    const made = await attach();
    const other = await enter(finance, indicatorOf('otherShare', plan), 2018);
    expect(refusal(await finance.send('DELETE', `${evidenceUrl(other)}/${made.id}`))).toBe(
      '404 notFound',
    );
    expect(await listed()).toEqual(['认定文件.pdf']);
  });
});

describe('how a file comes in', () => {
  const post = (payload: Buffer, headers: Readonly<Record<string, string>> = {}) =>
    t.app.inject({
      method: 'POST',
      url: evidenceUrl(),
      headers: { ...FORM_HEADERS, cookie: reporter.cookie, ...headers },
      payload,
    });

  it('a form without an Origin is not from a page of ours', async () => {
    const { origin: _, ...headers } = { ...FORM_HEADERS, cookie: reporter.cookie };
    const answer = await t.app.inject({
      method: 'POST',
      url: evidenceUrl(),
      headers,
      payload: formOf('一.pdf', PDF),
    });
    expect(refusal(answer)).toBe('403 foreignOrigin');
    expect(refusal(await post(formOf('一.pdf', PDF), { origin: 'https://evil.example' }))).toBe(
      '403 foreignOrigin',
    );
  });

  it.each([
    ['JSON', { 'content-type': 'application/json' }, '415 unsupportedMediaType'],
    ['plain text', { 'content-type': 'text/plain' }, '415 unsupportedMediaType'],
    [
      'another multipart',
      { 'content-type': 'multipart/mixed; boundary=x' },
      '415 unsupportedMediaType',
    ],
    ['no boundary', { 'content-type': 'multipart/form-data' }, '400 malformedRequest'],
    [
      'another boundary',
      { 'content-type': 'multipart/form-data; boundary=y' },
      '400 malformedRequest',
    ],
  ])('%s is refused', async (_what, headers, said) => {
    expect(refusal(await post(formOf('一.pdf', PDF), headers))).toBe(said);
    expect(leftovers()).toEqual([]);
  });

  it('every other route refuses a form', async () => {
    const answer = await t.app.inject({
      method: 'POST',
      url: '/api/readings',
      headers: { ...FORM_HEADERS, cookie: reporter.cookie },
      payload: formOf('一.pdf', PDF),
    });
    expect(refusal(answer)).toBe('415 unsupportedMediaType');
  });

  it.each([
    ['another field', () => formOf('一.pdf', PDF, 'files'), '422 /files unknownField'],
    ['no file', () => Buffer.from('--ordinary-boundary-0123456789--\r\n'), '422 /file required'],
    [
      'two files',
      () => Buffer.concat([formOf('一.pdf', PDF).subarray(0, -34), formOf('二.pdf', PDF)]),
      '422 /file tooMany',
    ],
    ['a body cut short', () => formOf('一.pdf', PDF).subarray(0, 150), '400 malformedRequest'],
    ['nothing', () => Buffer.alloc(0), '422 /file required'],
  ])('%s is refused', async (_what, body, said) => {
    expect(refusal(await post(body()))).toBe(said);
    expect(leftovers()).toEqual([]);
    expect(await listed()).toEqual([]);
  });

  it('the document of the API says that it is a form', () => {
    const { paths } = t.app.swagger() as {
      paths: Record<string, Record<string, { requestBody?: { content: object } }>>;
    };
    const { post: operation } = paths['/api/readings/{readingId}/evidence'] ?? {};
    expect(operation?.requestBody?.content).toMatchObject({
      'multipart/form-data': {
        schema: { properties: { file: { type: 'string', format: 'binary' } } },
      },
    });
  });
});

describe('bytes that are gone or changed', () => {
  let administrator: Signed;
  const health = async () => (await administrator.get('/api/health')).json<object>();
  const verify = (thorough: boolean) =>
    verifyEvidence(
      new Transactions(t.database.kysely),
      filesFolder(t.folder),
      t.clock.now,
      thorough,
    );

  it('are 410, never 500, and health says so until they are whole again', async () => {
    administrator = await addPerson(t, { roles: ['administrator'] });
    expect(await health()).toEqual({ status: 'ok' });
    const made = await attach('照片.jpg', Buffer.concat([JPG, Buffer.from(reading.id)]));
    const place = pathOf(filesFolder(t.folder), made.sha256);
    const bytes = readFileSync(place);

    rmSync(place);
    expect(refusal(await reporter.get(`/api/evidence/${made.id}`))).toBe('410 evidenceMissing');
    expect(await health()).toEqual({ status: 'degraded', warnings: ['evidenceDamaged'] });
    expect((await reporter.get(evidenceUrl())).json()).toMatchObject({
      items: [{ damaged: true }],
    });

    writeFileSync(place, bytes);
    expect((await reporter.get(`/api/evidence/${made.id}`)).statusCode).toBe(200);
    expect(await health()).toEqual({ status: 'ok' });

    const changed = Buffer.from(bytes);
    changed[8] = 0x21;
    writeFileSync(place, changed);
    expect(await verify(false)).toBeNull();
    expect(await verify(true)).toBe(made.sha256);
    expect(await health()).toMatchObject({ status: 'degraded' });
    expect(await verify(false)).toBeNull();
    expect(await health()).toMatchObject({ status: 'degraded' });
    expect(refusal(await reporter.get(`/api/evidence/${made.id}`))).toBe('410 evidenceMissing');

    writeFileSync(place, bytes.subarray(1));
    expect(await verify(false)).toBe(made.sha256);
    writeFileSync(place, bytes);
    expect(await verify(true)).toBeNull();
    expect(await health()).toEqual({ status: 'ok' });
  });

  it('are looked for at every start, which also removes uploads that never ended', async () => {
    const bytes = Buffer.concat([JPG, Buffer.from(reading.id)]);
    const made = await attach('照片.jpg', bytes);
    const place = pathOf(filesFolder(t.folder), made.sha256);
    mkdirSync(tmpFolder(t.folder), { recursive: true });
    writeFileSync(join(tmpFolder(t.folder), 'cut-off.part'), 'x');
    rmSync(place);
    await prepareEvidence(t.database, t.folder, t.clock.now);
    expect(leftovers()).toEqual([]);
    expect(await health()).toMatchObject({ status: 'degraded' });
    writeFileSync(place, bytes);
    expect(await verify(true)).toBeNull();
  });

  it('are whole again when somebody brings the same file anew', async () => {
    const bytes = Buffer.concat([JPG, Buffer.from(reading.id)]);
    const made = await attach('照片.jpg', bytes);
    writeFileSync(pathOf(filesFolder(t.folder), made.sha256), 'x');
    expect(await verify(true)).toBe(made.sha256);
    await reporter.send('DELETE', `${evidenceUrl()}/${made.id}`);
    const again = await attach('照片.jpg', bytes);
    expect((await reporter.get(`/api/evidence/${again.id}`)).rawPayload.equals(bytes)).toBe(true);
    expect(await health()).toEqual({ status: 'ok' });
  });
});
