import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../shared/problems.ts';

interface Asset {
  readonly type: string;
  readonly immutable: boolean;
  readonly plain: Buffer;
  readonly gzip: Buffer | null;
  readonly brotli: Buffer | null;
}

/** The built client by exact path, in memory: there is no file system to climb around in. */
export type Assets = ReadonlyMap<string, Asset>;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/**
 * Reads a built client. Compressed twins (`x.js.br`, `x.js.gz`) made by the build are used as they
 * are; where they are missing they are made now.
 * @param folder e.g. dist/client
 */
export function loadAssets(folder: string): Assets {
  const assets = new Map<string, Asset>();
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const file = join(folder, name);
    if (!statSync(file).isFile() || /\.(br|gz|map)$/.test(name)) continue;
    const extension = name.split('.').at(-1) ?? '';
    const plain = readFileSync(file);
    const worthwhile = /^(html|js|css|svg|json|txt)$/.test(extension);
    assets.set(`/${relative(folder, file).split(sep).join('/')}`, {
      type: TYPES[extension] ?? 'application/octet-stream',
      immutable: name.startsWith('assets'),
      plain,
      gzip: worthwhile ? (twin(`${file}.gz`) ?? gzipSync(plain, { level: 9 })) : null,
      brotli: worthwhile ? (twin(`${file}.br`) ?? brotli(plain)) : null,
    });
  }
  return assets;
}

function twin(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

function brotli(bytes: Buffer): Buffer {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

/** Answers every path that no room took: a file of the client, the page itself, or 404. */
export function serveAssets(app: FastifyInstance, assets: Assets | null): void {
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const reading = request.method === 'GET' || request.method === 'HEAD';
    if (assets === null || !reading) throw new Problem('notFound');
    const asset = assets.get(path === '/' ? '/index.html' : path);
    if (asset !== undefined) return sendAsset(asset, request, reply);
    const page = assets.get('/index.html');
    if (page === undefined || !isPage(path)) throw new Problem('notFound');
    return sendAsset(page, request, reply);
  });
}

/**
 * Whether a path is one that the client draws: plain segments, without a dot (a missing file is
 * missing), none of them another spelling of something, and nothing of the API.
 * @example isPage('/indicators/qb-so2') // true
 * @example isPage('/x/../api%2fusers') // false
 */
function isPage(path: string): boolean {
  try {
    const decoded = decodeURIComponent(path);
    return /^(\/[^/\\.;\p{Cc}]+)+\/?$/u.test(decoded) && !/^\/api(\/|$)/i.test(decoded);
  } catch {
    return false;
  }
}

function sendAsset(asset: Asset, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const accepted = request.headers['accept-encoding'] ?? '';
  reply
    .code(200)
    .header('content-type', asset.type)
    .header('vary', 'accept-encoding')
    .header('cache-control', asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (asset.brotli !== null && /\bbr\b/.test(accepted)) {
    return reply.header('content-encoding', 'br').send(asset.brotli);
  }
  if (asset.gzip !== null && /\bgzip\b/.test(accepted)) {
    return reply.header('content-encoding', 'gzip').send(asset.gzip);
  }
  return reply.send(asset.plain);
}
