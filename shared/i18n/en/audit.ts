import type { Messages } from '../zh-CN.ts';

export const audit: Messages['audit'] = {};
