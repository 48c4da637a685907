import type { Messages } from '../zh-CN.ts';

export const displays: Messages['displays'] = {
  title: 'Displays',
  lead: 'A display needs no account and reads approved figures only. Once paired it stays so until it is unpaired. The pairing is good from one address alone.',
  users: 'Users',
  pair: 'Pair a display',
  code: 'Pairing code',
  codeHint: (address) => `The eight digits that the display shows at ${address}`,
  name: 'Name',
  nameHint: 'For example: ground floor lobby',
  place: 'Place',
  address: 'Address',
  state: 'State',
  showing: 'Connected now',
  seen: (when) => `Last seen ${when}`,
  paired: 'Paired',
  pairedBy: (name, when) => `${name}, ${when}`,
  done: (name) => `${name} is paired.`,
  unpair: 'Unpair',
  unpairNamed: (name) => `Unpair ${name}`,
  unpairTitle: (name) => `Unpair “${name}”?`,
  unpairBody:
    'The display can read nothing from now on and stops showing within a minute. To use it again, pair it anew.',
  unpaired: (name) => `${name} is unpaired.`,
  none: 'No display yet',
  how: 'How to pair one',
  steps: (address) => [
    `On the machine of the display, open ${address} in a browser`,
    'It shows a pairing code of eight digits',
    'Press “Pair a display” on this page and type the code and a name',
  ],
  wall: {
    title: 'Pair this display',
    link: 'Is this a display? Connect it with a code',
    wait: 'Ask the security administrator to sign in at their own machine, open Users, then Displays, and type this code:',
    code: 'Pairing code',
    lasts: (minutes) =>
      `Good for ${minutes} minutes and for one use; then a new one appears. Once paired, this screen begins by itself.`,
    asking: 'Asking for a code…',
    failed: 'The server cannot be reached. Trying again…',
    signedIn: (name) =>
      `This browser is signed in as ${name}. A display uses no account: sign out first.`,
    signOut: 'Sign out and pair',
    done: 'Paired. Opening…',
  },
};
