import { client } from '@api/client';
import { faults, problemOf } from '@api/problem';
import type { Body } from '@api/types';
import { Alert, Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common, languageNames } from '@shared/common';
import { spokenName } from '@shared/format';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useAddress } from '@shared/useAddress';
import { useToast } from '@shared/useToast';
import { useState } from 'react';
import { texts } from './texts';
import { type Contact, useFreshPeople } from './useContact';

type Props = { contact?: Contact; tag?: string; onClose: () => void };

const primary = <T extends { isPrimary: boolean }>(list: T[] | undefined) =>
  list?.find((one) => one.isPrimary) ?? list?.[0];

/** Adds a person or edits one: names, language, the primary email and phone, address. Other addresses stay as they are. */
export function EditContact({ contact, tag, onClose }: Props) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const languages = useTexts(languageNames);
  const show = useToast();
  const fresh = useFreshPeople();
  const { open } = useAddress<object>();
  const [stale, setStale] = useState(false);
  const email = primary(contact?.emails);
  const phone = primary(contact?.phones);
  const form = useForm({
    initialValues: {
      lastName: contact?.lastName ?? '',
      firstNames: contact?.firstNames ?? '',
      calledName: contact?.calledName ?? '',
      language: contact?.language ?? 'fi',
      email: email?.address ?? '',
      phone: phone?.number ?? '',
      street: contact?.address?.street ?? '',
      postalCode: contact?.address?.postalCode ?? '',
      town: contact?.address?.town ?? '',
    },
  });

  const submit = form.onSubmit(async (typed) => {
    const others = <T extends object>(list: T[] | undefined, own: T | undefined) =>
      (list ?? []).filter((one) => one !== own);
    // Codes come from lists of ours or from the server, so they are the contract's.
    const body = {
      lastName: typed.lastName,
      firstNames: typed.firstNames,
      calledName: typed.calledName || null,
      language: typed.language,
      address: {
        street: typed.street || null,
        postalCode: typed.postalCode || null,
        town: typed.town || null,
        country: contact?.address?.country ?? null,
      },
      emails: [
        ...(typed.email ? [{ address: typed.email, kind: email?.kind ?? 'personal', isPrimary: true }] : []),
        ...others(contact?.emails, email).map(({ address, kind }) => ({ address, kind, isPrimary: false })),
      ],
      phones: [
        ...(typed.phone ? [{ number: typed.phone, kind: phone?.kind ?? 'personal', isPrimary: true }] : []),
        ...others(contact?.phones, phone).map(({ number, kind }) => ({ number, kind, isPrimary: false })),
      ],
    } as Body<'/api/v1/contacts', 'post'> & Body<'/api/v1/contacts/{id}', 'patch'>;
    const { data, error } = contact
      ? await client.PATCH('/api/v1/contacts/{id}', {
          params: { path: { id: contact.id }, header: { 'If-Match': tag ?? '' } },
          body,
        })
      : await client.POST('/api/v1/contacts', { body });
    if (error) {
      const wrong = faults(error);
      form.setErrors({
        ...wrong,
        email: wrong.email ?? wrong['emails.0.address'],
        phone: wrong.phone ?? wrong['phones.0.number'],
        street: wrong['address.street'],
        postalCode: wrong['address.postalCode'],
        town: wrong['address.town'],
      });
      if (problemOf(error).status === 412) setStale(true);
      else if (Object.keys(wrong).length === 0) show.failed(error);
      return;
    }
    await fresh();
    onClose();
    show.done(contact ? t.saved : t.added(spokenName(typed)));
    if (!contact && data && 'id' in data) open(data.id);
  });

  return (
    <Dialog open onClose={onClose} title={contact ? t.editTitle : t.newTitle} size="lg">
      <form onSubmit={submit}>
        <Stack>
          {stale && (
            <Alert color="yellow" title={c.stale}>
              <Button
                size="compact-sm"
                variant="default"
                onClick={async () => {
                  await fresh();
                  setStale(false);
                }}
              >
                {t.reload}
              </Button>
            </Alert>
          )}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={t.lastName} required maxLength={100} data-autofocus {...form.getInputProps('lastName')} />
            <TextInput label={t.firstNames} required maxLength={100} {...form.getInputProps('firstNames')} />
            <TextInput label={t.calledName} maxLength={100} {...form.getInputProps('calledName')} />
            <Select
              label={t.language}
              data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
              allowDeselect={false}
              {...form.getInputProps('language')}
            />
            <TextInput label={c.email} inputMode="email" autoComplete="off" {...form.getInputProps('email')} />
            <TextInput label={c.phone} inputMode="tel" autoComplete="off" {...form.getInputProps('phone')} />
            <TextInput label={t.street} {...form.getInputProps('street')} />
            <Group grow wrap="nowrap" align="start">
              <TextInput label={t.postalCode} maxLength={10} {...form.getInputProps('postalCode')} />
              <TextInput label={c.town} {...form.getInputProps('town')} />
            </Group>
          </SimpleGrid>
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {c.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
