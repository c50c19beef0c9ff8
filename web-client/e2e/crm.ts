import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { startStack } from './stack';

const forms = join(process.cwd(), '..', 'tests', 'data', 'webropol');

/** A made-up export of a form. */
export const formOf = (name: string) => join(forms, name);

type Truth = { expect: string; code: string | null; last: string; first: string; email: string; news: boolean };
/** What each row of a made-up form must become. */
export const truthOf = (name: string): Truth[] =>
  JSON.parse(readFileSync(join(forms, 'truth', name.replace(/\.\w+$/, '.json')), 'utf8'));

/** Tab until it has the focus, and the arrows among the tabs of a row: what cannot be reached cannot be used. */
export async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeEnabled();
  const where = (element: Element) => ({
    here: element === document.activeElement,
    beside: element.role === 'tab' && element.parentElement?.contains(document.activeElement),
  });
  for (let step = 0; step < 120; step += 1) {
    const { here, beside } = await target.evaluate(where);
    if (here) break;
    await page.keyboard.press(beside ? 'ArrowRight' : 'Tab');
  }
  await expect(target).toBeFocused();
}

export class Crm {
  constructor(readonly page: Page) {}

  async signInAs(name: string, at = '/') {
    await this.page.goto(at);
    const pick = this.page.getByRole('button', { name: new RegExp(name) });
    await expect(
      pick.or(this.page.getByRole('navigation', { name: /Päävalikko|Main navigation/ })).first(),
    ).toBeVisible();
    if (await pick.isVisible()) await pick.click();
    await expect(this.page.locator('#content')).toBeVisible();
  }

  heading(name: string | RegExp) {
    return this.page.getByRole('heading', { level: 1, name });
  }

  /** Chosen by mouse, as a file dialog would give it. */
  async upload(file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) {
    await this.page.goto('/imports/new');
    await expect(this.page.getByRole('button', { name: 'Valitse tiedosto' })).toBeVisible();
    await this.page.locator('input[type=file]').setInputFiles(file);
    await expect(this.page).toHaveURL(/\/imports\/[0-9a-f-]{36}/);
  }

  async commit() {
    await this.page.getByRole('button', { name: /^Tuo (1 rivi|\d+ riviä)$/ }).click();
    await expect(this.page.getByRole('heading', { name: 'Tuonti on valmis' })).toBeVisible({ timeout: 60_000 });
  }

  async undo() {
    await this.page.getByRole('button', { name: 'Kumoa tuonti' }).click();
    await this.page.getByRole('button', { name: 'Kumoa', exact: true }).click();
    await expect(this.page.getByRole('heading', { name: 'Tuonti on kumottu' })).toBeVisible({ timeout: 60_000 });
  }

  private ask(method: string, path: string, body: object) {
    return this.page.evaluate(
      async ([method, address, body]) => {
        const version = method === 'PATCH' && (await fetch(address)).headers.get('ETag');
        const headers = { 'Content-Type': 'application/json', 'X-CSRF': '1', ...(version && { 'If-Match': version }) };
        const answer = await fetch(address, { method, headers, body });
        return { status: answer.status, id: (await answer.json().catch(() => ({}))).id as string };
      },
      [method, `/api/v1/${path}`, JSON.stringify(body)] as const,
    );
  }

  /** Something that the journey needs and does not show. */
  async made(path: string, body: object) {
    const answer = await this.ask('POST', path, body);
    expect(answer.status).toBe(201);
    return answer.id;
  }

  /** A step of a journey that is not the one shown. */
  async done(path: string, body: object) {
    expect([200, 204]).toContain((await this.ask('POST', path, body)).status);
  }

  /** The register changed by somebody else, behind the page's back. */
  async changedElsewhere(path: string, changes: object) {
    expect((await this.ask('PATCH', path, changes)).status).toBe(200);
  }

  /**
   * No finding of axe on what is shown now, and nothing wider than the window.
   * An open menu covers its neighbours, so their size (WCAG 2.2, beyond what is asked of us) is not judged then.
   */
  async isAccessible(state: string, menu: 'closed' | 'open' = 'closed', slides = true) {
    // What slides in is judged when it has come to rest.
    if (slides) await this.page.waitForTimeout(350);
    await this.page.evaluate(() => {
      const ends = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
      return Promise.allSettled(ends.map((one) => one.finished)).then(() => undefined);
    });
    // In the page itself: without foreign frames a second, blank page to sum up in would only cost time.
    const found = await new AxeBuilder({ page: this.page })
      .setLegacyMode()
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', ...(menu === 'open' ? [] : ['wcag22aa'])])
      .analyze();
    const faults = found.violations.flatMap((fault) =>
      fault.nodes.map(
        (node) => `${state}: ${fault.id} ${node.html.slice(0, 140)} ${node.failureSummary?.slice(0, 200)}`,
      ),
    );
    expect(faults).toEqual([]);
    const over = await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, `${state}: wider than the window`).toBeLessThanOrEqual(0);
  }
}

/** A page that fails a test when it logs an error: a broken policy, a fault of ours. */
export const test = base.extend<{ crm: Crm }, { address: string }>({
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const stack = await startStack();
      await use(stack.address);
      await stack.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ address }, use) => use(address),
  crm: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      // A refused request is part of some journeys; its own test looks at what is shown.
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) errors.push(message.text());
    });
    await use(new Crm(page));
    expect(errors).toEqual([]);
  },
});

export { expect } from '@playwright/test';
