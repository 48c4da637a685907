import { signIn, type Walk } from './demo-walk.ts';
import { BEGUN, WRITTEN } from './seed/demo-report.ts';

const YEARS = '/api/plans/qetdz-2016/years';

/** The merged report of 2018 is written and issued: before a figure of that year is corrected. */
export async function issueReport(walk: Walk): Promise<void> {
  walk.clock.now = new Date('2019-05-06T01:00:00.000Z');
  const send = await signIn(walk, 'reviewer');
  const report = `${YEARS}/2018/reports/zone`;
  await send('PATCH', report, WRITTEN, 0);
  await send('POST', `${report}/issue`, {}, 1);
}

/** The report of a department for 2019 is begun, with a remark of its head. */
export async function beginReport(walk: Walk): Promise<void> {
  walk.clock.now = new Date('2020-03-02T01:00:00.000Z');
  const report = `${YEARS}/2019/reports/steb`;
  const write = await signIn(walk, 'reporter');
  await write('PATCH', report, BEGUN, 0);
  const remark = await signIn(walk, 'head');
  await remark('POST', `${report}/comments`, {
    section: 'problems',
    text: '请补充具体企业和原因。（示例）',
  });
}
