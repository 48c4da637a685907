import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Method } from '../shared/endpoint.ts';
import type { Role } from '../shared/permissions.ts';
import { addUser } from './accounts/add-user.ts';
import { Hasher } from './accounts/hashing.ts';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { FolderRefused } from './data-folder.ts';
import type { Opened } from './db/open.ts';
import { Transactions } from './db/transaction.ts';
import { systemClock } from './http/clock.ts';
import { readBuiltInPlan } from './seed/built-in-plan.ts';
import { acceptAsExample } from './demo-acceptance.ts';
import { beginReport, issueReport } from './demo-reports.ts';
import { ask, newPassword, type Passwords, signIn, type Walk } from './demo-walk.ts';
import { meetEarlier, meetTwice } from './demo-meetings.ts';
import {
  breakDown,
  correctLater,
  enterLedger,
  openLastYear,
  runYear,
  takeOver,
} from './demo-years.ts';
import { BASELINES, LEADS, TARGETS } from './seed/demo-readings.ts';

interface Sample {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly departmentId?: string;
}

/** One sample account for each role, and a reporter and a head for each department that reports. */
const SAMPLES: readonly Sample[] = [
  { username: 'security', name: '示例·安全管理员', roles: ['securityAdministrator'] },
  { username: 'auditor', name: '示例·审计管理员', roles: ['auditor'] },
  { username: 'reporter', name: '示例·科经局填报人', roles: ['reporter'], departmentId: 'steb' },
  {
    username: 'reporter-quality',
    name: '示例·质监分局填报人',
    roles: ['reporter'],
    departmentId: 'quality',
  },
  {
    username: 'reporter-environment',
    name: '示例·环保填报人',
    roles: ['reporter'],
    departmentId: 'environment-demo',
  },
  { username: 'head', name: '示例·科经局负责人', roles: ['departmentHead'], departmentId: 'steb' },
  {
    username: 'head-quality',
    name: '示例·质监分局负责人',
    roles: ['departmentHead'],
    departmentId: 'quality',
  },
  {
    username: 'head-environment',
    name: '示例·环保负责人',
    roles: ['departmentHead'],
    departmentId: 'environment-demo',
  },
  { username: 'reviewer', name: '示例·管委会审核人', roles: ['reviewer'] },
  // Who seals a year decides no correction of it.
  { username: 'reviewer-second', name: '示例·管委会复核人', roles: ['reviewer'] },
  { username: 'leader', name: '示例·领导小组成员', roles: ['leader'] },
  { username: 'display', name: '示例·大屏', roles: ['display'] },
];
const ADMINISTRATOR: Sample = {
  username: 'admin',
  name: '示例·系统管理员',
  roles: ['administrator'],
};

const FILE = 'accounts.json';
const BASIS = '示例：非真实数据';
/** The walk through the years signs in dozens of times; the last change is made at full cost. */
const WALKING_COST = { memory: 1024, passes: 1 };

/**
 * Fills a fresh demo folder through the product's own front door, with a clock that walks from 2016
 * to today, and says which sample accounts there are. A folder that is filled stays as it is.
 * @param setupToken the one-time token of the first start; null: the folder has been set up before
 * @returns the sample accounts as lines for the terminal
 * @throws FolderRefused when an earlier start was cut off in the middle
 */
export async function prepareDemo(
  database: Opened,
  folder: string,
  setupToken: string | null,
): Promise<string> {
  const file = join(folder, FILE);
  if (setupToken !== null) {
    const passwords = await fill(database, folder, setupToken);
    writeFileSync(file, JSON.stringify(Object.fromEntries(passwords), null, 2), { mode: 0o600 });
  }
  if (!existsSync(file)) {
    throw new FolderRefused(
      `上次准备示例数据时被中断。请删除目录 ${folder} 后重新运行。\n` +
        `The demo was interrupted while it was being filled. Delete ${folder} and start again.`,
    );
  }
  const passwords = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const lines = [ADMINISTRATOR, ...SAMPLES].map(
    ({ username, roles }) =>
      `  ${username.padEnd(22)}${(passwords[username] ?? '').padEnd(22)}${roles.join(', ')}`,
  );
  return ['示例数据 · illustrative data', '示例账号 Sample accounts:', ...lines].join('\n');
}

