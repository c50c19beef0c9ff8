import { client } from '@api/client';
import type { Problem } from '@api/problem';
import { Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { dictionary, useTexts } from '@shared/texts';
import { Notice } from '@shared/ui/Notice';
import { useAddress } from '@shared/useAddress';
import { unwrap } from '@shared/usePages';
import { IconAlertTriangle, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';

const texts = dictionary({
  title: { fi: 'Rekisterissä on jo samankaltaisia', en: 'The register has something alike' },
  owns: { fi: 'Y-tunnus on jo rekisterissä', en: 'The business ID is in the register already' },
  open: { fi: (name: string) => `Avaa ${name}`, en: (name: string) => `Open ${name}` },
  openKnown: { fi: 'Avaa nykyinen organisaatio', en: 'Open the known organisation' },
});

export type Known = { kind: 'account' | 'contact'; id: string; name: string; note?: string };

/** Organisations that look like the one being typed. */
export function useKnownAccounts(typed: { name: string; businessId: string }, self?: string): Known[] {
  const [{ name, businessId }] = useDebouncedValue(
    { name: typed.name.trim(), businessId: typed.businessId.trim() },
    350,
  );
  const found = useQuery({
    queryKey: ['known', 'account', name, businessId],
    queryFn: async ({ signal }) => {
      const ask = (q: string) =>
        unwrap(client.GET('/api/v1/accounts', { params: { query: { q, limit: 4 } }, signal })).then(
          (page) => page.items,
        );
      const [byName, byId] = await Promise.all([
        name.length >= 3 ? ask(name) : [],
        businessId.length >= 8 ? ask(businessId) : [],
      ]);
      return [...byId, ...byName].map((one) => ({
        kind: 'account' as const,
        id: one.id,
        name: one.name,
        note: [one.businessId, one.municipality].filter(Boolean).join(' · '),
      }));
    },
    enabled: !self && (name.length >= 3 || businessId.length >= 8),
  });
  return unique(found.data, self);
}

/** People who look like the one being typed. */
export function useKnownPeople(
  typed: { lastName: string; firstNames: string; emails: { address: string }[] },
  self?: string,
): Known[] {
  const [{ name, email }] = useDebouncedValue(
    {
      name:
        typed.lastName.trim().length > 1 && typed.firstNames.trim().length > 1
          ? `${typed.lastName} ${typed.firstNames}`.trim()
          : '',
      email: typed.emails.map((one) => one.address.trim()).find((address) => /.@.+\../.test(address)) ?? '',
    },
    350,
  );
  const found = useQuery({
    queryKey: ['known', 'contact', name, email],
    queryFn: async ({ signal }) => {
      const ask = (q: string) =>
        unwrap(client.GET('/api/v1/contacts', { params: { query: { q, limit: 4 } }, signal })).then(
          (page) => page.items,
        );
      const [byName, byEmail] = await Promise.all([name ? ask(name) : [], email ? ask(email) : []]);
      return [...byEmail, ...byName].map((one) => ({
        kind: 'contact' as const,
        id: one.id,
        name: [one.lastName, one.calledName || one.firstNames].join(' '),
        note: [one.employer, one.email].filter(Boolean).join(' · '),
      }));
    },
    enabled: !self && (name !== '' || email !== ''),
  });
  return unique(found.data, self);
}

const unique = (found: Known[] | undefined, self?: string) =>
  [...new Map((found ?? []).map((one) => [one.id, one])).values()].filter((one) => one.id !== self).slice(0, 4);

type Props = { known: Known[]; owner?: Problem & { accountId?: string }; onOpen: () => void };

/** A warning, never a wall, but for a business id that belongs to another. What was typed stays as a draft when one goes to look. */
export function KnownAlready({ known, owner, onOpen }: Props) {
  const t = useTexts(texts);
  const { open, openAccount } = useAddress<object>();
  if (owner?.accountId)
    return (
      <Notice tone="bad" title={t.owns} role="alert" icon={<IconAlertTriangle size={19} aria-hidden />}>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            onOpen();
            openAccount(owner.accountId);
          }}
        >
          {t.openKnown}
        </Button>
      </Notice>
    );
  if (known.length === 0) return null;
  return (
    <Notice tone="warn" title={t.title} icon={<IconUsersGroup size={19} aria-hidden />}>
      <Group gap={6} maw="100%">
        {known.map((one) => (
          <Button
            key={one.id}
            size="compact-sm"
            variant="default"
            maw="100%"
            aria-label={t.open(one.name)}
            onClick={() => {
              onOpen();
              if (one.kind === 'account') openAccount(one.id);
              else open(one.id);
            }}
          >
            {one.name}
            {one.note && <span className="muted">&nbsp;· {one.note}</span>}
          </Button>
        ))}
      </Group>
    </Notice>
  );
}
