import * as z from 'zod/mini';
import {
  type AcceptanceBasis,
  acceptanceBasis,
  BASIS_FORMAT,
} from '../../shared/acceptance-basis.ts';
import {
  type CheckedTarget,
  checkTarget,
  type EvidenceFile,
  judgedReading,
  type Papers,
} from '../../shared/acceptance-evidence.ts';
import type { PassLine } from '../../shared/acceptance-rules.ts';
import type { Facts } from '../../shared/acceptance-score.ts';
import { boardOf } from '../../shared/board.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { Problem } from '../../shared/problems.ts';
import { findActions } from '../action-items/store.ts';
import { canonicalJson, sha256Of } from '../db/canonical.ts';
import type { Reader } from '../db/transaction.ts';
import { filesBeside } from '../evidence/shelf-store.ts';
import { evidencePart, listsPart, settingsPart } from '../seals/contents-store.ts';
import type { AcceptanceRow } from './rows-store.ts';
import { factsOf, type KnownYear } from './year-store.ts';

/** Fixes everything that an acceptance will judge by, as text. */
export async function makeBasis(
  db: Reader,
  known: KnownYear,
  { passLine, takenAt }: { readonly passLine: PassLine | null; readonly takenAt: string },
): Promise<{ readonly text: string; readonly sha256: string; readonly basis: AcceptanceBasis }> {
  const { inputs, board, seal } = known;
  const facts = factsOf(known, passLine);
  const basis: AcceptanceBasis = {
    format: BASIS_FORMAT,
    formatVersion: 1,
    planId: inputs.plan.id,
    year: board.year,
    takenAt,
    seal,
    board: inputs,
    targets: [...facts.targets].map(([indicatorId, fact]) => ({ indicatorId, fact })),
    measures: [...facts.measures].flatMap(([measureId, state]) =>
      state === null ? [] : [{ measureId, state }],
    ),
    evidence: await checkEvidence(db, known),
  };
  const text = canonicalJson(z.parse(acceptanceBasis, basis));
  return { text, sha256: sha256Of(text), basis };
}

/** @throws Problem databaseDamaged when the text is not what was kept */
export function readBasis({
  basis,
  basisSha256,
}: Pick<AcceptanceRow, 'basis' | 'basisSha256'>): AcceptanceBasis {
  if (sha256Of(basis) !== basisSha256) throw new Problem('databaseDamaged');
  return z.parse(acceptanceBasis, JSON.parse(basis));
}

/** The facts as they were fixed, whatever the method of a later program would make of the board. */
export const factsOfBasis = ({ targets, measures }: AcceptanceBasis): Facts => ({
  targets: new Map(targets.map(({ indicatorId, fact }) => [indicatorId, fact])),
  measures: new Map(measures.map(({ measureId, state }) => [measureId, state])),
});

export const boardOfBasis = ({ board, year, seal }: AcceptanceBasis): Dashboard =>
  boardOf(board, {
    year,
    known: seal === null ? 'now' : 'reported',
    sealedAt: seal?.sealedAt ?? null,
    showsUnapproved: () => false,
  });

/** 佐证材料清单 of every target: of the sealed package what it holds, the rest as it is now. */
async function checkEvidence(
  db: Reader,
  { board, parts, reports }: KnownYear,
): Promise<CheckedTarget[]> {
  const planId = board.plan.id;
  const ids = board.indicators.map(({ id }) => id);
  const judged = board.indicators.flatMap((one) => judgedReading(one) ?? []);
  const sealedIds = new Set((parts?.readings ?? []).map(({ id }) => id));
  const beside = [
    ...(parts?.evidence ?? []),
    ...(await evidencePart(
      db,
      judged.map(({ id }) => id).filter((id) => !sealedIds.has(id)),
    )),
  ];
  const lists = parts?.lists ?? (await listsPart(db, planId, board.year, ids));
  const settings = parts?.settings ?? (await settingsPart(db, ids));
  const grounds = await groundsOf(
    db,
    judged.map(({ id }) => id),
  );
  const links = await linksOf(db, planId);
  const actions = await findActions(db, { planId });
  const reportFiles = await filesOfReportsIn(db, parts, reports);

  const checked: CheckedTarget[] = [];
  for (const indicator of board.indicators) {
    const reading = judgedReading(indicator);
    const linked = new Set(
      links.filter((one) => one.indicatorId === indicator.id).map(({ measureId }) => measureId),
    );
    const owed = reports.filter(({ measureId }) => linked.has(measureId));
    const approved = owed.flatMap(({ reportId }) => reportId ?? []);
    const own = actions.filter(
      ({ state, indicatorIds }) => state !== 'withdrawn' && indicatorIds.includes(indicator.id),
    );
    const papers: Papers = {
      ground: reading === undefined ? null : (grounds.get(reading.id) ?? null),
      files: beside.filter(({ readingId }) => readingId === reading?.id).map(pick),
      list: lists.find(({ indicatorId }) => indicatorId === indicator.id) ?? null,
      setting: settings.find(({ indicatorId }) => indicatorId === indicator.id) ?? null,
      measures: {
        approved: approved.length,
        owed: owed.length,
        files: reportFiles
          .filter(({ reportId }) => approved.includes(reportId))
          .map(({ file }) => file),
      },
      actions: {
        settled: own.filter(({ state }) => state === 'verified' || state === 'closed').length,
        all: own.length,
        files: (
          await filesBeside(
            db,
            'action',
            own.map(({ id }) => id),
          )
        ).map(named),
      },
    };
    checked.push(checkTarget(indicator, papers));
  }
  return checked;
}

async function groundsOf(db: Reader, ids: readonly string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('readings')
    .select(['id', 'ground'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, ground }) => [id, ground]));
}

/** Which measures serve which indicators. */
function linksOf(db: Reader, planId: string) {
  return db
    .selectFrom('measureIndicators')
    .select(['measureId', 'indicatorId'])
    .where('planId', '=', planId)
    .execute();
}

async function filesOfReportsIn(
  db: Reader,
  parts: KnownYear['parts'],
  reports: KnownYear['reports'],
): Promise<{ readonly reportId: string; readonly file: EvidenceFile }[]> {
  if (parts?.measures !== undefined) {
    return parts.measures.reports.flatMap(({ id: reportId, evidence }) =>
      evidence.map((file) => ({ reportId, file })),
    );
  }
  const ids = reports.flatMap(({ reportId }) => reportId ?? []);
  const files = await filesBeside(db, 'measureReport', ids);
  return files.map((file) => ({ reportId: file.besideId, file: named(file) }));
}

const pick = ({ evidenceId, name, sha256, size, mediaType }: EvidenceFile): EvidenceFile => ({
  evidenceId,
  name,
  sha256,
  size,
  mediaType,
});

const named = ({
  id: evidenceId,
  ...file
}: Omit<EvidenceFile, 'evidenceId'> & { readonly id: string }): EvidenceFile =>
  pick({ ...file, evidenceId });
