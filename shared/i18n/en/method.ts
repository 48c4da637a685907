import type { Messages } from '../zh-CN.ts';

export const method: Messages['method'] = {};