async function fill(database: Opened, folder: string, setupToken: string): Promise<Passwords> {
  // The link was made now, and is used now; everything after it walks.
  const clock = { now: systemClock() };
  const passwords: Passwords = new Map();
  const config = readConfig({ BIAOCHI_RATE_LIMIT: '10000000', BIAOCHI_DATA: folder });
  const now = () => clock.now;
  const app = await createApp({ database, config, now, hashCost: WALKING_COST });
  const walk: Walk = { app, clock, passwords };
  try {
    await setUp(walk, setupToken);
    clock.now = new Date('2016-03-01T01:00:00.000Z');
    await settle(walk, database);
    await takeOver(walk, 2015);
    for (const year of [2016, 2017, 2018]) await runYear(walk, year);
    await issueReport(walk);
    await correctLater(walk);
    await runYear(walk, 2019);
    await beginReport(walk);
    await enterLedger(walk);
    await breakDown(walk, 2019);
    await acceptAsExample(walk);
    await meetEarlier(walk);
    await meetTwice(walk, systemClock());
  } finally {
    await app.close();
  }
  const today = await createApp({ database, config });
  try {
    const arrived = { app: today, clock: { now: systemClock() }, passwords };
    for (const username of passwords.keys()) await signIn(arrived, username, 'renew');
    await openLastYear(arrived);
    // A display changes nothing, its own password included: it joins with the one it keeps.
    for (const sample of SAMPLES.filter(isDisplay)) {
      await add(arrived, database, sample, new Hasher());
    }
  } finally {
    await today.close();
  }
  return passwords;
}

async function setUp({ app, passwords }: Walk, token: string): Promise<void> {
  const { username, name } = ADMINISTRATOR;
  const password = newPassword();
  passwords.set(username, password);
  const administrator = { username, name, password };
  await ask(app, '', 'POST', '/api/setup', { profile: 'simple', token, administrator });
}

const isDisplay = ({ roles }: Sample): boolean => roles.includes('display');

async function add(
  { passwords, clock }: Walk,
  database: Opened,
  { departmentId, ...sample }: Sample,
  hasher: Hasher,
): Promise<void> {
  const password = newPassword();
  passwords.set(sample.username, password);
  await addUser(
    new Transactions(database.kysely),
    hasher,
    { ...sample, departmentId: departmentId ?? null, password },
    { now: clock.now, address: 'start' },
  );
}

/** The owners, baselines and targets that the document leaves open. */
async function settle(walk: Walk, database: Opened): Promise<void> {
  const send = await signIn(walk, ADMINISTRATOR.username);
  await send('POST', '/api/departments', {
    id: 'environment-demo',
    shortNameZh: '环保分局（示例）',
    fullNameZh: '环境保护分局（示例，文件未列此单位）',
    nameEn: 'Environmental Protection Sub-bureau (illustrative)',
  });
  for (const sample of SAMPLES) {
    if (!isDisplay(sample)) await add(walk, database, sample, new Hasher(WALKING_COST));
  }
  const { indicators } = readBuiltInPlan().file;
  for (const { id, code } of indicators) {
    const url = `/api/indicators/${id}`;
    let version = 1;
    const change = async (method: Method, path: string, body: object) => {
      const answer = await send(method, `${url}/${path}`, body, version);
      version = (answer as { version: number }).version;
    };
    const leads = LEADS[code];
    if (leads !== undefined) {
      const supportingDepartmentIds = leads.includes('finance') ? [] : ['finance'];
      await change('PUT', 'departments', { leadDepartmentIds: leads, supportingDepartmentIds });
    }
    const value = BASELINES[code];
    if (value !== undefined) {
      await change('POST', 'baselines', { year: 2015, value, basis: BASIS });
    }
    const target = TARGETS[code];
    if (target !== undefined) {
      const grounds = {
        basis: BASIS,
        effectiveDate: '2016-12-30',
        documentNumber: '示例〔2016〕1号',
      };
      await change('POST', 'targets', { ...target, ...grounds });
    }
  }
}
