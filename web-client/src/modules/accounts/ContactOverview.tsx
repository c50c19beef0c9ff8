import { Button } from '@mantine/core';
import { common, languageNames } from '@shared/common';
import type { ContactPart } from '@shared/contactTab';
import { useHasDraft } from '@shared/drafts';
import { spokenName, useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useLanguage, useTexts } from '@shared/texts';
import { StatusDot } from '@shared/ui/Badges';
import { Facts, Section } from '@shared/ui/Facts';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { accountTexts } from './accountTexts';
import styles from './ContactOverview.module.css';
import { Confirm } from './ContactsToConfirm';
import { confirmTexts } from './confirmTexts';
import { EditContact } from './EditContact';
import { Roles } from './Roles';
import { StatusWithHistory } from './Status';
import { texts } from './texts';
import { type Contact, useContact } from './useContact';
import { WhyHeld } from './WhyHeld';
import { Works } from './Works';

/** Where the person works, the roles, who looks after the cooperation, and how to reach the person. */
export function ContactOverview({ contactId }: ContactPart) {
  const t = useTexts(texts);
  const a = useTexts(accountTexts);
  const c = useTexts(common);
  const confirming = useTexts(confirmTexts);
  const me = useMe();
  const languages = useTexts(languageNames);
  const { language } = useLanguage();
  const f = useFormat();
  const [editing, setEditing] = useState(false);
  const hasDraft = useHasDraft(me.user.id, `contact/${contactId}`);
  const loaded = useContact(contactId).data;
  if (!loaded) return null;
  const contact: Contact = loaded.value;
  const { address } = contact;
  const country = (code: string) =>
    /^[A-Z]{2}$/.test(code) ? new Intl.DisplayNames(language, { type: 'region' }).of(code) : code;
  const why = (field: string, label: string) => <WhyHeld contactId={contactId} field={field} label={label} />;

  return (
    <>
      <Works contact={contact} tag={loaded.tag} />
      <Roles contact={contact} />
      <Section title={a.followUp}>
        <Facts
          facts={[
            [
              a.status,
              <StatusWithHistory key="s" status={contact.status} history={contact.statusHistory} />,
              why('contact.status', a.status),
            ],
            [a.owner, contact.owner?.name ?? <span className="muted">{a.noOwner}</span>],
          ]}
        />
      </Section>
      <Section
        title={t.contactDetails}
        action={
          me.may('editContacts') &&
          !contact.isPassive && (
            <Button
              variant={hasDraft ? 'light' : 'subtle'}
              size="compact-sm"
              leftSection={<IconPencil size={15} aria-hidden />}
              onClick={() => setEditing(true)}
            >
              {hasDraft ? t.continueDraft : c.edit}
            </Button>
          )
        }
      >
        <Facts
          facts={[
            [t.lastName, contact.lastName, why('contact.lastName', t.lastName)],
            [t.firstNames, contact.firstNames, why('contact.firstNames', t.firstNames)],
            [t.calledName, contact.calledName, why('contact.calledName', t.calledName)],
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
              why('contactEmail.address', c.email),
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
              why('contactPhone.number', c.phone),
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
              why('contact.street', t.address),
            ],
            [t.language, named(languages, contact.language), why('contact.language', t.language)],
            [
              confirming.confirmedAt,
              <span key="c" className={styles.confirmed}>
                {contact.confirmedAt ? f.date(contact.confirmedAt) : <span className="muted">{confirming.never}</span>}
                {me.may('editContacts') && !contact.isPassive && <Confirm id={contact.id} name={spokenName(contact)} />}
              </span>,
            ],
          ]}
        />
      </Section>
      {editing && <EditContact contact={contact} tag={loaded.tag} onClose={() => setEditing(false)} />}
    </>
  );
}
