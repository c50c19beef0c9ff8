import { Button } from '@mantine/core';
import { basisNames, common, languageNames } from '@shared/common';
import type { ContactPart } from '@shared/contactTab';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useLanguage, useTexts } from '@shared/texts';
import { RoleBadge, StatusDot } from '@shared/ui/Badges';
import { Facts, Section } from '@shared/ui/Facts';
import { useSourceText } from '@shared/useSourceText';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './ContactOverview.module.css';
import { EditContact } from './EditContact';
import { texts } from './texts';
import { type Contact, useContact } from './useContact';

/** Roles with the ground they stand on, and how to reach the person. */
export function ContactOverview({ contactId }: ContactPart) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const me = useMe();
  const bases = useTexts(basisNames);
  const languages = useTexts(languageNames);
  const { language } = useLanguage();
  const f = useFormat();
  const source = useSourceText();
  const [editing, setEditing] = useState(false);
  const loaded = useContact(contactId).data;
  if (!loaded) return null;
  const contact: Contact = loaded.value;
  const { address } = contact;
  const country = (code: string) =>
    /^[A-Z]{2}$/.test(code) ? new Intl.DisplayNames(language, { type: 'region' }).of(code) : code;

  return (
    <>
      <Section title={c.roles}>
        {contact.roles.length === 0 && <p className="muted">{t.noRoles}</p>}
        {contact.roles.map((role) => (
          <div key={role.id} className={styles.role}>
            <RoleBadge role={role.role} />
            <div>
              <p>{t.since(f.date(role.startedOn), role.endedOn ? f.date(role.endedOn) : '')}</p>
              <p className="muted small">
                {t.basis(named(bases, role.basis))} · {t.source(source(role.source))}
              </p>
            </div>
          </div>
        ))}
      </Section>
      <Section
        title={t.contactDetails}
        action={
          me.may('editContacts') &&
          !contact.isPassive && (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPencil size={15} aria-hidden />}
              onClick={() => setEditing(true)}
            >
              {c.edit}
            </Button>
          )
        }
      >
        <Facts
          facts={[
            [t.firstNames, contact.firstNames],
            [
              c.email,
              contact.emails.length > 0 && (
                <ul className={styles.lines}>
                  {contact.emails.map((email) => (
                    <li key={email.address}>
                      <a href={`mailto:${email.address}`}>{email.address}</a>
                      {email.kind === 'work' && <span className="muted small"> {t.work}</span>}
                      {email.undeliverableSince && (
                        <div className="small">
                          <StatusDot tone="bad">{t.undeliverable(f.date(email.undeliverableSince))}</StatusDot>
                        </div>
                      )}
                    </li>
                  ))}
                </ul>
              ),
            ],
            [
              c.phone,
              contact.phones.length > 0 && (
                <ul className={styles.lines}>
                  {contact.phones.map((phone) => (
                    <li key={phone.number}>
                      <a href={`tel:${phone.number.replaceAll(' ', '')}`}>{phone.number}</a>
                      {phone.kind === 'work' && <span className="muted small"> {t.work}</span>}
                    </li>
                  ))}
                </ul>
              ),
            ],
            [
              t.address,
              address &&
                [
                  address.street,
                  [address.postalCode, address.town].filter(Boolean).join(' '),
                  address.country && address.country !== 'FI' ? country(address.country) : undefined,
                ]
                  .filter(Boolean)
                  .join(', '),
            ],
            [t.language, named(languages, contact.language)],
          ]}
        />
      </Section>
      {editing && <EditContact contact={contact} tag={loaded.tag} onClose={() => setEditing(false)} />}
    </>
  );
}
