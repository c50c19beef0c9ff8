import { Button, Group } from '@mantine/core';
import { spokenName, useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { Avatar, RoleBadges } from '@shared/ui/Badges';
import { IconMail, IconPhone, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PassivateContact } from './PassivateContact';
import styles from './PersonHead.module.css';
import { texts } from './texts';
import type { Contact } from './useContact';

export function PersonHead({ contact }: { contact: Contact }) {
  const t = useTexts(texts);
  const f = useFormat();
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const name = spokenName(contact);
  const email = contact.emails.find((one) => one.isPrimary) ?? contact.emails[0];
  const phone = contact.phones.find((one) => one.isPrimary) ?? contact.phones[0];
  const work = contact.affiliations.find((place) => !place.validTo);
  const roles = contact.roles.filter((role) => !role.endedOn).map((role) => role.role);

  return (
    <div className={styles.head}>
      <div className={styles.who}>
        <Avatar name={name} size="lg" />
        <div className={styles.words}>
          <h2 className={styles.name}>{name}</h2>
          {work && (
            <p>
              {work.title && `${work.title}, `}
              <Link
                to="."
                search={(now: object) => ({ ...now, account: work.account.id, person: undefined, tab: undefined })}
              >
                {work.account.name}
              </Link>
            </p>
          )}
          <span className={styles.line}>
            {roles.length > 0 && <RoleBadges roles={[...new Set(roles)]} most={3} />}
            {contact.address?.town && <span className="muted">{contact.address.town}</span>}
          </span>
        </div>
      </div>
      {contact.isPassive && (
        <p className={styles.banner}>{t.passiveBanner(f.date(contact.passiveSince), contact.passiveReason ?? '')}</p>
      )}
      <Group gap={8}>
        {email && !contact.isPassive && (
          <Button
            size="compact-md"
            fz="sm"
            variant="default"
            component="a"
            href={`mailto:${email.address}`}
            leftSection={<IconMail size={17} aria-hidden />}
          >
            {t.writeEmail}
          </Button>
        )}
        {phone && !contact.isPassive && (
          <Button
            size="compact-md"
            fz="sm"
            variant="default"
            component="a"
            href={`tel:${phone.number.replaceAll(' ', '')}`}
            leftSection={<IconPhone size={17} aria-hidden />}
          >
            {t.call}
          </Button>
        )}
        {me.may('editContacts') && (
          <Button
            size="compact-md"
            fz="sm"
            variant={contact.isPassive ? 'filled' : 'default'}
            leftSection={
              contact.isPassive ? <IconUserCheck size={17} aria-hidden /> : <IconUserOff size={17} aria-hidden />
            }
            onClick={() => setAsking(true)}
          >
            {contact.isPassive ? t.activate : t.passivate}
          </Button>
        )}
      </Group>
      {asking && <PassivateContact contact={contact} onClose={() => setAsking(false)} />}
    </div>
  );
}
