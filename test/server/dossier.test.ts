import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDossier } from '../../server/acceptance/check-dossier.ts';
import { filesFolder } from '../../server/data-folder.ts';
import { pathOf } from '../../server/files/keep.ts';
import { type DossierManifest, dossierManifest } from '../../shared/acceptance-dossier.ts';
import type { Acceptance } from '../../shared/acceptances.ts';
import type { AuditRow } from '../../shared/audit.ts';
import {
  approvedSheet,
  type Cast,
  type Handle,
  markAll,
  opened,
  selfAssessed,
  setTheScene,
  taken,
} from '../support/acceptance.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { all, attribute, officeParts, outOfOrder, xml } from '../support/office.ts';
import { addPerson } from '../support/people.ts';
import { refusal } from '../support/readings.ts';
import { PDF, sendFile, zipOf } from '../support/uploads.ts';

const OWN_FILE = '三季度 调度会纪要:终稿.pdf';

let t: TestApp;
let cast: Cast;
let it_: Handle;
beforeEach(async () => {
  t = await startApp();
  cast = await setTheScene(t);
  it_ = await opened(cast, await approvedSheet(cast));
  taken(await sendFile(t, cast.reporter, `${it_.url}/items/organisation/evidence`, OWN_FILE, PDF));
});
afterEach(() => t.close());

const dossier = (query = '', by = cast.reviewer) => by.get(`${it_.url}/dossier${query}`);

/** Brings it to its end, by way of an objection that changes a mark. */
async function conclude(): Promise<Acceptance> {
  const { reviewer, head, leader } = cast;
  await selfAssessed(it_, cast);
  taken(await it_.step(reviewer, 'verification', ''));
  await markAll(it_, cast);
  taken(await it_.step(reviewer, 'announcement'));
  const reason = '三季度已开会，纪要附后';
  taken(await it_.dispute(head, 'organisation', '', { reason }));
  const answer = { answer: 'changed', marks: 17, reason: '纪要完整，补记两分' };
  taken(await it_.dispute(reviewer, 'organisation', 'answer', answer));
  taken(await it_.step(reviewer, 'present'));
  return taken(await it_.step(leader, 'conclusion')).json<Acceptance>();
}

async function unpacked(answer: LightMyRequestResponse) {
  const parts = await officeParts(answer.rawPayload);
  const manifest = dossierManifest.parse(JSON.parse(parts.get('manifest.json')?.toString() ?? ''));
  return { parts, manifest };
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A paper inside the archive, by its kind. */
async function paperIn(
  { parts, manifest }: { parts: Map<string, Buffer>; manifest: DossierManifest },
  kind: string,
) {
  const path = manifest.files.find((one) => one.kind === kind)?.path ?? '';
  const inside = await officeParts(parts.get(path) ?? Buffer.alloc(0));
  return { inside, document: xml(inside.get('word/document.xml')?.toString() ?? '') };
}

describe('the dossier of an acceptance', () => {
  it('is the committee’s: assessors, leaders and the auditor take it out, and the log has its hash', async () => {
    const auditor = await addPerson(t, { roles: ['auditor'] });
    for (const by of [cast.reporter, cast.head]) {
      expect(refusal(await dossier('', by))).toBe('403 forbidden');
    }
    for (const by of [cast.leader, auditor, cast.reviewer]) {
      expect((await dossier('', by)).statusCode).toBe(200);
    }
    const { parts } = await unpacked(await dossier());
    const manifest = parts.get('manifest.json') ?? Buffer.alloc(0);
    const log = (await auditor.get('/api/audit')).json<{ items: AuditRow[] }>().items;
    expect(log.find(({ action }) => action === 'downloadDossier')).toMatchObject({
      outcome: 'ok',
      targetType: 'acceptance',
      after: { state: 'selfAssessment', manifestSha256: hashOf(manifest) },
    });
    expect((await dossier('', cast.reviewer)).headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': expect.stringMatching(/^attachment; .*\.zip$/),
    });
  });

  it('holds nothing of a department that has not handed it in, and says that it is a draft', async () => {
    taken(await it_.assess(cast.reporter, 'organisation', { marks: 18, words: '专班推进。' }));
    const draft = await unpacked(await dossier());
    expect(draft.manifest.files.filter(({ kind }) => kind === 'evidence')).toEqual([]);
    for (const kind of ['report', 'scoreSheet', 'evidenceList']) {
      const { inside, document } = await paperIn(draft, kind);
      expect(document.text).not.toContain('专班推进');
      const heads = [...inside].filter(([name]) => /^word\/header\d+\.xml$/.test(name));
      expect(heads.length).toBeGreaterThan(0);
      for (const [, head] of heads) {
        expect(head.toString()).toContain('string="草稿"');
        expect(xml(head.toString()).text).toMatch(/^草稿 · 模拟/);
      }
    }
    await selfAssessed(it_, cast);
    const handedIn = await unpacked(await dossier());
    expect(handedIn.manifest.files.filter(({ kind }) => kind === 'evidence')).toHaveLength(1);
  });

  it('is refused for what was withdrawn or never was', async () => {
    expect(refusal(await cast.reviewer.get('/api/acceptances/none/dossier'))).toBe('404 notFound');
    taken(await it_.step(cast.reviewer, 'withdraw', '年度选错，应为2017年度'));
    expect(refusal(await dossier())).toBe('409 wrongState');
  });
});

