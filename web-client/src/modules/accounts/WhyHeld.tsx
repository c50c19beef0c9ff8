import { client } from '@api/client';
import { basisNames, roleNames } from '@shared/common';
import { useFormat } from '@shared/format';
import { dictionary, named, useLanguage, useTexts } from '@shared/texts';
import { RoleBadge } from '@shared/ui/Badges';
import { ErrorState, Loading } from '@shared/ui/States';
import { Why } from '@shared/ui/Why';
import { unwrap } from '@shared/usePages';
import { useSourceText } from '@shared/useSourceText';
import { useQuery } from '@tanstack/react-query';
import styles from './ContactOverview.module.css';

const texts = dictionary({
  why: {
    fi: (field: string) => `Miksi tämä on rekisterissä: ${field}`,
    en: (field: string) => `Why we hold this: ${field}`,
  },
  title: { fi: 'Miksi tämä on rekisterissä?', en: 'Why do we hold this?' },
  from: { fi: (source: string) => `Tieto on saatu: ${source}.`, en: (source: string) => `It comes from ${source}.` },
  none: {
    fi: 'Henkilöllä ei ole voimassa olevaa roolia, joka tätä tarvitsee. Tarkista, onko tietoa tarpeen säilyttää.',
    en: 'No present role of the person needs this. Check whether it should be kept.',
  },
  basis: {
    fi: (basis: string, source: string) => `Peruste: ${basis} · Lähde: ${source}`,
    en: (basis: string, source: string) => `Basis: ${basis} · Source: ${source}`,
  },
  until: { fi: (date: string) => `Päättyy ${date}.`, en: (date: string) => `Until ${date}.` },
  withdrawal: {
    fi: 'Kunnes suostumus perutaan, milloin tahansa.',
    en: 'Until the consent is withdrawn, at any time.',
  },
  'agreement-over': {
    fi: 'Kunnes sopimus on päättynyt ja arkistointiaika kulunut.',
    en: 'Until the agreement is over and its archive time has passed.',
  },
  'objection-or-inactivity': {
    fi: 'Kunnes henkilö vastustaa käsittelyä tai säilytysaika kuluu ilman toimintaa.',
    en: 'Until the person objects, or the retention time passes without activity.',
  },
  law: { fi: 'Lain säätämän ajan.', en: 'For as long as the law requires.' },
});

const purposeWords = dictionary({
  'customer-care': { fi: 'asiakkuuksien hoito', en: 'customer care' },
  partnership: { fi: 'kumppanuudet', en: 'partnerships' },
  'internship-thesis': { fi: 'harjoittelu ja opinnäytetyöt', en: 'internships and theses' },
  rdi: { fi: 'TKI-toiminta', en: 'RDI' },
  alumni: { fi: 'alumnitoiminta', en: 'alumni relations' },
  'expert-pool': { fi: 'osaajapooli', en: 'expert pool' },
  participation: { fi: 'tapahtumat ja koulutus', en: 'events and training' },
});

type Props = { contactId: string; field: string; label: string };

/** The purposes, bases and sources that a field stands on, and when they end. */
export function WhyHeld({ contactId, field, label }: Props) {
  const t = useTexts(texts);
  return <Why label={t.why(label)}>{() => <Grounds contactId={contactId} field={field} />}</Why>;
}

function Grounds({ contactId, field }: { contactId: string; field: string }) {
  const t = useTexts(texts);
  const bases = useTexts(basisNames);
  const roles = useTexts(roleNames);
  const purposes = useTexts(purposeWords);
  const { language } = useLanguage();
  const f = useFormat();
  const source = useSourceText();
  const known = useQuery({
    queryKey: ['grounds', contactId],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/contacts/{id}/grounds', { params: { path: { id: contactId } }, signal })),
    staleTime: 60_000,
  });
  if (known.isPending) return <Loading lines={3} height={14} />;
  if (known.error) return <ErrorState error={known.error} />;
  const held = known.data.fields.find((one) => one.field === field);
  const grounds = known.data.grounds.filter((ground) => held?.purposes.includes(ground.purpose));
  const from = language === 'fi' ? held?.sourceFi : held?.sourceEn;
  return (
    <div className={styles.grounds}>
      <h3>{t.title}</h3>
      {grounds.length === 0 && <p>{t.none}</p>}
      <ul className={styles.lines}>
        {grounds.map((ground) => (
          <li key={`${ground.role}${ground.startedOn}`}>
            <p>
              <RoleBadge role={ground.role} />
              <span className="visually-hidden">{named(roles, ground.role)}</span>{' '}
              <span>{named(purposes, ground.purpose)}</span>
            </p>
            <p className="muted small">{t.basis(named(bases, ground.basis), source(ground.source))}</p>
            <p className="muted small">
              {ground.until ? t.until(f.date(ground.until)) : named({ ...t } as Record<string, unknown>, ground.ends)}
            </p>
          </li>
        ))}
      </ul>
      {from && <p className="muted small">{t.from(from)}</p>}
    </div>
  );
}
