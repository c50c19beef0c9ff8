import { client } from '@api/client';
import type { Body } from '@api/types';
import { Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import { common, languageNames } from '@shared/common';
import { spokenName } from '@shared/format';
import { useTexts } from '@shared/texts';
import { Lines } from '@shared/ui/Lines';
import { RecordDialog } from '@shared/ui/RecordDialog';
import type { Picked } from '@shared/ui/RemotePicker';
import { useAddress } from '@shared/useAddress';
import { useRecordForm } from '@shared/useRecordForm';
import { useToast } from '@shared/useToast';
import { useState } from 'react';
import { accountTexts } from './accountTexts';
import { choices } from './accountValues';
import { statusNames } from './codes';
import { type ContactValues, listed, useContactFields, valuesOf } from './contactValues';
import { KnownAlready, useKnownPeople } from './KnownAlready';
import { AccountPicker, StaffPicker } from './pickers';
import { texts } from './texts';
import { useFreshAccounts } from './useAccount';
import { type Contact, useFreshPeople } from './useContact';

type Work = { account: Picked | null; title: string; roleThere: string };
type Props = { contact?: Contact; tag?: string; account?: Picked; onClose: () => void };
type Values = ContactValues & { work: Work };

/** Adds a person, with a place in an organisation, or edits one. */
export function EditContact({ contact, tag, account, onClose }: Props) {
  const t = useTexts(texts);
  const a = useTexts(accountTexts);
  const c = useTexts(common);
  const languages = useTexts(languageNames);
  const statuses = useTexts(statusNames);
  const show = useToast();
  const freshPeople = useFreshPeople();
  const freshAccounts = useFreshAccounts();
  const { open } = useAddress<object>();
  const fields = useContactFields();
  const [work] = useState<Work>({ account: account ?? null, title: '', roleThere: '' });
  const withWork = (values: ContactValues): Values => ({ ...values, work });

  const record = useRecordForm<Values>({
    record: contact ? `contact/${contact.id}` : account ? `contact/new/${account.id}` : 'contact/new',
    base: withWork(valuesOf(contact)),
    tag,
    rename: { ownerId: 'owner' },
    async save({ work: _work, ...changed }, { work: place, ...whole }, version) {
      if (contact) {
        const { error, response } = await client.PATCH('/api/v1/contacts/{id}', {
          params: { path: { id: contact.id }, header: { 'If-Match': version ?? '' } },
          body: listed(changed) as Body<'/api/v1/contacts/{id}', 'patch'>,
        });
        if (!error) await freshPeople();
        return { error, tag: response.headers.get('ETag') ?? undefined };
      }
      const { data, error } = await client.POST('/api/v1/contacts', {
        body: listed(whole) as Body<'/api/v1/contacts', 'post'>,
      });
      if (error) return { error };
      if (place.account) {
        const linked = await client.POST('/api/v1/contacts/{id}/affiliations', {
          params: { path: { id: data.id } },
          body: {
            accountId: place.account.id,
            title: place.title.trim() || null,
            roleThere: place.roleThere.trim() || null,
          },
        });
        // The person is there; what was refused can be mended in the panel that opens.
        if (linked.error) show.failed(linked.error);
      }
      await Promise.all([freshPeople(), freshAccounts()]);
      return { id: data.id };
    },
    load: contact
      ? async () => {
          const { data, error, response } = await client.GET('/api/v1/contacts/{id}', {
            params: { path: { id: contact.id } },
          });
          if (!data) throw error;
          return { value: withWork(valuesOf(data)), tag: response.headers.get('ETag') ?? undefined };
        }
      : undefined,
    onSaved(values, id, undo) {
      onClose();
      show.done(contact ? t.saved : t.added(spokenName(values)), undo);
      if (id && !account) open(id);
    },
  });
  const { form } = record;
  const known = useKnownPeople(form.values, contact?.id);
  const kinds = [
    { value: 'work', label: t.workKind },
    { value: 'personal', label: t.personalKind },
  ];

  return (
    <RecordDialog
      title={contact ? t.editTitle : account ? a.addPersonTo(account.name) : t.newTitle}
      record={record}
      fields={{ ...fields, work: { label: a.organisation } }}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t.lastName} required maxLength={100} data-autofocus {...form.getInputProps('lastName')} />
        <TextInput label={t.firstNames} required maxLength={100} {...form.getInputProps('firstNames')} />
        <TextInput label={t.calledName} maxLength={100} {...form.getInputProps('calledName')} />
        <Select
          label={t.language}
          data={choices(languages)}
          allowDeselect={false}
          {...form.getInputProps('language')}
        />
      </SimpleGrid>
      <KnownAlready known={known} onOpen={onClose} />
      {!contact && (
        <SimpleGrid cols={{ base: 1, xs: account ? 2 : 3 }}>
          {!account && <AccountPicker {...form.getInputProps('work.account')} />}
          <TextInput label={a.jobTitle} maxLength={200} {...form.getInputProps('work.title')} />
          <TextInput label={a.roleThere} maxLength={200} {...form.getInputProps('work.roleThere')} />
        </SimpleGrid>
      )}
      <Lines
        legend={t.emails}
        what={c.email}
        add={t.addEmail}
        lines={form.values.emails}
        onChange={(lines) => form.setFieldValue('emails', lines as never)}
        empty={() => ({ address: '', kind: 'work', isPrimary: form.values.emails.length === 0 })}
        line={(i, name) => (
          <Group gap={8} align="start">
            <TextInput
              flex="1 1 180px"
              aria-label={name}
              inputMode="email"
              autoComplete="off"
              {...form.getInputProps(`emails.${i}.address`)}
            />
            <Select
              w={112}
              aria-label={`${name}: ${a.addressKind}`}
              data={kinds}
              allowDeselect={false}
              {...form.getInputProps(`emails.${i}.kind`)}
            />
          </Group>
        )}
      />
      <Lines
        legend={t.phones}
        what={c.phone}
        add={t.addPhone}
        lines={form.values.phones}
        onChange={(lines) => form.setFieldValue('phones', lines as never)}
        empty={() => ({ number: '', kind: 'work', isPrimary: form.values.phones.length === 0 })}
        line={(i, name) => (
          <Group gap={8} align="start">
            <TextInput
              flex="1 1 180px"
              aria-label={name}
              inputMode="tel"
              autoComplete="off"
              {...form.getInputProps(`phones.${i}.number`)}
            />
            <Select
              w={112}
              aria-label={`${name}: ${a.addressKind}`}
              data={kinds}
              allowDeselect={false}
              {...form.getInputProps(`phones.${i}.kind`)}
            />
          </Group>
        )}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t.street} maxLength={200} {...form.getInputProps('address.street')} />
        <Group grow wrap="nowrap" align="start">
          <TextInput label={t.postalCode} maxLength={20} {...form.getInputProps('address.postalCode')} />
          <TextInput label={c.town} maxLength={100} {...form.getInputProps('address.town')} />
        </Group>
        <TextInput label={t.country} placeholder={t.countryHint} {...form.getInputProps('address.country')} />
        <Select
          label={a.status}
          data={choices(statuses)}
          clearable
          clearButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
          {...form.getInputProps('status')}
        />
        <StaffPicker {...form.getInputProps('owner')} />
      </SimpleGrid>
    </RecordDialog>
  );
}
