import { client } from '@api/client';
import { cause, type Problem } from '@api/problem';
import type { Body } from '@api/types';
import { MultiSelect, Select, SimpleGrid, TextInput } from '@mantine/core';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { Lines } from '@shared/ui/Lines';
import { RecordDialog } from '@shared/ui/RecordDialog';
import type { Picked } from '@shared/ui/RemotePicker';
import { useAddress } from '@shared/useAddress';
import { useRecordForm } from '@shared/useRecordForm';
import { useToast } from '@shared/useToast';
import { useState } from 'react';
import { accountTexts } from './accountTexts';
import { choices, listed, useAccountFields, valuesOf } from './accountValues';
import {
  addressKindNames,
  customerKindNames,
  kindNamesOfAccounts,
  relationshipNames,
  sizeNames,
  statusNames,
} from './codes';
import { KnownAlready, useKnownAccounts } from './KnownAlready';
import { AccountPicker, StaffPicker } from './pickers';
import { texts } from './texts';
import { type Account, useFreshAccounts } from './useAccount';

type Props = { account?: Account; tag?: string; parent?: Picked; onClose: () => void };
type Values = ReturnType<typeof valuesOf>;

/** Adds an organisation or edits one. */
export function AccountForm({ account, tag, parent, onClose }: Props) {
  const t = useTexts(accountTexts);
  const p = useTexts(texts);
  const c = useTexts(common);
  const show = useToast();
  const fresh = useFreshAccounts();
  const { openAccount } = useAddress<object>();
  const fields = useAccountFields();
  const [owns, setOwns] = useState<Problem & { accountId?: string }>();
  const names = {
    kind: useTexts(kindNamesOfAccounts),
    relationship: useTexts(relationshipNames),
    customer: useTexts(customerKindNames),
    size: useTexts(sizeNames),
    status: useTexts(statusNames),
    address: useTexts(addressKindNames),
  };
  const record = useRecordForm<Values>({
    record: account ? `account/${account.id}` : 'account/new',
    base: valuesOf(account, parent),
    tag,
    rename: { parentId: 'parent', ownerId: 'owner' },
    async save(changed, whole, version) {
      const body = listed(version ? changed : whole);
      const { data, error, response } = account
        ? await client.PATCH('/api/v1/accounts/{id}', {
            params: { path: { id: account.id }, header: { 'If-Match': version ?? '' } },
            body: body as Body<'/api/v1/accounts/{id}', 'patch'>,
          })
        : await client.POST('/api/v1/accounts', { body: body as Body<'/api/v1/accounts', 'post'> });
      if (error) return { error };
      await fresh();
      return { id: data.id, tag: response.headers.get('ETag') ?? undefined };
    },
    load: account
      ? async () => {
          const { data, error, response } = await client.GET('/api/v1/accounts/{id}', {
            params: { path: { id: account.id } },
          });
          if (!data) throw error;
          return { value: valuesOf(data), tag: response.headers.get('ETag') ?? undefined };
        }
      : undefined,
    onSaved(values, id, undo) {
      onClose();
      show.done(account ? t.saved : t.added(values.name), undo);
      if (!account) openAccount(id);
    },
    onRefused: (problem) => setOwns(cause(problem) === 'duplicate' ? problem : undefined),
  });
  const { form } = record;
  const known = useKnownAccounts(form.values, account?.id);

  return (
    <RecordDialog title={account ? t.editTitle : t.newTitle} record={record} fields={fields} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={c.name} required maxLength={200} data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t.businessId} maxLength={12} autoComplete="off" {...form.getInputProps('businessId')} />
      </SimpleGrid>
      <KnownAlready known={known} owner={owns} onOpen={onClose} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select label={t.kind} data={choices(names.kind)} allowDeselect={false} {...form.getInputProps('kind')} />
        <Select
          label={t.status}
          data={choices(names.status)}
          clearable
          clearButtonProps={hidden}
          {...form.getInputProps('status')}
        />
        <MultiSelect
          label={t.relationships}
          data={choices(names.relationship)}
          {...form.getInputProps('relationships')}
        />
        <MultiSelect label={t.customerKinds} data={choices(names.customer)} {...form.getInputProps('customerKinds')} />
        <StaffPicker {...form.getInputProps('owner')} />
        <AccountPicker label={t.parent} not={account?.id} {...form.getInputProps('parent')} />
        <TextInput label={t.municipality} maxLength={100} {...form.getInputProps('municipality')} />
        <TextInput label={t.industry} maxLength={5} inputMode="numeric" {...form.getInputProps('industry')} />
        <Select
          label={t.size}
          data={choices(names.size)}
          clearable
          clearButtonProps={hidden}
          {...form.getInputProps('sizeClass')}
        />
        <TextInput label={c.phone} inputMode="tel" autoComplete="off" {...form.getInputProps('phone')} />
        <TextInput label={t.website} inputMode="url" placeholder="https://" {...form.getInputProps('website')} />
      </SimpleGrid>
      <Lines
        legend={t.addresses}
        what={p.address}
        add={t.addAddress}
        most={3}
        lines={form.values.addresses}
        onChange={(lines) => form.setFieldValue('addresses', lines as never)}
        empty={() => ({
          kind:
            ['postal', 'visiting', 'billing'].find((kind) => form.values.addresses.every((one) => one.kind !== kind)) ??
            'postal',
          street: '',
          postalCode: '',
          town: '',
          country: 'FI',
        })}
        line={(i, name) => (
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={8} verticalSpacing={8}>
            <Select
              aria-label={`${name}: ${t.addressKind}`}
              data={choices(names.address)}
              allowDeselect={false}
              {...form.getInputProps(`addresses.${i}.kind`)}
            />
            <TextInput
              aria-label={`${name}: ${p.street}`}
              placeholder={p.street}
              {...form.getInputProps(`addresses.${i}.street`)}
            />
            <TextInput
              aria-label={`${name}: ${p.postalCode}`}
              placeholder={p.postalCode}
              maxLength={20}
              {...form.getInputProps(`addresses.${i}.postalCode`)}
            />
            <TextInput
              aria-label={`${name}: ${c.town}`}
              placeholder={c.town}
              {...form.getInputProps(`addresses.${i}.town`)}
            />
            <TextInput
              aria-label={`${name}: ${p.country}`}
              placeholder={p.countryHint}
              {...form.getInputProps(`addresses.${i}.country`)}
            />
          </SimpleGrid>
        )}
      />
      <Lines
        legend={t.eInvoice}
        what={t.eInvoiceAddress}
        add={t.addEInvoice}
        lines={form.values.eInvoiceAddresses}
        onChange={(lines) => form.setFieldValue('eInvoiceAddresses', lines as never)}
        empty={() => ({ identifier: '', operator: '', isPrimary: form.values.eInvoiceAddresses.length === 0 })}
        line={(i, name) => (
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={8} verticalSpacing={8}>
            <TextInput
              aria-label={name}
              placeholder={p.ovt}
              {...form.getInputProps(`eInvoiceAddresses.${i}.identifier`)}
            />
            <TextInput
              aria-label={`${name}: ${t.operator}`}
              placeholder={t.operator}
              {...form.getInputProps(`eInvoiceAddresses.${i}.operator`)}
            />
          </SimpleGrid>
        )}
      />
    </RecordDialog>
  );
}

const hidden = { 'aria-hidden': true, tabIndex: -1 };
