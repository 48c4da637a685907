import type { Messages } from '../zh-CN.ts';

export const accounts: Messages['accounts'] = {
  username: 'User name',
  password: 'Password',
  signIn: 'Sign in',
};
