import { describe, test } from 'vitest';
import { expectFaultless } from '../support/browser/faultless.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { signedIn, useServer } from '../support/server.ts';

const server = useServer('demo');
const browser = useBrowser();

interface Place {
  readonly path: string;
  /** A sample account that may see it. */
  readonly as: string;
  /** Drawn after everything else. */
  readonly until?: string;
}

const CHART = '.recharts-line-curve';

const PLACES: readonly Place[] = [
  { path: '/home', as: 'reporter' },
  { path: '/inspection', as: 'auditor' },
  { path: '/home', as: 'head' },
  { path: '/home', as: 'reviewer' },
  { path: '/home', as: 'admin' },
  { path: '/home', as: 'security' },
  { path: '/home', as: 'leader' },
  { path: '/home', as: 'auditor' },
  { path: '/', as: 'leader' },
  { path: '/?status=behind&sort=problems', as: 'leader' },
  { path: '/?unapproved=include', as: 'reviewer' },
  { path: '/?year=2017&known=reported', as: 'leader' },
  { path: '/?year=2018', as: 'leader' },
  { path: '/?year=2018&known=reported', as: 'leader' },
  { path: '/indicators/im-robot-density?year=2017&known=reported', as: 'leader', until: CHART },
  { path: '/indicators/qb-quality-competitiveness-index?year=2018', as: 'leader', until: CHART },
  { path: '/indicators/im-robot-density', as: 'leader', until: CHART },
  { path: '/indicators/so-online-brands', as: 'leader', until: CHART },
  { path: '/indicators/im-digital-products', as: 'leader', until: CHART },
  { path: '/indicators/im-maker-space', as: 'leader' },
  { path: '/indicators/qb-cod-reduction', as: 'leader' },
  { path: '/indicators/im-robot-density/settings', as: 'admin' },
  { path: '/indicators/qb-cod-reduction/settings', as: 'admin' },
  { path: '/method', as: 'leader' },
  { path: '/document', as: 'leader' },
  { path: '/document?clause=indicator:qb-so2-reduction', as: 'admin' },
  { path: '/coverage', as: 'admin' },
  { path: '/measures?year=2019', as: 'leader' },
  { path: '/measures?year=2019&view=department', as: 'admin' },
  { path: '/measures/m11?year=2019', as: 'leader' },
  { path: '/measures/m99', as: 'leader' },
  { path: '/measures/reports?year=2020&report=m11', as: 'reporter' },
  { path: '/measures/reports?year=2019', as: 'reviewer' },
  { path: '/acceptance?year=2019', as: 'reviewer' },
  { path: '/acceptance', as: 'leader' },
  { path: '/acceptance/sheet', as: 'reviewer' },
  { path: '/policy', as: 'leader' },
  { path: '/policy/ledger', as: 'reporter' },
  { path: '/policy/ledger?of=2014', as: 'leader' },
  { path: '/measures/tasks?year=2019', as: 'reporter' },
  { path: '/measures/tasks?year=2019', as: 'leader' },
  { path: '/entry?year=2020', as: 'reporter' },
  { path: '/entry?year=2019', as: 'head' },
  { path: '/entry?year=2018&department=quality', as: 'reviewer' },
  { path: '/entry/workbook?year=2020', as: 'reporter' },
  { path: '/entry?year=2017', as: 'reporter' },
  { path: '/entry/workbook?year=2020', as: 'reporter' },
  { path: '/entry/im-robot-density?year=2017', as: 'reporter' },
  { path: '/entry/im-robot-density?year=2020', as: 'reporter' },
  { path: '/entry/im-maker-space?year=2020', as: 'reporter' },
  { path: '/entry/im-network-informatization?year=2020', as: 'reporter' },
  { path: '/entry/im-smart-workshops?year=2019', as: 'head' },
  { path: '/review', as: 'reviewer' },
  { path: '/review', as: 'head' },
  { path: '/rounds', as: 'reviewer' },
  { path: '/rounds', as: 'leader' },
  { path: '/rounds/2020', as: 'reviewer' },
  { path: '/rounds/2020', as: 'reporter' },
  { path: '/rounds/2019', as: 'reviewer' },
  { path: '/rounds/2017', as: 'leader' },
  { path: '/rounds/2014', as: 'leader' },
  { path: '/rounds/2017/notices/1', as: 'reporter-quality' },
  { path: '/rounds/2017/notices/9', as: 'reviewer' },
  { path: '/meetings', as: 'reviewer' },
  { path: '/actions', as: 'reporter' },
  { path: '/reports', as: 'reviewer' },
  { path: '/reports', as: 'leader' },
  { path: '/reports/2018/zone', as: 'reviewer', until: 'section[lang] figure' },
  { path: '/users', as: 'security' },
  { path: '/displays', as: 'security' },
  { path: '/departments', as: 'admin' },
  { path: '/backups', as: 'admin' },
  { path: '/audit', as: 'auditor' },
  { path: '/account', as: 'leader' },
  { path: '/users?find=nobody', as: 'security' },
  { path: '/users', as: 'leader' },
  { path: '/indicators/nowhere', as: 'leader' },
];

describe('in both languages and both themes a page has no barrier, no cut word and no foreign one', () => {
  test.each(PLACES)('$path for $as', async ({ path, as, until }) => {
    const storageState = await signedIn(server(), as);
    const page = await browser.newPage({ storageState, allowed: [/status of 404/] });
    await page.goto(server().origin + path);
    if (until !== undefined) await page.locator(until).first().waitFor({ state: 'attached' });
    await expectFaultless(page);
  });

  // What a meeting is and decided has no address that could be known beforehand.
  test.each([
    { path: '/meetings/{2}', as: 'reviewer', list: 'meetings' },
    { path: '/meetings/{1}/minutes', as: 'leader', list: 'meetings' },
    { path: '/meetings/{1}/desk', as: 'reviewer', list: 'meetings' },
    { path: '/meetings/{2}/brief', as: 'leader', list: 'meetings' },
    { path: '/actions/{3}', as: 'reviewer', list: 'actions' },
    { path: '/actions/{2}/notice', as: 'reporter', list: 'actions' },
  ])('$path for $as', async ({ path, as, list }) => {
    const storageState = await signedIn(server(), as);
    const page = await browser.newPage({ storageState });
    const answer = await page.request.get(`${server().origin}/api/plans/qetdz-2016/${list}`);
    const { items } = (await answer.json()) as { items: { id: string; number: number }[] };
    const idOf = (number: number) => items.find((one) => one.number === number)?.id ?? '';
    await page.goto(
      server().origin + path.replace(/\{(\d)\}/, (_, digit: string) => idOf(Number(digit))),
    );
    await expectFaultless(page);
  });

  test.each(['/sign-in', '/set-up', '/pair'])('%s for a stranger', async (path) => {
    const page = await browser.newPage();
    await page.goto(server().origin + path);
    await expectFaultless(page);
  });
});
