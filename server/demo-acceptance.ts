import type { ScoreSheet } from '../shared/acceptance.ts';
import type { Acceptance, AcceptanceItem } from '../shared/acceptances.ts';
import { type Send, signIn, type Walk } from './demo-walk.ts';

const PLAN = '/api/plans/qetdz-2016';
const ABSENT = '（示例）部分单位没有填报账号，不再等待';

/**
 * An illustrative score sheet and the acceptance of 2019 by it, up to an objection that waits for its
 * answer: nothing of it was ever decided. The next version of the sheet is a draft again.
 */
export async function acceptAsExample(walk: Walk): Promise<void> {
  const on = (day: string) => {
    walk.clock.now = new Date(`${day}T01:00:00.000Z`);
  };
  on('2020-03-10');
  const sheet = await approve(walk);
  on('2020-03-16');
  const reviewer = await signIn(walk, 'reviewer');
  const { id } = await opened(reviewer, sheet);
  const url = `/api/acceptances/${id}`;
  on('2020-03-20');
  await assess(walk, url, { reporter: 'reporter', head: 'head', departmentId: 'steb' });
  const quality = { reporter: 'reporter-quality', head: 'head-quality', departmentId: 'quality' };
  await assess(walk, url, quality);
  on('2020-03-26');
  await verify(await signIn(walk, 'reviewer'), url);
  on('2020-04-02');
  await object(await signIn(walk, 'head'), url);
  await (
    await signIn(walk, 'reviewer')
  )('POST', `${PLAN}/score-sheets`, { from: 'latest' });
}

/** The example with what it leaves open decided, as an illustration, and approved as one. */
async function approve(walk: Walk): Promise<ScoreSheet> {
  const reviewer = await signIn(walk, 'reviewer');
  const example = (await reviewer('POST', `${PLAN}/score-sheets`, {
    from: 'example',
  })) as ScoreSheet;
  const url = `/api/score-sheets/${example.id}`;
  const saved = (await reviewer('PUT', url, illustrated(example), example.version)) as ScoreSheet;
  const presented = (await reviewer('POST', `${url}/present`, undefined, saved.version)) as {
    version: number;
  };
  const leader = await signIn(walk, 'leader');
  return (await leader('POST', `${url}/approve`, undefined, presented.version)) as ScoreSheet;
}

function illustrated({ title, items, grades }: ScoreSheet): object {
  const [first] = items;
  const other = {
    ...first,
    subject: 'free',
    indicatorId: null,
    rule: 'byHand',
    basis: null,
    departmentId: 'steb',
  };
  return {
    title,
    items: [
      ...items.map((item) => (item.subject === 'free' ? { ...item, departmentId: 'steb' } : item)),
      {
        ...other,
        id: 'experience',
        part: 'bonus',
        title: '（示例）典型经验推广',
        weight: 3,
        standard: '（示例）经验被市级以上推广的加分',
      },
      {
        ...other,
        id: 'accident',
        part: 'veto',
        title: '（示例）重大责任事故',
        weight: null,
        standard: '（示例）发生的一票否决',
      },
    ],
    grades,
    pendingRule: 'excluded',
    noDataRule: 'zero',
    tentativeRule: 'counts',
    passLine: 'lower',
    bonusCap: 3,
    vetoGrade: grades.length - 1,
  };
}

const opened = async (send: Send, { id }: ScoreSheet) =>
  (await send('POST', `${PLAN}/acceptances`, { sheetId: id, year: 2019 })) as Acceptance;
const read = async (send: Send, url: string) => (await send('GET', url)) as Acceptance;

/** What departments say of themselves, in a sentence for each verdict. */
const WORDS = {
  met: '（示例）已完成目标，佐证材料见年度数据。',
  notMet: '（示例）尚未达到目标，原因和下一步打算已写入年度报告。',
  cannotJudge: '（示例）暂不具备评价条件。',
} as const;

async function assess(
  walk: Walk,
  url: string,
  by: { readonly reporter: string; readonly head: string; readonly departmentId: string },
): Promise<void> {
  const { departmentId } = by;
  const send = await signIn(walk, by.reporter);
  const { items } = await read(send, url);
  for (const item of items.filter((one) => one.steps.includes('assess'))) {
    const words =
      item.verdict === null ? '（示例）专班推进，按月调度，资料齐全。' : WORDS[item.verdict];
    const marks = item.takesOwnMark ? item.weight : null;
    await send(
      'PUT',
      `${url}/items/${item.itemId}/self-assessment`,
      { marks, words },
      item.version,
    );
  }
  const standing = async () =>
    (await read(send, url)).departments.find((one) => one.departmentId === departmentId)?.version;
  const department = `${url}/departments/${departmentId}`;
  await send('POST', `${department}/submit`, undefined, await standing());
  const head = await signIn(walk, by.head);
  await head('POST', `${department}/hand-in`, undefined, await standing());
}

async function verify(send: Send, url: string): Promise<void> {
  const before = await read(send, url);
  const reason = before.left.atDepartments > 0 ? ABSENT : '';
  await send('POST', `${url}/verification`, { reason }, before.version);
  for (const item of (await read(send, url)).items) {
    if (!item.steps.includes('verify')) continue;
    const body = judged(item);
    await send('PUT', `${url}/items/${item.itemId}/verification`, body, item.version);
  }
  await send('POST', `${url}/announcement`, undefined, (await read(send, url)).version);
}

/** As claimed or computed, but for the organisation of the work and the bonus. */
function judged({ itemId, part, weight, claim }: AcceptanceItem): object {
  if (part === 'veto') return { marks: 0, reason: '' };
  if (part === 'bonus') return { marks: 2, reason: '（示例）经验在市级简报刊发，未在省级推广' };
  if (itemId === 'organisation') {
    const marks = Math.max(0, Math.round(((claim ?? 0) - 1) * 100) / 100);
    return { marks, reason: '（示例）三、四季度的调度会没有会议记录' };
  }
  return claim === null
    ? { marks: 0, reason: `（示例）没有自评，也没有材料，${weight ?? 0}分不予计取` }
    : { marks: claim, reason: '' };
}

async function object(send: Send, url: string): Promise<void> {
  const item = (await read(send, url)).items.find(({ itemId }) => itemId === 'organisation');
  await send(
    'POST',
    `${url}/items/organisation/dispute`,
    { reason: '（示例）三、四季度会议记录已补交，请重新核定' },
    item?.version,
  );
}
