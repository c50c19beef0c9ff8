import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultText } from './faultText';
import { problemsInFinnish } from './problemText';

const root = '..';

test('each cause of a problem has words in Finnish', () => {
  const listed = [...readFileSync(`${root}/docs/problems.md`, 'utf8').matchAll(/^\| `([a-z-]+)` \|/gm)].map(
    ([, type]) => type ?? '',
  );
  expect(listed.length).toBeGreaterThan(50);
  expect(listed.filter((type) => !problemsInFinnish[type])).toEqual([]);
});

test('each fault of a field has words in Finnish', () => {
  const said = readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.cs') && !/(^|\/)(obj|bin|Public)\//.test(file))
    .flatMap((file) => [
      ...readFileSync(`${root}/src/${file}`, 'utf8').matchAll(
        /(?:WithMessage\(|Refusal\.Field\([^;]*?, )\s*\$?"([A-Z0-9][^"]+)"/g,
      ),
    ])
    .map(([, message]) => message ?? '');
  expect(said.length).toBeGreaterThan(50);
  expect([...new Set(said)].filter((message) => faultText('fi', message) === message)).toEqual([]);
});
