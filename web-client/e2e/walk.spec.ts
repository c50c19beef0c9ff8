import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Crm, expect, formOf, test } from './crm';

/**
 * Every screen of the route table, as those see it who work there. A screen is judged in two of the twelve ways of
 * showing it, which together have both languages, both themes, a phone and a desk; CRM_WALK=all takes all twelve over the
 * sample data, and leaves a picture of each in test-results/walk.
 */
const all = process.env.CRM_WALK === 'all';
const widths = [320, 390, 1440] as const;
const heights = { 320: 640, 390: 844, 1440: 900 };
type Way = { width: keyof typeof heights; language: 'fi' | 'en'; scheme: 'light' | 'dark' };
const ways: Way[] = (['fi', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((scheme) => widths.map((width) => ({ width, language, scheme }))),
);
/** By turns, so that neighbours differ, and over four screens every pair of choices has been met. */
const waysOf = (turn: number) => {
  const [language, other] = turn % 2 ? (['fi', 'en'] as const) : (['en', 'fi'] as const);
  const [scheme, opposite] = turn % 4 < 2 ? (['light', 'dark'] as const) : (['dark', 'light'] as const);
  const chosen: Way[] = [
    { width: turn % 3 ? 390 : 320, language, scheme },
    { width: 1440, language: other, scheme: opposite },
  ];
  return all ? ways : chosen;
};

type Ids = Record<string, string>;
type Walk = { who: string; needs?: (crm: Crm) => Promise<Ids>; screens: string[] };
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const person = (crm: Crm, firstNames: string, more: object = {}) =>
  crm.made('contacts', { lastName: 'Askelo', firstNames, ...more });

const walks: Walk[] = [
  {
    who: 'Aatu Asiakas',
    screens: [
      '/',
      '/contacts',
      '/contacts/$person',
      ...['timeline', 'messaging', 'rights', 'history'].map((tab) => `/contacts?person=$person&tab=${tab}`),
      '/contacts?q=eikukaan',
      '/accounts',
      '/accounts/$account',
      '/accounts?account=$account&tab=people',
      '/my-work',
      '/needs',
      '/duplicates',
      '/events',
      '/events/$event',
      '/events/$event/door',
    ],
    needs: async (crm) => {
      const account = await crm.made('accounts', { name: 'Askel Oy', municipality: 'Joensuu', status: 'active' });
      const phones = [{ number: `+35840${String(Date.now()).slice(-7)}`, kind: 'work' }];
      const emails = [{ address: `askelo.${Date.now()}@example.com`, kind: 'work', isPrimary: true }];
      const one = await person(crm, 'Aino', { phones, emails });
      await person(crm, 'Aini', { phones });
      await crm.made(`contacts/${one}/affiliations`, { accountId: account, title: 'HR Lead' });
      await crm.made(`contacts/${one}/roles`, { role: 'partner', basis: 'contract', source: 'staff' });
      const need = { text: 'Welders who read drawings', tags: ['welding'], urgency: 'high', accountId: account };
      await crm.made('activities', { kind: 'meeting', subject: 'Lunch', at: inDays(1), contactIds: [one], need });
      await crm.made('activities', { kind: 'task', subject: 'Send the minutes', dueOn: inDays(1).slice(0, 10) });
      const sessions = [{ startsAt: inDays(1), endsAt: inDays(1.1), place: 'Tikkarinne' }];
      const event = await crm.made('events', { name: 'Open evening', kind: 'event', sessions });
      await crm.made(`events/${event}/participants`, { contactId: one });
      return { person: one, account, event };
    },
  },
  {
    who: 'Alma Keksitty',
    screens: [
      '/alumni',
      '/alumni?person=$person',
      '/alumni?person=$person&tab=consents',
      '/alumni/find?form=guest-lecture',
      '/alumni/requests',
      '/alumni/mentoring',
      '/alumni/figures',
      '/target-groups',
      '/target-groups/new',
      '/target-groups/$group',
      '/mailing-lists',
      '/mailing-lists/new?roles=alumnus',
      '/mailing-lists/$list',
      '/mailing-lists/drift',
      '/imports',
      '/imports/new',
      '/imports/$preview',
      '/imports/$done',
    ],
    needs: async (crm) => {
      await crm.upload(formOf('tutkintotodistushakemukset_alumnit.xlsx'));
      const done = importOpen(crm);
      await crm.commit();
      await crm.upload(formOf('alumnirekisteroityminen_muokattu.xlsx'));
      const one = await firstOf(crm, 'alumni');
      await crm.made(`alumni/${one}/requests`, { form: 'guest-lecture', topic: 'Forestry', state: 'asked' });
      await crm.made(`alumni/${one}/mentorings`, { topic: 'First job', startsOn: '2026-09-01', state: 'active' });
      const definition = { all: [{ field: 'contact.role', is: ['alumnus'] }] };
      const group = await crm.made('target-groups', { name: `Walkers ${Date.now()}`, definition });
      const list = await listMade(crm);
      return { person: one, group, list, done, preview: importOpen(crm) };
    },
  },
  {
    who: 'Outi Osaaja',
    screens: [
      '/experts',
      '/experts/$person',
      '/experts?person=$person&tab=expert',
      '/expert-shortlists',
      '/expert-shortlists/$shortlist',
    ],
    needs: async (crm) => {
      await crm.upload(formOf('osaajapooli_Perusraportti.xlsx'));
      await crm.commit();
      const one = await firstOf(crm, 'experts');
      const shortlist = await crm.made('expert-shortlists', { name: 'Forest course', purpose: 'Two days' });
      await crm.done(`expert-shortlists/${shortlist}/experts`, { contactId: one });
      return { person: one, shortlist };
    },
  },
  {
    who: 'Tuire Tietosuoja',
    screens: [
      '/data-subject-requests',
      '/data-subject-requests/$request',
      '/erasure-queue',
      '/erasure-certificates',
      '/erasure-certificates/$certificate',
      '/disclosures',
      '/disclosures/$list',
      '/retention',
      '/purposes',
      '/privacy-notice',
      '/breaches',
      '/consent-texts',
      '/contacts?person=$person&tab=viewers',
      '/contacts?person=$person&tab=privacy',
    ],
    needs: async (crm) => {
      await crm.page.context().clearCookies();
      await crm.signInAs('Alma Keksitty');
      const [one, gone] = [await person(crm, 'Tuire'), await person(crm, 'Former')];
      const list = await listMade(crm);
      await crm.page.context().clearCookies();
      await crm.signInAs('Tuire Tietosuoja');
      const request = await crm.made('data-subject-requests', { kind: 'access', contactId: one, language: 'fi' });
      const erasure = await crm.made('data-subject-requests', { kind: 'erasure', contactId: gone, language: 'fi' });
      await crm.done(`data-subject-requests/${erasure}/identify`, { how: 'By phone' });
      await crm.done(`data-subject-requests/${erasure}/decide`, { decision: 'granted' });
      await crm.done(`data-subject-requests/${erasure}/carry-out`, {});
      const certificates = await (await crm.page.request.get('/api/v1/erasure-certificates')).json();
      const now = new Date().toISOString();
      await crm.made('breaches', { what: 'A stolen laptop', from: now, to: now, noticedAt: now });
      return { person: one, list, request, certificate: certificates.items[0].id };
    },
  },
  { who: 'Pauli Pääkäyttäjä', screens: ['/users', '/audit', '/code-lists'] },
  { who: '', screens: ['/signed-out', '/sign-in-problem'] },
];

const listMade = (crm: Crm) =>
  crm.made('mailing-list-exports', {
    name: 'Walkers',
    contactFilter: { roles: ['alumnus'] },
    channel: 'email',
    topic: 'alumni',
    purpose: 'Letter',
    recipient: 'liana',
    unit: 'communications',
  });

const importOpen = (crm: Crm) => new URL(crm.page.url()).pathname.split('/')[2] ?? '';
const firstOf = async (crm: Crm, list: 'alumni' | 'experts'): Promise<string> =>
  (await (await crm.page.request.get(`/api/v1/${list}?limit=1`)).json()).items[0].contactId;

/** What stands on one language's screens only, and the codes that no screen shows, out of every dictionary of the client. */
let words: Record<Way['language'] | 'codes', Set<string>>;
test.beforeAll(async () => {
  const source = join(process.cwd(), 'src');
  const files = (readdirSync(source, { recursive: true }) as string[]).filter((file) =>
    /(^|\/)(?!use)\w*(texts|common|codes)\.ts$/i.test(file),
  );
  const dictionaries = (await Promise.all(files.map((file) => import(join(source, file)))))
    .flatMap((module) => Object.values(module))
    .filter(
      (one): one is Record<Way['language'], object> => !!one && typeof one === 'object' && 'fi' in one && 'en' in one,
    );
  const said = (language: Way['language']) =>
    dictionaries
      .flatMap((one) => Object.values(one[language]))
      .filter((text): text is string => typeof text === 'string');
  const [finnish, english] = [new Set(said('fi')), new Set(said('en'))];
  const only = (one: Set<string>, other: Set<string>) => new Set([...one].filter((text) => !other.has(text)));
  const codes = new Set(dictionaries.flatMap((one) => Object.keys(one.fi)).filter((key) => key.includes('-')));
  words = { fi: only(finnish, english), en: only(english, finnish), codes };
  expect(words.fi.size).toBeGreaterThan(500);
});

test.describe('every screen', () => {
  // Each walk may go to a worker of its own.
  test.describe.configure({ mode: 'parallel' });
  test.afterEach(({ page }) =>
    page.request.put('/api/v1/me/language', { headers: { 'X-CSRF': '1' }, data: { language: 'fi' } }),
  );

  let turn = 0;
  for (const { who, screens, needs } of walks) {
    const first = turn;
    turn += screens.length;
    test(`as ${who || 'nobody'}`, async ({ crm, page }) => {
      test.setTimeout(all ? 1_200_000 : 300_000);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      if (who) await crm.signInAs(who);
      const ids = await needs?.(crm);
      // All of them, so that one walk tells all there is to mend.
      const faults: string[] = [];
      page.on('response', (answer) => answer.status() >= 400 && faults.push(`${answer.status()} ${answer.url()}`));
      for (const [step, screen] of screens.entries()) {
        const chosen = waysOf(first + step);
        // Opened as it is first seen, not narrowed afterwards.
        if (chosen[0]) await page.setViewportSize({ width: chosen[0].width, height: heights[chosen[0].width] });
        await page.goto(screen.replace(/\$(\w+)/g, (_, name) => ids?.[name] ?? name));
        for (const way of chosen) {
          await looksRight(crm, screen, way).catch((fault: Error) => faults.push(fault.message));
          if (all) await page.screenshot({ path: pictureOf(screen, way), animations: 'disabled' });
        }
      }
      expect(faults).toEqual([]);
    });
  }

  test('is walked', async ({ page }) => {
    await page.goto('/signed-out');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const routes = await page.evaluate(() =>
      Object.keys((globalThis as unknown as { __TSR_ROUTER__: { routesByPath: object } }).__TSR_ROUTER__.routesByPath),
    );
    const walked = walks.flatMap(({ screens }) =>
      screens.map((one) => one.replace(/\?.*/, '').replace(/\$\w+/g, '$id')),
    );
    expect([...new Set(walked)].sort()).toEqual(routes.sort());
  });
});

const pictureOf = (screen: string, { width, language, scheme }: Way) =>
  join('test-results', 'walk', `${screen.slice(1).replace(/\W+/g, '-') || 'home'}.${width}-${language}-${scheme}.png`);

async function looksRight(crm: Crm, screen: string, { width, language, scheme }: Way) {
  const { page } = crm;
  const state = `${screen}, ${width} px, ${language}, ${scheme}`;
  await page.emulateMedia({ colorScheme: scheme });
  await expect(page.locator('h1'), state).toHaveCount(1);
  if ((await page.locator('html').getAttribute('lang')) !== language) {
    // Where no open panel covers the buttons.
    await page.setViewportSize({ width: 1440, height: heights[1440] });
    await speak(page, language);
  }
  await page.setViewportSize({ width, height: heights[width] });
  await expect(page.locator(`html[lang=${language}]`), state).toBeAttached();
  await expect(page.locator('[aria-busy=true]'), state).toHaveCount(0);
  await crm.isAccessible(state, 'closed', false);
  if (width < 600) {
    // On a phone the columns that stay fit: nobody finds what is cut at the edge.
    const cut = await page
      .getByRole('table')
      .evaluateAll((tables) => tables.filter((one) => one.matches('div') && one.scrollWidth > one.clientWidth).length);
    expect(cut, `${state}: a list is cut at its edge`).toBe(0);
  }
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode())
      if (!walker.currentNode.parentElement?.closest('[translate=no], [lang]:not(html)'))
        found.push(walker.currentNode.textContent ?? '');
    for (const one of document.querySelectorAll('[aria-label], [placeholder], [title]'))
      for (const name of ['aria-label', 'placeholder', 'title']) found.push(one.getAttribute(name) ?? '');
    return found.map((text) => text.trim()).filter(Boolean);
  });
  const foreign = words[language === 'fi' ? 'en' : 'fi'];
  const wrong = texts.filter(
    (text) => foreign.has(text) || words.codes.has(text) || /\b(undefined|NaN|Invalid Date)\b|\[object/.test(text),
  );
  expect(wrong, `${state}: words of the other language, or of none`).toEqual([]);
}

/** In place; those without a session have no buttons for it. */
async function speak(page: Page, language: Way['language']) {
  const button = page.locator(`header button[lang=${language}]`);
  if (await button.isVisible()) return button.press('Enter');
  await page.evaluate((value) => localStorage.setItem('crm.language', value), language);
  await page.reload();
}
