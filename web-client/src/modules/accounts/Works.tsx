import { client } from '@api/client';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { common } from '@shared/common';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { PassiveTag, Tag } from '@shared/ui/Badges';
import { Section } from '@shared/ui/Facts';
import { useToast } from '@shared/useToast';
import { IconCalendarOff, IconDots, IconPencil, IconPlus, IconStar } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { accountTexts } from './accountTexts';
import styles from './ContactOverview.module.css';
import { type Contact, useFreshPeople } from './useContact';
import { WorkForm } from './WorkForm';

export type Place = Contact['affiliations'][number];

/** The organisations a person belongs to: the primary and present ones first. */
export function Works({ contact, tag }: { contact: Contact; tag: string }) {
  const t = useTexts(accountTexts);
  const c = useTexts(common);
  const f = useFormat();
  const me = useMe();
  const show = useToast();
  const fresh = useFreshPeople();
  const [form, setForm] = useState<{ place?: Place; ending?: boolean }>();
  const may = me.may('editContacts') && !contact.isPassive;

  const makePrimary = async (place: Place, version: string, back?: Place) => {
    const { error, response } = await client.PATCH('/api/v1/contacts/{id}/affiliations/{affiliationId}', {
      params: { path: { id: contact.id, affiliationId: place.id }, header: { 'If-Match': version } },
      body: { isPrimary: true },
    });
    if (error) return show.failed(error);
    await fresh();
    const next = response.headers.get('ETag') ?? '';
    show.done(t.madePrimary(place.account.name), back && (() => makePrimary(back, next)));
  };

  return (
    <Section
      title={t.works}
      action={
        may && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setForm({})}
          >
            {t.addWork}
          </Button>
        )
      }
    >
      {contact.affiliations.length === 0 && <p className="muted">{t.noWorks}</p>}
      {contact.affiliations.length > 0 && (
        <ul className={styles.cards}>
          {contact.affiliations.map((place) => (
            <li key={place.id}>
              <div className={styles.cardWords}>
                <p className={styles.cardName}>
                  <Link
                    to="."
                    search={(now: object) => ({ ...now, account: place.account.id, person: undefined, tab: undefined })}
                  >
                    {place.account.name}
                  </Link>
                  {place.isPrimary && <Tag tone="good">{t.primary}</Tag>}
                  {place.account.isPassive && <PassiveTag />}
                </p>
                {(place.title || place.roleThere) && (
                  <p>{[place.title, place.roleThere].filter(Boolean).join(' · ')}</p>
                )}
                {(place.validFrom || place.validTo) && (
                  <p className="muted small">
                    {place.validFrom ? f.date(place.validFrom) : ''} – {place.validTo ? f.date(place.validTo) : ''}
                  </p>
                )}
              </div>
              {may && (
                <Menu position="bottom-end" withInitialFocusPlaceholder={false} keepMounted={false}>
                  <Menu.Target>
                    <ActionIcon aria-label={t.actionsOf(place.account.name)}>
                      <IconDots size={18} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setForm({ place })}>
                      {c.edit}
                    </Menu.Item>
                    {!place.isPrimary && !place.validTo && (
                      <Menu.Item
                        leftSection={<IconStar size={16} />}
                        onClick={() =>
                          makePrimary(
                            place,
                            tag,
                            contact.affiliations.find((other) => other.isPrimary),
                          )
                        }
                      >
                        {t.makePrimary}
                      </Menu.Item>
                    )}
                    {!place.validTo && (
                      <Menu.Item
                        leftSection={<IconCalendarOff size={16} />}
                        onClick={() => setForm({ place, ending: true })}
                      >
                        {t.endWork}
                      </Menu.Item>
                    )}
                  </Menu.Dropdown>
                </Menu>
              )}
            </li>
          ))}
        </ul>
      )}
      {form && (
        <WorkForm
          contactId={contact.id}
          tag={tag}
          place={form.place}
          ending={form.ending}
          onClose={() => setForm(undefined)}
        />
      )}
    </Section>
  );
}