describe('of a concluded acceptance', () => {
  it('names every part with its hash, is the same bytes whoever takes it out and when, and proves itself', async () => {
    const { id, basis } = await conclude();
    const answer = await dossier();
    const { parts, manifest } = await unpacked(answer);
    expect(manifest).toMatchObject({
      acceptanceId: id,
      state: 'concluded',
      basisSha256: basis.sha256,
      missing: [],
    });
    expect(manifest.files.map(({ kind }) => kind)).toEqual([
      'report',
      'scoreSheet',
      'evidenceList',
      'basis',
      'evidence',
    ]);
    expect([...parts.keys()]).toEqual(['manifest.json', ...manifest.files.map(({ path }) => path)]);
    for (const { path, size, sha256 } of manifest.files) {
      const bytes = parts.get(path) ?? Buffer.alloc(0);
      expect([path, bytes.length, hashOf(bytes)]).toEqual([path, size, sha256]);
    }
    expect(manifest.files.at(-1)?.path).toBe('佐证材料/001-三季度 调度会纪要_终稿.pdf');
    expect(parts.get(manifest.files.at(-1)?.path ?? '')?.equals(PDF)).toBe(true);
    expect(Number(answer.headers['content-length'])).toBe(answer.rawPayload.length);

    t.clock.now = new Date(t.clock.now.getTime() + 40 * 86_400_000);
    const later = await addPerson(t, { roles: ['leader'] });
    const { rawPayload: again } = await dossier('', later);
    expect(again.equals(answer.rawPayload)).toBe(true);

    const file = join(t.folder, 'dossier.zip');
    writeFileSync(file, answer.rawPayload);
    expect((await checkDossier(file)).manifestSha256).toBe(
      hashOf(parts.get('manifest.json') ?? Buffer.alloc(0)),
    );
  });

  it('says what was found, item by item, and is marked as no draft', async () => {
    const concluded = await conclude();
    const whole = await unpacked(await dossier());
    const report = await paperIn(whole, 'report');
    const { text } = report.document;
    expect(text).toContain('关于2018年度');
    expect(text).toContain('应自评单位2个，已报送自评2个。');
    expect(text).toContain('提出异议1项，调整1项。');
    expect(text).toContain('责任单位提出异议，经复核由15分调整为17分。');
    expect(text).toContain('截至2018年底为79.5%');
    expect(text).toContain('无法评价的目标1项');
    expect(text).toContain('专班推进，按月调度。');
    const marks = String(concluded.verified?.total.low);
    expect(text).toContain(`考核总分${marks}分`);
    expect(text).toContain(concluded.basis.sha256);
    expect([...report.inside.keys()].some((name) => name.includes('header'))).toBe(false);
    expect(report.inside.get('docProps/custom.xml')?.toString()).toContain(concluded.basis.sha256);

    const sheet = await paperIn(whole, 'scoreSheet');
    const [size] = all(sheet.document, 'w:pgSz');
    expect(attribute(size, 'w:orient')).toBe('landscape');
    const rows = all(sheet.document, 'w:tr').map((row) =>
      all(row, 'w:tc').map(({ text: cell }) => cell),
    );
    expect(rows.find((cells) => cells[2]?.startsWith('工作组织'))).toEqual([
      '3',
      '其他事项',
      '工作组织（科技经济发展局）',
      '—',
      '—',
      '20',
      '考核组评定',
      '18',
      '17',
      '纪要完整，补记两分',
      '001',
    ]);
    expect(rows.at(-1)?.slice(0, 3)).toEqual(['', '合计', '等次：优秀']);
    const list = await paperIn(whole, 'evidenceList');
    expect(list.document.text).toContain(`001 ${OWN_FILE}`);
    expect(list.document.text).toContain('数据佐证文件0/1');
    for (const { inside } of [report, sheet, list]) {
      const wrong = [...inside]
        .filter(([name]) => /\.(xml|rels)$/.test(name))
        .flatMap(([, part]) => outOfOrder(xml(part.toString())));
      expect(wrong).toEqual([]);
    }
    const english = await paperIn(await unpacked(await dossier('?language=en')), 'report');
    expect(english.document.text).toContain('The department objected; 15 became 17.');
    expect(english.document.text).not.toMatch(/undefined|\[object/);
  });

  it('names a file that is lost where it was kept, and goes out without it', async () => {
    await conclude();
    rmSync(pathOf(filesFolder(t.folder), hashOf(PDF)));
    const { manifest, parts } = await unpacked(await dossier());
    expect(manifest.missing).toMatchObject([{ sha256: hashOf(PDF) }]);
    expect([...parts.keys()].some((name) => name.startsWith('佐证材料/'))).toBe(false);
    const list = await paperIn({ manifest, parts }, 'evidenceList');
    expect(list.document.text).toContain('原件缺失或损坏，未入卷');
  });

  it('is not proved when a part was changed, taken away or added', async () => {
    await conclude();
    const { rawPayload } = await dossier();
    const parts = Object.fromEntries(await officeParts(rawPayload));
    const file = join(t.folder, 'dossier.zip');
    const faultOf = async (bytes: Buffer): Promise<string> => {
      writeFileSync(file, bytes);
      return checkDossier(file).then(
        () => 'ok',
        (error: Error) => error.message.trim(),
      );
    };
    const manifest = String(parts['manifest.json']);
    const list = '3-佐证材料清单.docx';
    expect(await faultOf(await zipOf(parts)), 'packed otherwise, it is the same').toBe('ok');
    expect(await faultOf(rawPayload.subarray(0, rawPayload.length - 30))).toBe('unreadable');
    const other = { ...parts, [list]: Buffer.from('别的') };
    expect(await faultOf(await zipOf(other))).toBe(`changed ${list}`);
    const { [list]: _gone, ...fewer } = parts;
    expect(await faultOf(await zipOf(fewer))).toBe(`absent ${list}`);
    expect(await faultOf(await zipOf({ ...parts, 'x.pdf': PDF }))).toBe('stranger x.pdf');
    const spelt = { ...parts, 'manifest.json': manifest.replace('{', '{ ') };
    expect(await faultOf(await zipOf(spelt))).toBe('noManifest');
    rmSync(file);
    await expect(checkDossier(file)).rejects.toThrow('unreadable');
  });
});
