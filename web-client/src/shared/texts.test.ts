import { describe, expect, test } from 'vitest';
import { dictionary, named } from './texts';

const modules = import.meta.glob<Record<string, unknown>>('../**/{texts,listTexts,common,purposes}.ts', {
  eager: true,
});

describe('texts', () => {
  test('each language has its own words', () => {
    const texts = dictionary({ people: { fi: (n: number) => `${n} henkilöä`, en: (n: number) => `${n} people` } });
    expect(texts.fi.people(3)).toBe('3 henkilöä');
    expect(texts.en.people(3)).toBe('3 people');
  });

  test('a code without a name stands for itself', () => {
    expect(named({ given: 'annettu' }, 'given')).toBe('annettu');
    expect(named({ given: 'annettu' }, 'unheard-of')).toBe('unheard-of');
  });

  test('no text of any module is empty', () => {
    const empty: string[] = [];
    for (const [path, module] of Object.entries(modules))
      for (const [name, value] of Object.entries(module))
        if (value && typeof value === 'object' && 'fi' in value && 'en' in value)
          for (const language of ['fi', 'en'] as const)
            for (const [key, text] of Object.entries((value as Record<string, object>)[language] ?? {}))
              if (text === '') empty.push(`${path} ${name}.${key} ${language}`);
    expect(Object.keys(modules).length).toBeGreaterThan(5);
    expect(empty).toEqual([]);
  });
});
