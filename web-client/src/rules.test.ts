import { describe, expect, test } from 'vitest';

const sources = import.meta.glob<string>('./**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
const files = Object.entries(sources).filter(([path]) => !/\.test\.tsx?$|\/test\/|schema\.d\.ts$/.test(path));
const imports = (text: string) => [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');
const within = (folder: string) => files.filter(([path]) => path.startsWith(`./${folder}/`));

describe('the direction is shared -> modules -> app', () => {
  test('there is something to check', () => {
    expect(files.length).toBeGreaterThan(80);
    expect(
      within('modules')
        .flatMap(([, text]) => imports(text))
        .some((to) => to.startsWith('@shared/')),
    ).toBe(true);
  });

  test('modules never import each other, nor the application', () => {
    const wrong = within('modules').flatMap(([path, text]) => {
      const own = path.split('/')[2];
      return imports(text)
        .filter(
          (to) =>
            to.startsWith('@app/') ||
            (to.startsWith('@modules/') && !to.startsWith(`@modules/${own}/`)) ||
            to.startsWith('../'),
        )
        .map((to) => `${path} imports ${to}`);
    });
    expect(wrong).toEqual([]);
  });

  test('shared and api import neither modules nor the application', () => {
    const wrong = [...within('shared'), ...within('api')].flatMap(([path, text]) =>
      imports(text)
        .filter((to) => to.startsWith('@app/') || to.startsWith('@modules/'))
        .map((to) => `${path} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('only the api folder fetches, but for signing out', () => {
    const wrong = files.filter(
      ([path, text]) => !path.startsWith('./api/') && path !== './app/Preferences.tsx' && /\bfetch\(/.test(text),
    );
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  test('what Mantine leaves nameless is used through shared/ui only', () => {
    const wrong = within('modules').filter(([, text]) =>
      /\b(Modal|Drawer|Popover|notifications)\b[^']*from '@mantine/.test(text),
    );
    expect(wrong.map(([path]) => path)).toEqual([]);
  });
});

test('no component is longer than 250 lines', () => {
  const long = files.filter(([path, text]) => path.endsWith('.tsx') && text.split('\n').length > 251);
  expect(long.map(([path]) => path)).toEqual([]);
});
