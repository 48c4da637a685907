import type { Messages } from '../zh-CN.ts';

export const plans: Messages['plans'] = {};
