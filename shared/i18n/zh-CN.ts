import { accounts } from './zh-CN/accounts.ts';
import { actions } from './zh-CN/actions.ts';
import { app } from './zh-CN/app.ts';
import { audit } from './zh-CN/audit.ts';
import { checks } from './zh-CN/checks.ts';
import { backups } from './zh-CN/backups.ts';
import { dashboard } from './zh-CN/dashboard.ts';
import { displays } from './zh-CN/displays.ts';
import { exchange } from './zh-CN/exchange.ts';
import { evidence } from './zh-CN/evidence.ts';
import { explain } from './zh-CN/explain.ts';
import { incentives } from './zh-CN/incentives.ts';
import { lists } from './zh-CN/lists.ts';
import { live } from './zh-CN/live.ts';
import { measures } from './zh-CN/measures.ts';
import { payments } from './zh-CN/payments.ts';
import { meetings } from './zh-CN/meetings.ts';
import { method } from './zh-CN/method.ts';
import { plans } from './zh-CN/plans.ts';
import { presentation } from './zh-CN/presentation.ts';
import { problems } from './zh-CN/problems.ts';
import { readings } from './zh-CN/readings.ts';
import { reports } from './zh-CN/reports.ts';
import { seals } from './zh-CN/seals.ts';
import { sheet } from './zh-CN/sheet.ts';
import { rounds } from './zh-CN/rounds.ts';
import { review } from './zh-CN/review.ts';
import { slides } from './zh-CN/slides.ts';
import { statuses } from './zh-CN/statuses.ts';
import { todo } from './zh-CN/todo.ts';

/** Every sentence of the product in its own language; its type is what another language must have. */
export const zhCN = {
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
  todo,
};
export type Messages = typeof zhCN;
