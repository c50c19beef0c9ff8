import { describe, expect, test } from 'vitest';
import { timelineText } from './timelineText';

describe('the sentence of an event', () => {
  test.each([
    ['created', {}, 'Henkilö lisättiin rekisteriin'],
    ['created', { useCase: 'AddAccount' }, 'Organisaatio lisättiin rekisteriin'],
    ['status', { status: 'active' }, 'Yhteistyön tila: käynnissä'],
    ['affiliation', { act: 'joined', account: 'Taiga Oy', title: 'Johtaja' }, 'Alkoi: Taiga Oy, Johtaja'],
    ['affiliation', { act: 'left', people: [{ id: 'c1', name: 'Laine Helmi' }] }, 'Päättyi: Laine Helmi'],
    [
      'need',
      { text: 'Hitsaajia', field: '07', tags: ['hitsaus'], urgency: 'high' },
      'Hitsaajia\nTekniikan alat · Kiireellinen · hitsaus',
    ],
    ['consent', { purpose: 'email.alumni', kind: 'withdrawn' }, 'Alumniviestit sähköpostilla: peruttu'],
    ['role', { role: 'alumnus', basis: 'consent' }, 'Rooli Alumni alkoi (suostumus)'],
    ['block', { channel: 'email', reason: 'Pyysi' }, 'Viestintäesto: Sähköposti (Pyysi)'],
    ['block', { reason: 'Pyysi' }, 'Viestintäesto: kaikki viestintä (Pyysi)'],
    ['disclosure', { name: 'Joulukirje', recipient: 'liana' }, 'Luovutettu postituslistalla Joulukirje (Liana Mailer)'],
    ['import', { fileName: 'alumnit.xlsx', row: '14' }, 'Tuotu tiedostosta alumnit.xlsx, rivi 14'],
  ])('%s %j', (kind, details, sentence) => {
    expect(timelineText('fi', kind, details as Record<string, unknown>)).toBe(sentence);
  });

  test('a kind that this client does not know still says something', () => {
    expect(timelineText('en', 'merged', { with: 'Laine Helmi' })).toBe('Laine Helmi');
  });
});
