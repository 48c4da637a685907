import { acceptance } from './en/acceptance.ts';
import { acceptances } from './en/acceptances.ts';
import { accounts } from './en/accounts.ts';
import { actions } from './en/actions.ts';
import { app } from './en/app.ts';
import { audit } from './en/audit.ts';
import { checks } from './en/checks.ts';
import { backups } from './en/backups.ts';
import { dashboard } from './en/dashboard.ts';
import { displays } from './en/displays.ts';
import { exchange } from './en/exchange.ts';
import { evidence } from './en/evidence.ts';
import { explain } from './en/explain.ts';
import { incentives } from './en/incentives.ts';
import { inspection } from './en/inspection.ts';
import { lists } from './en/lists.ts';
import { live } from './en/live.ts';
import { measures } from './en/measures.ts';
import { payments } from './en/payments.ts';
import { meetings } from './en/meetings.ts';
import { method } from './en/method.ts';
import { plans } from './en/plans.ts';
import { presentation } from './en/presentation.ts';
import { problems } from './en/problems.ts';
import { readings } from './en/readings.ts';
import { reports } from './en/reports.ts';
import { seals } from './en/seals.ts';
import { sheet } from './en/sheet.ts';
import { rounds } from './en/rounds.ts';
import { review } from './en/review.ts';
import { slides } from './en/slides.ts';
import { statuses } from './en/statuses.ts';
import { tasks } from './en/tasks.ts';
import { todo } from './en/todo.ts';
import type { Messages } from './zh-CN.ts';

export const en: Messages = {
  acceptance,
  acceptances,
  accounts,
  actions,
  app,
  audit,
  checks,
  backups,
  dashboard,
  displays,
  exchange,
  evidence,
  explain,
  incentives,
  inspection,
  lists,
  live,
  measures,
  payments,
  meetings,
  method,
  plans,
  presentation,
  problems,
  readings,
  reports,
  seals,
  sheet,
  rounds,
  review,
  slides,
  statuses,
  tasks,
  todo,
};
