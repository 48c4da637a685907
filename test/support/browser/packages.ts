import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../../..');

/** The folder and version of an installed package: `{ folder: '…/node_modules/x', version: '1.2.3' }`. */
export function installed(name: string): { folder: string; version: string } {
  const folder = join(ROOT, 'node_modules', name);
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) {
    throw new Error(`${name} is installed without a version`);
  }
  return { folder, version: String(manifest.version) };
}
