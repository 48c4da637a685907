import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { cached } from './cache.ts';
import { installed } from './packages.ts';

/**
 * The environment that shows a browser one set of fonts, the same on every machine: Noto Sans SC
 * from the package `@fontsource/noto-sans-sc`, in the weights 400 and 700, as if it were installed.
 *
 * No page is touched, so a strict content security policy holds, print and measurements included,
 * and nothing else of the machine's fonts leaks into a screenshot.
 */
export async function fontEnvironment(): Promise<{ FONTCONFIG_FILE: string }> {
  const { folder, version } = installed('@fontsource/noto-sans-sc');
  const fonts = await cached(`fonts-${version}`, (draft) => fill(draft, join(folder, 'files')));
  // It names the folder, and the checkout may have moved since; by a rename, as another browser may
  // be reading it.
  const configuration = join(fonts, 'fonts.conf');
  const wanted = fontsConf(fonts);
  if ((await readFile(configuration, 'utf8').catch(() => null)) !== wanted) {
    const draft = `${configuration}.${process.pid}`;
    await writeFile(draft, wanted);
    await rename(draft, configuration);
  }
  return { FONTCONFIG_FILE: configuration };
}

/**
 * `text` holds the common characters and Latin in both weights; `symbols` holds the slices of the
 * whole font in which the rest is found (≥ ● ◆ ① and rare characters), one weight being enough.
 */
async function fill(draft: string, source: string): Promise<void> {
  await mkdir(join(draft, 'text'));
  await mkdir(join(draft, 'symbols'));
  for (const name of await readdir(source)) {
    const kind = /-simplified-(400|700)-normal\.woff$/.test(name)
      ? 'text'
      : /-(\d+|latin-ext|cyrillic)-400-normal\.woff$/.test(name)
        ? 'symbols'
        : null;
    if (kind === null) continue;
    const target = join(draft, kind, name.replace('.woff', '.ttf'));
    await writeFile(target, openType(await readFile(join(source, name))));
  }
}

function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/text</dir>
  <dir>${folder}/symbols</dir>
  <cachedir>${folder}/cache</cachedir>
  ${named('text', 'Noto Sans SC')}
  ${named('symbols', 'Noto Sans SC Symbols')}
</fontconfig>
`;
}

/** The files call themselves "Noto Sans SC Thin" and the like, so their families are named here. */
function named(part: string, family: string): string {
  return `<match target="scan">
    <test name="file" compare="contains"><string>/${part}/</string></test>
    <edit name="family" mode="assign"><string>${family}</string></edit>
  </match>`;
}

/**
 * The OpenType font inside a WOFF 1.0 file (W3C Recommendation of 2012): the same tables, each
 * possibly deflated, behind another header. Browsers do not take WOFF as an installed font.
 */
export function openType(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 font');
  const tables = woff.readUInt16BE(12);
  const font = Buffer.alloc(woff.readUInt32BE(16));
  const levels = Math.floor(Math.log2(tables));
  woff.copy(font, 0, 4, 8);
  font.writeUInt16BE(tables, 4);
  font.writeUInt16BE(16 * 2 ** levels, 6);
  font.writeUInt16BE(levels, 8);
  font.writeUInt16BE(16 * (tables - 2 ** levels), 10);
  let end = 12 + 16 * tables;
  for (let i = 0; i < tables; i += 1) {
    const from = 44 + 20 * i;
    const to = 12 + 16 * i;
    const offset = woff.readUInt32BE(from + 4);
    const packedLength = woff.readUInt32BE(from + 8);
    const length = woff.readUInt32BE(from + 12);
    const packed = woff.subarray(offset, offset + packedLength);
    woff.copy(font, to, from, from + 4); // tag
    woff.copy(font, to + 4, from + 16, from + 20); // checksum
    font.writeUInt32BE(end, to + 8);
    font.writeUInt32BE(length, to + 12);
    (packedLength < length ? inflateSync(packed) : packed).copy(font, end);
    end += Math.ceil(length / 4) * 4;
  }
  return font;
}
