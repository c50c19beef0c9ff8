import { describe, expect, test } from 'vitest';
import { timelineText } from './timelineText';

describe('the sentence of an event', () => {
  test.each([
    ['created', {}, 'Henkilö lisättiin rekisteriin'],
    ['consent', { purpose: 'email.alumni', kind: 'withdrawn' }, 'Alumniviestit sähköpostilla: peruttu'],
    ['role', { role: 'alumnus', basis: 'consent' }, 'Rooli Alumni alkoi (suostumus)'],
    ['block', { channel: 'email', reason: 'Pyysi' }, 'Viestintäesto: Sähköposti (Pyysi)'],
    ['block', { reason: 'Pyysi' }, 'Viestintäesto: kaikki viestintä (Pyysi)'],
    ['disclosure', { name: 'Joulukirje', recipient: 'liana' }, 'Luovutettu postituslistalla Joulukirje (Liana Mailer)'],
    ['import', { fileName: 'alumnit.xlsx', row: '14' }, 'Tuotu tiedostosta alumnit.xlsx, rivi 14'],
  ])('%s %j', (kind, details, sentence) => {
    expect(timelineText('fi', kind, details as Record<string, string>)).toBe(sentence);
  });

  test('a kind that this client does not know still says something', () => {
    expect(timelineText('en', 'merged', { with: 'Laine Helmi' })).toBe('Laine Helmi');
  });
});
