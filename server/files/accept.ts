import { inspect } from './inspect.ts';
import { keepFile } from './keep.ts';
import type { Upload } from './receive.ts';

/** A file that was looked through and is kept; only its row is missing. */
export interface Accepted {
  readonly upload: Upload;
  readonly name: string;
  readonly mediaType: string;
}

/** Looks through a file and keeps its bytes, so that a row about them never comes before them. */
export async function acceptFile(filesFolder: string, upload: Upload): Promise<Accepted> {
  const { name, mediaType } = await inspect(upload);
  await keepFile(filesFolder, upload);
  return { upload, name, mediaType };
}
