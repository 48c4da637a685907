import type { FastifyRequest } from 'fastify';
import { Problem } from '../../shared/problems.ts';

/**
 * A write comes from the product's own pages, or from a program without a browser.
 * `configured` is the public origin when a gateway stands in front; otherwise the Host header
 * is what the page's origin must match.
 * @throws Problem foreignOrigin
 */
export function requireOwnOrigin(request: FastifyRequest, configured: string | null): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') throw new Problem('foreignOrigin');
  const { origin } = request.headers;
  if (origin === undefined) return;
  const expected = configured === null ? request.headers.host : hostOf(configured);
  if (expected === undefined || hostOf(origin) !== expected) throw new Problem('foreignOrigin');
}

/**
 * A form that carries a file comes from a page, and every page says where it is from; a program that
 * sends one has to say so, too.
 * @throws Problem foreignOrigin
 */
export function requireNamedOrigin(request: FastifyRequest): void {
  if (request.headers.origin === undefined) throw new Problem('foreignOrigin');
}

/** 'null' and anything else that is no address has no host. */
function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
