import { describe, test } from 'vitest';
import { expectFaultless } from '../support/browser/faultless.ts';
import { looksFaultless } from '../support/browser/places.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { signedIn, useServer } from '../support/server.ts';

const server = useServer('demo');
const browser = useBrowser();

looksFaultless(server, browser, [
  { path: '/home', as: 'reporter' },
  { path: '/inspection', as: 'auditor' },
  { path: '/home', as: 'head' },
  { path: '/home', as: 'reviewer' },
  { path: '/home', as: 'admin' },
  { path: '/home', as: 'security' },
  { path: '/home', as: 'auditor' },
  { path: '/?unapproved=include', as: 'reviewer' },
  { path: '/indicators/im-robot-density/settings', as: 'admin' },
  { path: '/indicators/qb-cod-reduction/settings', as: 'admin' },
  { path: '/document?clause=indicator:qb-so2-reduction', as: 'admin' },
  { path: '/coverage', as: 'admin' },
  { path: '/measures?year=2019&view=department', as: 'admin' },
  { path: '/measures/reports?year=2020&report=m11', as: 'reporter' },
  { path: '/measures/reports?year=2019', as: 'reviewer' },
  { path: '/measures/reports?year=2018&report=m01.steb', as: 'reporter' },
  { path: '/acceptance?year=2019', as: 'reviewer' },
  { path: '/acceptance/sheet', as: 'reviewer' },
  { path: '/policy/ledger', as: 'reporter' },
  { path: '/measures/tasks?year=2019', as: 'reporter' },
  { path: '/entry?year=2020', as: 'reporter' },
  { path: '/entry?year=2019', as: 'head' },
  { path: '/entry?year=2018&department=quality', as: 'reviewer' },
  { path: '/entry/workbook?year=2020', as: 'reporter' },
  { path: '/entry?year=2017', as: 'reporter' },
  { path: '/entry/im-robot-density?year=2017', as: 'reporter' },
  { path: '/entry/im-robot-density?year=2020', as: 'reporter' },
  { path: '/entry/im-maker-space?year=2020', as: 'reporter' },
  { path: '/entry/im-network-informatization?year=2020', as: 'reporter' },
  { path: '/entry/im-smart-workshops?year=2019', as: 'head' },
  { path: '/review', as: 'reviewer' },
  { path: '/review', as: 'head' },
  { path: '/rounds', as: 'reviewer' },
  { path: '/rounds/2020', as: 'reviewer' },
  { path: '/rounds/2020', as: 'reporter' },
  { path: '/rounds/2019', as: 'reviewer' },
  { path: '/rounds/2017/notices/1', as: 'reporter-quality' },
  { path: '/rounds/2017/notices/9', as: 'reviewer' },
  { path: '/meetings', as: 'reviewer' },
  { path: '/actions', as: 'reporter' },
  { path: '/reports', as: 'reviewer' },
  { path: '/reports/2018/zone', as: 'reviewer', until: 'section[lang] figure' },
  { path: '/users', as: 'security' },
  { path: '/displays', as: 'security' },
  { path: '/departments', as: 'admin' },
  { path: '/backups', as: 'admin' },
  { path: '/audit', as: 'auditor' },
  { path: '/users?find=nobody', as: 'security' },
  // The leading group's: pages-of-the-leader.test.ts.
]);

describe('so have the pages without an address that could be known beforehand', () => {
  test.each([
    { path: '/meetings/{2}', as: 'reviewer', list: 'meetings' },
    { path: '/meetings/{1}/minutes', as: 'leader', list: 'meetings' },
    { path: '/meetings/{1}/desk', as: 'reviewer', list: 'meetings' },
    { path: '/meetings/{2}/brief', as: 'leader', list: 'meetings' },
    { path: '/actions/{3}', as: 'reviewer', list: 'actions' },
    { path: '/actions/{2}/notice', as: 'reporter', list: 'actions' },
    { path: '/acceptance/{2019}', as: 'reviewer', list: 'acceptances' },
    { path: '/acceptance/{2019}/self', as: 'head', list: 'acceptances' },
    { path: '/acceptance/{2019}/verification', as: 'reviewer', list: 'acceptances' },
  ])('$path for $as', async ({ path, as, list }) => {
    const storageState = await signedIn(server(), as);
    const page = await browser.newPage({ storageState });
    const answer = await page.request.get(`${server().origin}/api/plans/qetdz-2016/${list}`);
    // An acceptance has no number of its own; there is one of a year.
    const { items } = (await answer.json()) as {
      items: { id: string; number?: number; year?: number }[];
    };
    const idOf = (number: number) =>
      items.find((one) => (one.number ?? one.year) === number)?.id ?? '';
    await page.goto(
      server().origin + path.replace(/\{(\d+)\}/, (_, digits: string) => idOf(Number(digits))),
    );
    await expectFaultless(page);
  });

  test.each(['/sign-in', '/set-up', '/pair'])('%s for a stranger', async (path) => {
    const page = await browser.newPage();
    await page.goto(server().origin + path);
    await expectFaultless(page);
  });
});
