import { client } from '@api/client';
import type { Problem } from '@api/problem';
import type { Answer } from '@api/types';
import { Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { dictionary, named, useTexts } from '@shared/texts';
import { Notice } from '@shared/ui/Notice';
import { useAddress } from '@shared/useAddress';
import { unwrap } from '@shared/usePages';
import { IconAlertTriangle, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ContactValues } from './contactValues';
import { reasonNames } from './duplicateTexts';

const texts = dictionary({
  title: { fi: 'Rekisterissä on jo samankaltaisia', en: 'The register has something alike' },
  owns: { fi: 'Y-tunnus on jo rekisterissä', en: 'The business ID is in the register already' },
  open: { fi: (name: string) => `Avaa ${name}`, en: (name: string) => `Open ${name}` },
  openKnown: { fi: 'Avaa nykyinen organisaatio', en: 'Open the known organisation' },
});

export type Known = { kind: 'account' | 'contact'; id: string; name: string; note?: string };

/** Organisations that look like the one being typed. */
export function useKnownAccounts(typed: { name: string; businessId: string }, self?: string): Known[] {
  const reasons = useTexts(reasonNames);
  const [{ name, businessId }] = useDebouncedValue(
    { name: typed.name.trim(), businessId: typed.businessId.trim() },
    350,
  );
  const found = useQuery({
    queryKey: ['known', 'account', name, businessId],
    queryFn: async ({ signal }) => {
      const [same, alike] = await Promise.all([
        unwrap(
          client.GET('/api/v1/duplicates/check', {
            params: { query: { kind: 'account', name, businessId: businessId.length >= 8 ? businessId : undefined } },
            signal,
          }),
        ),
        name.length >= 3
          ? unwrap(client.GET('/api/v1/accounts', { params: { query: { q: name, limit: 4 } }, signal }))
          : undefined,
      ]);
      return [
        ...same.items.map((one) => known('account', one, reasons)),
        ...(alike?.items ?? []).map((one) => ({
          kind: 'account' as const,
          id: one.id,
          name: one.name,
          note: [one.businessId, one.municipality].filter(Boolean).join(' · '),
        })),
      ];
    },
    enabled: !self && (name.length >= 3 || businessId.length >= 8),
  });
  return unique(found.data, self);
}

/** People who look like the one being typed: first those whom the matcher takes for the same, then namesakes. */
export function useKnownPeople(typed: ContactValues, self?: string): Known[] {
  const reasons = useTexts(reasonNames);
  const [asked] = useDebouncedValue(
    {
      lastName: typed.lastName.trim(),
      firstNames: typed.firstNames.trim(),
      email: typed.emails.map((one) => one.address.trim()).find((address) => /.@.+\../.test(address)),
      phone: typed.phones.map((one) => one.number.trim()).find((number) => number.length >= 6),
      town: typed.address.town.trim() || undefined,
      postalCode: typed.address.postalCode.trim() || undefined,
    },
    350,
  );
  const hasName = asked.lastName.length > 1 && asked.firstNames.length > 1;
  const found = useQuery({
    queryKey: ['known', 'contact', asked],
    queryFn: async ({ signal }) => {
      const [same, namesakes] = await Promise.all([
        unwrap(client.GET('/api/v1/duplicates/check', { params: { query: { kind: 'contact', ...asked } }, signal })),
        hasName
          ? unwrap(
              client.GET('/api/v1/contacts', {
                params: { query: { q: `${asked.lastName} ${asked.firstNames}`, limit: 4 } },
                signal,
              }),
            )
          : undefined,
      ]);
      return [
        ...same.items.map((one) => known('contact', one, reasons)),
        ...(namesakes?.items ?? []).map((one) => ({
          kind: 'contact' as const,
          id: one.id,
          name: [one.lastName, one.calledName || one.firstNames].join(' '),
          note: [one.employer, one.email].filter(Boolean).join(' · '),
        })),
      ];
    },
    enabled: !self && (hasName || !!asked.email || !!asked.phone),
  });
  return unique(found.data, self);
}

type Likely = Answer<'/api/v1/duplicates/check'>['items'][number];

const known = (kind: Known['kind'], { record, reasons }: Likely, names: Record<string, unknown>): Known => ({
  kind,
  id: record.id,
  name: record.name,
  note: reasons.map((reason) => named(names, reason)).join(', '),
});

const unique = (found: Known[] = [], self?: string) =>
  found.filter((one, at) => one.id !== self && found.findIndex((other) => other.id === one.id) === at).slice(0, 4);

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
