import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { extract } from 'tar-fs';

/** Unpacks a brotli-compressed program into the file `target` and makes it executable. */
export async function unpackProgram(archive: string, target: string): Promise<void> {
  const file = createWriteStream(target, { mode: 0o755 });
  await pipeline(createReadStream(archive), createBrotliDecompress(), file);
}

/** Unpacks a `.tar.br` or `.tgz` into the folder `target`, which is made if need be. */
export async function unpackFolder(archive: string, target: string): Promise<void> {
  const decompress = archive.endsWith('.br') ? createBrotliDecompress() : createGunzip();
  await pipeline(createReadStream(archive), decompress, extract(target));
}
