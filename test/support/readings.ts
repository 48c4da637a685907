import type { LightMyRequestResponse } from 'fastify';
import type { Issue } from '../../shared/problems.ts';
import type { NewReading, Reading, ReadingChanges } from '../../shared/readings.ts';
import type { Step } from '../../shared/workflow.ts';
import type { Signed } from './people.ts';

/** Starts a reading and insists that it was accepted. */
export async function enter(
  by: Signed,
  indicatorId: string,
  year: number,
  typed: Partial<NewReading> = {},
): Promise<Reading> {
  return accepted(await by.send('POST', '/api/readings', { indicatorId, year, ...typed }), 201);
}

export function change(
  by: Signed,
  reading: Pick<Reading, 'id' | 'version'>,
  changes: ReadingChanges,
): Promise<LightMyRequestResponse> {
  return by.send('PATCH', `/api/readings/${reading.id}`, changes, ifMatch(reading.version));
}

export function step(
  by: Signed,
  reading: Pick<Reading, 'id' | 'version'>,
  name: Step,
  reason = '请核对',
): Promise<LightMyRequestResponse> {
  const body = name === 'return' ? { reason } : undefined;
  return by.send('POST', `/api/readings/${reading.id}/${name}`, body, ifMatch(reading.version));
}

/** Enters, hands in and approves in one go. */
export async function publish(
  reporter: Signed,
  reviewer: Signed,
  indicatorId: string,
  year: number,
  typed: Partial<NewReading>,
): Promise<Reading> {
  const draft = await enter(reporter, indicatorId, year, { source: '年报', ...typed });
  const submitted = accepted(await step(reporter, draft, 'submit'));
  return accepted(await step(reviewer, submitted, 'approve'));
}

export const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });

/** The reading of an answer. @throws Error with the body when the status is another */
export function accepted(response: LightMyRequestResponse, status = 200): Reading {
  if (response.statusCode !== status) {
    throw new Error(`${response.statusCode} instead of ${status}: ${response.body}`);
  }
  return response.json<Reading>();
}

/** What a refusal says in one line: `422 /numerator numeratorAboveDenominator`, or `409 conflict`. */
export function refusal(response: LightMyRequestResponse): string {
  const type = String(response.headers['content-type']);
  if (!type.startsWith('application/problem+json')) return `${response.statusCode} ${type}`;
  const { code, errors } = response.json<{ code: string; errors?: readonly Issue[] }>();
  const said = (errors ?? []).map(({ pointer, code: issue }) => `${pointer} ${issue}`);
  return `${response.statusCode} ${said.length === 0 ? code : said.join(', ')}`;
}
