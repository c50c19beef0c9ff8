import { client } from '@api/client';
import { Button, Group, Switch } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { Avatar, PassiveTag, Tag } from '@shared/ui/Badges';
import { Section } from '@shared/ui/Facts';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap, usePages } from '@shared/usePages';
import { IconUserPlus, IconUserSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { accountTexts } from './accountTexts';
import styles from './ContactOverview.module.css';
import { EditContact } from './EditContact';
import type { Account } from './useAccount';
import { WorkForm } from './WorkForm';

/** Who works there, by name; those who left when asked for. */
export function AccountPeople({ account }: { account: Account }) {
  const t = useTexts(accountTexts);
  const f = useFormat();
  const me = useMe();
  const [former, setFormer] = useState(false);
  const [form, setForm] = useState<'existing' | 'new'>();
  const may = me.may('editContacts') && !account.isPassive;
  const people = usePages(['account', account.id, 'people', former], ({ cursor, count, signal }) =>
    unwrap(
      client.GET('/api/v1/accounts/{id}/contacts', {
        params: { path: { id: account.id }, query: { current: former ? undefined : true, cursor, count, limit: 50 } },
        signal,
      }),
    ),
  );
  const picked = { id: account.id, name: account.name };

  return (
    <Section
      title={people.total ? `${t.people} (${f.number(people.total)})` : t.people}
      action={
        <Switch size="xs" label={t.showFormer} checked={former} onChange={(e) => setFormer(e.currentTarget.checked)} />
      }
    >
      {may && (
        <Group gap={8}>
          <Button
            size="compact-md"
            fz="sm"
            leftSection={<IconUserPlus size={17} aria-hidden />}
            onClick={() => setForm('new')}
          >
            {t.brandNew}
          </Button>
          <Button
            size="compact-md"
            fz="sm"
            variant="default"
            leftSection={<IconUserSearch size={17} aria-hidden />}
            onClick={() => setForm('existing')}
          >
            {t.fromRegister}
          </Button>
        </Group>
      )}
      {people.error ? (
        <ErrorState error={people.error} onRetry={() => people.retry()} />
      ) : people.loading ? (
        <Loading lines={4} height={40} />
      ) : people.rows.length === 0 ? (
        <p className="muted">{t.noPeople}</p>
      ) : (
        <ul className={styles.cards}>
          {people.rows.map((person) => (
            <li key={person.affiliationId}>
              <Avatar name={person.name} />
              <div className={styles.cardWords}>
                <p className={styles.cardName}>
                  <Link
                    to="."
                    search={(now: object) => ({ ...now, person: person.contactId, account: undefined, tab: undefined })}
                  >
                    {person.name}
                  </Link>
                  {person.isPassive && <PassiveTag />}
                  {person.validTo && <Tag>{t.until(f.date(person.validTo))}</Tag>}
                </p>
                {(person.title || person.roleThere) && (
                  <p className="small">{[person.title, person.roleThere].filter(Boolean).join(' · ')}</p>
                )}
                {person.email && (
                  <p className="small">
                    <a href={`mailto:${person.email}`}>{person.email}</a>
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {people.more.has && (
        <Button variant="default" size="compact-md" loading={people.more.loading} onClick={() => people.more.load()}>
          {t.more}
        </Button>
      )}
      {form === 'new' && <EditContact account={picked} onClose={() => setForm(undefined)} />}
      {form === 'existing' && <WorkForm account={picked} onClose={() => setForm(undefined)} />}
    </Section>
  );
}
