import type { Messages } from '../zh-CN.ts';

export const accounts: Messages['accounts'] = {};
