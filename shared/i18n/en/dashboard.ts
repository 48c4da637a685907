import type { Messages } from '../zh-CN.ts';

export const dashboard: Messages['dashboard'] = {};
