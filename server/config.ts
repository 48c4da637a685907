import { isIP } from 'node:net';
import { resolve } from 'node:path';

/** What the environment may set. Everything else is decided in the product. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** The folder of the database and the files. */
  readonly dataFolder: string;
  /** Requests a minute for each session; null: 1,200, and 300 an address when signed out. */
  readonly rateLimit: number | null;
  /** Plain http beyond the machine itself is accepted; the pages warn about it. */
  readonly allowHttp: boolean;
  /** The public origin when a gateway stands in front, e.g. `https://targets.example`. */
  readonly origin: string | null;
  /** Addresses of the gateway, whose word about who connected is taken; nobody else's ever is. */
  readonly gateway: readonly string[];
  /** The hour of the nightly backup, 0 to 23, in China; null: none is made. */
  readonly backupHour: number | null;
  /** Where each backup is copied to as well; null: nowhere. */
  readonly secondBackupFolder: string | null;
  /** Fewer bytes than these free beside the data are an alarm. */
  readonly lowSpace: number;
}

/** Nobody works then, and the day's figures are in. */
const BACKUP_HOUR = 2;
const MEBIBYTE = 1024 * 1024;
/** Room for weeks of work, and for whoever has to make more of it. */
const LOW_SPACE_MB = 1024;

export class ConfigRefused extends Error {}

/**
 * @param environment e.g. process.env
 * @throws ConfigRefused with a sentence that names the variable
 * @example readConfig({ BIAOCHI_PORT: '9000' }).port // 9000
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  defaultFolder = 'data',
): Config {
  const port = whole(environment, 'BIAOCHI_PORT', 0, 65_535);
  const origin = environment['BIAOCHI_ORIGIN'];
  const second = environment['BIAOCHI_BACKUP_FOLDER'];
  if (origin !== undefined && !URL.canParse(origin)) {
    throw new ConfigRefused(`BIAOCHI_ORIGIN is not an address: ${origin}`);
  }
  return {
    host: environment['BIAOCHI_HOST'] || '127.0.0.1',
    port: port ?? 8080,
    dataFolder: resolve(environment['BIAOCHI_DATA'] || defaultFolder),
    rateLimit: whole(environment, 'BIAOCHI_RATE_LIMIT', 1, 100_000_000),
    allowHttp: environment['BIAOCHI_ALLOW_HTTP'] === '1',
    origin: origin === undefined ? null : new URL(origin).origin,
    gateway: gatewayOf(environment['BIAOCHI_GATEWAY'], origin),
    backupHour:
      environment['BIAOCHI_BACKUP_HOUR'] === 'off'
        ? null
        : (whole(environment, 'BIAOCHI_BACKUP_HOUR', 0, 23) ?? BACKUP_HOUR),
    secondBackupFolder: second === undefined || second === '' ? null : resolve(second),
    lowSpace:
      (whole(environment, 'BIAOCHI_LOW_SPACE_MB', 0, 1_000_000_000) ?? LOW_SPACE_MB) * MEBIBYTE,
  };
}

/**
 * Without the origin the Host header decides, and a gateway that is believed could be made to forge
 * that, too.
 */
function gatewayOf(text: string | undefined, origin: string | undefined): string[] {
  const addresses = (text ?? '').split(',').map((one) => one.trim());
  const given = addresses.filter((one) => one !== '');
  if (given.some((one) => isIP(one) === 0)) {
    throw new ConfigRefused(`BIAOCHI_GATEWAY must be IP addresses: ${text}`);
  }
  if (given.length > 0 && origin === undefined) {
    throw new ConfigRefused('BIAOCHI_GATEWAY needs BIAOCHI_ORIGIN, too');
  }
  return given;
}

function whole(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  minimum: number,
  maximum: number,
): number | null {
  const text = environment[name];
  if (text === undefined || text === '') return null;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < minimum || value > maximum) {
    throw new ConfigRefused(`${name} must be a whole number from ${minimum} to ${maximum}`);
  }
  return value;
}
