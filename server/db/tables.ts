import type { AcceptanceTables } from './tables/acceptance.ts';
import type { AccountTables } from './tables/accounts.ts';
import type { AuditTables } from './tables/audit.ts';
import type { CorrectionTables } from './tables/corrections.ts';
import type { DisplayTables } from './tables/displays.ts';
import type { FileTables } from './tables/files.ts';
import type { IncentiveTables } from './tables/incentives.ts';
import type { IndicatorTables } from './tables/indicators.ts';
import type { MeasureTables } from './tables/measures.ts';
import type { MeetingTables } from './tables/meetings.ts';
import type { PlanTables } from './tables/plans.ts';
import type { ReadingTables } from './tables/readings.ts';
import type { ReportTables } from './tables/reports.ts';
import type { RoundTables } from './tables/rounds.ts';
import type { TaskTables } from './tables/tasks.ts';

/**
 * The rows as the migrations make them, a file a room in tables/: a new table is an interface and a
 * line in its room's file. Kept beside the SQL by hand; test/migrations.test.ts holds both to each
 * other. 0 | 1 stands for no and yes: the same store code runs on PostgreSQL.
 */
export interface Tables
  extends
    AcceptanceTables,
    AccountTables,
    AuditTables,
    CorrectionTables,
    DisplayTables,
    FileTables,
    IncentiveTables,
    IndicatorTables,
    MeasureTables,
    MeetingTables,
    PlanTables,
    ReadingTables,
    ReportTables,
    RoundTables,
    TaskTables {}
