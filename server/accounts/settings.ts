import type { Config } from '../config.ts';
import type { Hasher } from './hashing.ts';

/** What this room needs beside the plumbing. */
export interface AccountSettings {
  readonly config: Pick<Config, 'origin' | 'allowHttp'>;
  readonly hasher: Hasher;
  /** Of the product, shown to those who are signed in. */
  readonly version: string;
}
