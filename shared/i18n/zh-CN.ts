import { acceptance } from './zh-CN/acceptance.ts';
import { acceptances } from './zh-CN/acceptances.ts';
import { audit } from './zh-CN/audit.ts';
import { backups } from './zh-CN/backups.ts';
import { displays } from './zh-CN/displays.ts';
import { first } from './zh-CN/first.ts';
import { incentives } from './zh-CN/incentives.ts';
import { inspection } from './zh-CN/inspection.ts';
import { lists } from './zh-CN/lists.ts';
import { measures } from './zh-CN/measures.ts';
import { payments } from './zh-CN/payments.ts';
import { meetings } from './zh-CN/meetings.ts';
import { presentation } from './zh-CN/presentation.ts';
import { reports } from './zh-CN/reports.ts';
import { rounds } from './zh-CN/rounds.ts';
import { sheet } from './zh-CN/sheet.ts';
import { slides } from './zh-CN/slides.ts';
import { statuses } from './zh-CN/statuses.ts';
import { tasks } from './zh-CN/tasks.ts';
import { todo } from './zh-CN/todo.ts';

/** Every sentence of the product in its own language; its type is what another language must have. */
export const zhCN = {
  ...first,
  acceptance,
  acceptances,
  audit,
  backups,
  displays,
  incentives,
  inspection,
  lists,
  measures,
  payments,
  meetings,
  presentation,
  reports,
  sheet,
  rounds,
  slides,
  statuses,
  tasks,
  todo,
};
export type Messages = typeof zhCN;
