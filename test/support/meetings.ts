import type { LightMyRequestResponse } from 'fastify';
import type { ActionDetails } from '../../shared/action-items.ts';
import type { Decision, Meeting } from '../../shared/meetings.ts';
import type { Signed } from './people.ts';
import { ifMatch } from './readings.ts';

/** A meeting as it is called in the tests: on the day before their clock. */
export const MEETING = {
  title: '领导小组成员联席会议',
  year: 2018,
  heldOn: '2019-01-09',
  startsAt: '09:30',
  place: '管委会三楼会议室',
  chair: { name: '陈主任', office: '管委会主任', userId: null },
  recorder: '李记录',
} as const;

/** @throws Error with the answer when it was refused */
export function made(answer: LightMyRequestResponse): LightMyRequestResponse {
  if (answer.statusCode >= 300) throw new Error(`${answer.statusCode} ${answer.body}`);
  return answer;
}

export async function call(by: Signed, more: object = {}, planId = 'small'): Promise<Meeting> {
  return made(
    await by.send('POST', `/api/plans/${planId}/meetings`, { ...MEETING, ...more }),
  ).json<Meeting>();
}

/** A step of a meeting, on the version that was read: `start`, `end`, `minutes/draft` … */
export function stepMeeting(by: Signed, { id, version }: Meeting, name: string) {
  return by.send('POST', `/api/meetings/${id}/${name}`, undefined, ifMatch(version));
}

/** A meeting that was called and has begun. */
export async function running(by: Signed, more: object = {}): Promise<Meeting> {
  return made(await stepMeeting(by, await call(by, more), 'start')).json<Meeting>();
}

export const DECISION = {
  text: '由科经局牵头，一季度末前补齐机器换工企业台账',
  agendaItemId: null,
  leadDepartmentId: 'steb',
  supportingDepartmentIds: ['finance'],
  dueOn: '2019-03-31',
  indicatorIds: [] as readonly string[],
  measureIds: [] as readonly string[],
};

export async function decide(
  by: Signed,
  { id }: Pick<Meeting, 'id'>,
  more: object = {},
): Promise<Decision> {
  return made(
    await by.send('POST', `/api/meetings/${id}/decisions`, { ...DECISION, ...more }),
  ).json<Decision>();
}

/** A decision that was taken down and confirmed. */
export async function confirmed(
  by: Signed,
  meeting: Pick<Meeting, 'id'>,
  more: object = {},
): Promise<Decision> {
  const { id, version } = await decide(by, meeting, more);
  return made(
    await by.send('POST', `/api/decisions/${id}/confirm`, undefined, ifMatch(version)),
  ).json<Decision>();
}

export async function seeAction(by: Signed, id: string): Promise<ActionDetails> {
  return made(await by.get(`/api/actions/${id}`)).json<ActionDetails>();
}

/** A step of an action item on the version that stands: `receive`, `report` … */
export async function stepAction(by: Signed, id: string, name: string, body?: object) {
  const { version } = await seeAction(by, id);
  return by.send('POST', `/api/actions/${id}/${name}`, body, ifMatch(version));
}
