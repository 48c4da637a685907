import type { Config } from '../config.ts';

/** How the session travels between this server and one browser. */
export interface Transport {
  readonly cookie: '__Host-sid' | 'sid';
  readonly secure: boolean;
  /** Plain http between two machines: what is typed can be read on the way. */
  readonly insecure: boolean;
  /** Whether anybody may sign in this way at all. */
  readonly accepted: boolean;
}

/**
 * With an https origin in front the cookie is bound to it. Without, plain http is accepted on the
 * machine itself, and elsewhere only where the operator said so.
 * @param host the host name that the browser asked for, without the port
 * @example transportOf({ origin: null, allowHttp: false }, '10.1.2.3').accepted // false
 */
export function transportOf(config: Pick<Config, 'origin' | 'allowHttp'>, host: string): Transport {
  if (config.origin?.startsWith('https:') === true) {
    return { cookie: '__Host-sid', secure: true, insecure: false, accepted: true };
  }
  const insecure = !isLoopback(host);
  return { cookie: 'sid', secure: false, insecure, accepted: !insecure || config.allowHttp };
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}
