import type { Locator, Page } from 'playwright-core';
import { zhCN } from '../../../shared/i18n/zh-CN.ts';

const { accounts, app } = zhCN;

/** The field with exactly this label. */
export function field(within: Page | Locator, label: string): Locator {
  return within.getByLabel(label, { exact: true });
}

export function button(within: Page | Locator, name: string): Locator {
  return within.getByRole('button', { name, exact: true });
}

/** Types a user name and a password into the sign-in page, in Chinese, and presses the button. */
export async function typeSignIn(page: Page, username: string, password: string): Promise<void> {
  await field(page, accounts.username).fill(username);
  await field(page, accounts.password).fill(password);
  await button(page, accounts.signIn).click();
}

/** Signs out by the menu under the own name. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: app.account.menu }).click();
  await button(page, app.account.signOut).click();
  await page.waitForURL('**/sign-in');
}

/** A row of a table by what its row heading says. */
export function row(page: Page, heading: string | RegExp): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: heading }) });
}

/** Goes to a place of the main navigation, as the words of `app.nav` name it. */
export async function goTo(page: Page, name: Exclude<keyof typeof app.nav, 'label' | 'more'>) {
  const navigation = page.getByRole('navigation', { name: app.nav.label });
  await navigation.getByRole('link', { name: app.nav[name], exact: true }).click();
}
