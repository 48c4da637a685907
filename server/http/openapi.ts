import { jsonSchemaTransform } from '@fastify/type-provider-zod';
import * as z from 'zod/mini';
import { type Endpoint, successStatus } from '../../shared/endpoint.ts';
import { rolesFor } from '../../shared/permissions.ts';
import { PROBLEMS, type ProblemCode } from '../../shared/problems.ts';

/** `invalid`, too: every operation refuses what it does not ask for. */
const ALWAYS: readonly ProblemCode[] = ['malformedRequest', 'invalid', 'tooManyRequests', 'busy'];

const PROBLEM_DETAILS = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  instance: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ pointer: z.string(), in: z.string(), code: z.string() }))),
});

/** Every refusal that an endpoint can give: its own, and those of its access and shape. */
export function refusalsOf(endpoint: Endpoint): ReadonlySet<ProblemCode> {
  const codes = new Set<ProblemCode>([...ALWAYS, ...(endpoint.problems ?? [])]);
  if (endpoint.access !== 'public') {
    codes.add('notSignedIn').add('forbidden');
    if (endpoint.beforePasswordChange !== true) codes.add('passwordChangeRequired');
    if (endpoint.beforeSecondFactor !== true) codes.add('secondFactorRequired');
  }
  if (endpoint.method !== 'GET') {
    codes.add('foreignOrigin').add('unsupportedMediaType').add('storageFull');
    codes.add('malformedJson').add('tooLarge');
  }
  if (endpoint.params) codes.add('notFound');
  if (endpoint.method === 'POST' && successStatus(endpoint) === 201) {
    codes.add('idempotencyMismatch').add('conflict');
  }
  if (endpoint.versioned === true) codes.add('versionRequired').add('staleVersion');
  return codes;
}

/**
 * What the OpenAPI document says of an endpoint: `x-roles` who may, `x-problems` status → codes,
 * `x-recorded` whether a call that was accepted is a row of the audit log.
 */
export function documentation(endpoint: Endpoint): Record<string, unknown> {
  const byStatus: Record<string, ProblemCode[]> = {};
  for (const code of refusalsOf(endpoint)) (byStatus[PROBLEMS[code].status] ??= []).push(code);
  // A file is a text of whatever bytes; its media types stand beside it.
  const file = endpoint.file === undefined ? z.void() : z.string();
  const response: Record<string, unknown> = {
    [successStatus(endpoint)]: endpoint.response ?? file,
  };
  for (const status of Object.keys(byStatus)) response[status] = PROBLEM_DETAILS;
  return {
    operationId: endpoint.operationId,
    summary: endpoint.summary,
    ...(endpoint.params === undefined ? {} : { params: endpoint.params }),
    ...(endpoint.query === undefined ? {} : { querystring: endpoint.query }),
    ...(endpoint.body === undefined ? {} : { body: endpoint.body }),
    ...(endpoint.upload === undefined ? {} : formOf(endpoint.upload.field)),
    response,
    ...(endpoint.file === undefined ? {} : { 'x-media-types': endpoint.file }),
    'x-roles': rolesFor(endpoint.access),
    'x-problems': byStatus,
    'x-recorded': endpoint.method !== 'GET' || endpoint.recorded === true,
  };
}

/** Turns an endpoint into what the document says of it; a file stands under its own media types. */
export const documented: typeof jsonSchemaTransform = (document) => {
  const made = jsonSchemaTransform(document);
  const { 'x-media-types': types, response } = made.schema as Described;
  if (types === undefined || response === undefined) return made;
  for (const [status, schema] of Object.entries(response)) {
    if (!status.startsWith('2')) continue;
    const content = Object.fromEntries(types.map((type) => [type, { schema }]));
    response[status] = { description: 'Default Response', content };
  }
  return made;
};

interface Described {
  readonly 'x-media-types'?: readonly string[];
  readonly response?: Record<string, unknown>;
}

/** A form with one file in the OpenAPI document. */
function formOf(field: string): object {
  return {
    consumes: ['multipart/form-data'],
    body: z.strictObject({ [field]: z.file() }),
  };
}
