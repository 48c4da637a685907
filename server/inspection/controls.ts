import type { Control, Inspection } from '../../shared/inspection.ts';
import { ADMINISTRATOR_ROLES, type Role } from '../../shared/permissions.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A nightly backup that is an hour late is one of today all the same. */
const BACKUP_MS = 26 * HOUR_MS;
const QUARTER_MS = 92 * DAY_MS;
const DORMANT_MS = 90 * DAY_MS;

export type Facts = Omit<Inspection, 'controls'> & { readonly evidenceWhole: boolean };

/** Which controls the facts meet, in the order of the report. */
export function controlsOf(facts: Facts): Inspection['controls'] {
  const { profile, settings, backups, space, clock, log } = facts;
  const now = Date.parse(facts.at);
  const active = facts.accounts.filter(({ disabledAt }) => disabledAt === null);
  const administrators = active.filter(({ roles }) =>
    ADMINISTRATOR_ROLES.some((role) => roles.includes(role)),
  );
  const holds = (role: Role) => active.some(({ roles }) => roles.includes(role));
  const without = administrators.filter(({ secondFactor }) => !secondFactor).length;
  const dormant = active.filter(
    ({ roles, createdAt, lastSignInAt }) =>
      !roles.includes('display') && now - Date.parse(lastSignInAt ?? createdAt) > DORMANT_MS,
  ).length;
  const within = (at: string | null, limit: number): boolean =>
    at !== null && now - Date.parse(at) <= limit;
  const steps = clock.stepsBack + (clock.behind > 0 ? 1 : 0);
  const none = (open: number): Verdict => ({ met: open === 0, count: open });
  const verdicts: Record<Control, boolean | Verdict> = {
    officesApart: profile === 'mlps',
    auditorThere: holds('auditor'),
    administratorsHaveCode: none(without),
    transportEncrypted: settings.origin?.startsWith('https:') === true,
    accountsInUse: none(dormant),
    backupOfToday: within(backups.lastGoodAt, BACKUP_MS),
    backupElsewhere: settings.secondFolder,
    drillThisQuarter: within(backups.lastDrillAt, QUARTER_MS),
    evidenceWhole: facts.evidenceWhole,
    spaceLeft: space.free >= space.low,
    clockSteady: none(steps),
    logWhole: { met: log.firstBad === null, count: log.firstBad },
  };
  return (Object.entries(verdicts) as [Control, boolean | Verdict][]).map(([control, verdict]) =>
    typeof verdict === 'boolean'
      ? { control, met: verdict, count: null }
      : { control, met: verdict.met, count: verdict.met ? null : verdict.count },
  );
}

interface Verdict {
  readonly met: boolean;
  readonly count: number | null;
}
