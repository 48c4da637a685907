import { accounts } from './accounts.ts';
import { actions } from './actions.ts';
import { app } from './app.ts';
import { checks } from './checks.ts';
import { dashboard } from './dashboard.ts';
import { evidence } from './evidence.ts';
import { exchange } from './exchange.ts';
import { explain } from './explain.ts';
import { live } from './live.ts';
import { method } from './method.ts';
import { plans } from './plans.ts';
import { problems } from './problems.ts';
import { readings } from './readings.ts';
import { review } from './review.ts';
import { seals } from './seals.ts';
import { statuses } from './statuses.ts';
import { todo } from './todo.ts';

/** The sentences of the first screens; those of the other pages come with these (../zh-CN.ts). */
export const first = {
  accounts,
  actions,
  app,
  checks,
  dashboard,
  evidence,
  exchange,
  explain,
  live,
  method,
  plans,
  problems,
  readings,
  review,
  seals,
  statuses,
  todo,
};
