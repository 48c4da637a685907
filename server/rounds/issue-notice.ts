import { Problem } from '../../shared/problems.ts';
import { isMissing } from '../../shared/round-rules.ts';
import { dayInChina, type Duty, type RoundNotice, roundStateOf } from '../../shared/rounds.ts';
import { findDepartments } from '../departments/store.ts';
import { dutiesFor, reportDutiesFor } from './answer.ts';
import { type Acting, requireRound } from './commands.ts';
import { planDuties, reportDuties } from './duty-store.ts';
import { findIssuer, insertNotice, nextNumber, noticeOf } from './notice-store.ts';

/**
 * Calls in what one department has not handed in (催报): figures and reports on measures on one notice.
 * @throws Problem notFound without such a round; invalid for a department that owes nothing in it;
 * wrongState when the round is not open or nothing of it is missing
 */
export async function issueNotice(
  { db, user, now }: Acting,
  planId: string,
  year: number,
  departmentId: string,
): Promise<RoundNotice> {
  const round = await requireRound(db, planId, year);
  const duties = await planDuties(db, planId, year);
  const of = (duty: Pick<Duty, 'departmentId'>) => duty.departmentId === departmentId;
  const figures = dutiesFor(user, { round, duties, names: new Map(), now }).filter(of);
  const rows = await reportDuties(db, planId, year, dayInChina(now));
  const reports = reportDutiesFor(user, { round, now }, rows).filter(of);
  const department = (await findDepartments(db)).find(({ id }) => id === departmentId);
  if (department === undefined || figures.length + reports.length === 0) {
    throw Problem.fields({ pointer: '/departmentId', code: 'unknownReference' });
  }
  const missing: RoundNotice['missing'] = [
    ...figures.filter(isMissing).map(({ code, nameZh, nameEn }) => ({
      subject: 'indicator' as const,
      code,
      nameZh,
      nameEn,
    })),
    ...reports.filter(isMissing).map(({ number, titleZh, titleEn }) => ({
      subject: 'measure' as const,
      code: String(number),
      nameZh: titleZh,
      nameEn: titleEn,
    })),
  ];
  if (roundStateOf(round, dayInChina(now)) !== 'open' || missing.length === 0) {
    throw new Problem('wrongState');
  }
  const issuer = await findIssuer(db, planId);
  const row = {
    planId,
    year,
    number: await nextNumber(db, planId, year),
    departmentId,
    departmentZh: department.fullNameZh,
    departmentEn: department.nameEn,
    issuerZh: issuer?.zh ?? null,
    issuerEn: issuer?.en ?? null,
    dueOn: round.dueOn,
    issuedAt: now.toISOString(),
    issuedBy: user.userId,
    issuedByName: user.name,
  };
  await insertNotice(db, row, missing);
  return noticeOf(row, missing);
}
