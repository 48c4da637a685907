import type { Messages } from '../zh-CN.ts';

export const live: Messages['live'] = {
  states: {
    connected: 'Connected',
    reconnecting: 'Connection lost, reconnecting',
    signedOut: 'Signed out',
  },
  away: {
    title: 'The server cannot be reached',
    body: 'This page loads again by itself once it can. Nothing needs to be done.',
  },
};
