import { spawnSync } from 'node:child_process';
import type { Installed } from './packages.ts';

/** As much of CycloneDX 1.5 as is touched here. */
interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string; component: { name: string } };
  components: { readonly name: string; readonly version: string }[];
  dependencies: { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

/**
 * The bill of materials of what is shipped, in CycloneDX 1.5 as npm writes it from the lock file (with
 * the hash and the licence of each package), without what only builds, and with the runtime itself.
 * The same lock file gives the same bytes. Needs no network.
 * @param shipped packages beside the server and inside the built pages
 * @param besides what comes from no registry, as the bill says it
 * @throws Error with what npm says when it cannot
 */
export function billOfMaterials(
  root: string,
  shipped: readonly Installed[],
  besides: readonly object[],
): string {
  const words = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
  const { status, stdout, stderr } = spawnSync('npm', words, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`npm sbom: ${stderr}`);
  const bom = JSON.parse(stdout) as Bom;
  const kept = new Set([...shipped.map(({ name, version }) => `${name}@${version}`), RUNTIME]);
  const isKept = (reference: string): boolean => kept.has(reference.split('|')[0] ?? '');
  // A moment and a random number would make every bill another one.
  delete bom.serialNumber;
  delete bom.metadata.timestamp;
  // npm takes the folder's name for the product's.
  bom.metadata.component.name = 'biaochi';
  const all = bom.components;
  bom.components = all.filter(({ name, version }) => isKept(`${name}@${version}`));
  const there = new Set(bom.components.map(({ name, version }) => `${name}@${version}`));
  const missing = [...kept].filter((one) => !there.has(one));
  if (missing.length > 0) throw new Error(`not in the lock file: ${missing.join(', ')}`);
  bom.dependencies = bom.dependencies
    .filter(({ ref }) => isKept(ref) || ref.startsWith('biaochi@'))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter(isKept) }));
  return `${JSON.stringify({ ...bom, components: [...bom.components, ...besides] }, null, 2)}\n`;
}

/** Node comes as a package; its versions are the same. */
const RUNTIME = `node@${process.versions.node}`;
