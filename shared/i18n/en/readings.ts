import type { Messages } from '../zh-CN.ts';

export const readings: Messages['readings'] = {};
