import '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import type { Method } from '../../shared/endpoint.ts';
import type { ProblemCode } from '../../shared/problems.ts';

/** One operation as the OpenAPI document has it. */
export interface Operation {
  readonly method: Method;
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly 'x-roles': readonly string[];
  readonly 'x-problems': Readonly<Record<string, readonly ProblemCode[]>>;
  readonly 'x-recorded': boolean;
}

/** Found in the document itself, so that a new endpoint is judged from its first day. */
export function operationsOf(app: FastifyInstance): Operation[] {
  const paths = (app.swagger().paths ?? {}) as Record<string, Record<string, Operation>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      path,
      method: method.toUpperCase() as Method,
    })),
  );
}

/** The address of an operation with ids that nobody has. */
export function addressOf({ path }: Operation, id = 'nobody-has-this'): string {
  return path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    /year/i.test(name) ? '2018' : id,
  );
}
