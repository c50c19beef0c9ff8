import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { basisNames, common, roleNames } from '@shared/common';
import { zoned } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useRefused } from '@shared/useRefused';
import { useSourceText } from '@shared/useSourceText';
import type { ReactNode } from 'react';
import { choices } from './accountValues';
import { type NewRole, useRoleActs } from './Roles';
import { texts } from './texts';
import type { Contact } from './useContact';

/** What each role usually rests on (domain: legal basis follows the role). */
const usualBasis: Record<string, string> = {
  customer: 'legitimate-interest',
  partner: 'contract',
  alumnus: 'consent',
  expert: 'consent',
  'rdi-contact': 'legitimate-interest',
  'internship-contact': 'legitimate-interest',
  'thesis-contact': 'legitimate-interest',
  participant: 'legitimate-interest',
};
const sources = ['person', 'staff', 'email', 'phone', 'registration'];

type FrameProps<T> = {
  title: string;
  form: UseFormReturnType<T>;
  send: (typed: T) => Promise<void>;
  submit: string;
  onClose: () => void;
  children: ReactNode;
};

function Frame<T extends Record<string, unknown>>({ title, form, send, submit, onClose, children }: FrameProps<T>) {
  const c = useTexts(common);
  const refused = useRefused(form);
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        noValidate
        onSubmit={form.onSubmit(async (typed) => {
          try {
            await send(typed);
            onClose();
          } catch (error) {
            refused(error);
          }
        })}
      >
        <Stack>
          {children}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

export function GiveRole({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const t = useTexts(texts);
  const names = useTexts(roleNames);
  const bases = useTexts(basisNames);
  const source = useSourceText();
  const acts = useRoleActs(contact.id);
  const held = contact.roles.filter((role) => !role.endedOn).map((role) => role.role);
  const free = choices(names).filter((role) => !held.includes(role.value));
  const first = free[0]?.value ?? 'customer';
  const form = useForm({
    initialValues: { role: first, basis: usualBasis[first] ?? '', source: 'person', startedOn: zoned.today() },
  });
  return (
    <Frame
      title={t.giveRole}
      form={form}
      send={(typed) => acts.give(typed as NewRole)}
      submit={t.giveRole}
      onClose={onClose}
    >
      <Select
        label={t.roleField}
        required
        data={free}
        allowDeselect={false}
        data-autofocus
        {...form.getInputProps('role')}
        onChange={(role) => form.setValues({ role: role ?? first, basis: usualBasis[role ?? first] ?? '' })}
      />
      <Select
        label={t.basisField}
        required
        data={choices(bases)}
        allowDeselect={false}
        {...form.getInputProps('basis')}
      />
      <Select
        label={t.sourceField}
        required
        data={sources.map((value) => ({ value, label: source(value) }))}
        allowDeselect={false}
        {...form.getInputProps('source')}
      />
      <TextInput type="date" label={t.startField} required {...form.getInputProps('startedOn')} />
    </Frame>
  );
}

type EndProps = { contactId: string; role: Contact['roles'][number]; onClose: () => void };

export function EndRole({ contactId, role, onClose }: EndProps) {
  const t = useTexts(texts);
  const names = useTexts(roleNames);
  const acts = useRoleActs(contactId);
  const form = useForm({ initialValues: { endedOn: zoned.today() } });
  return (
    <Frame
      title={t.endRoleOf(named(names, role.role))}
      form={form}
      send={({ endedOn }) => acts.end(role, endedOn)}
      submit={t.endRole}
      onClose={onClose}
    >
      <Text c="dimmed">{t.endRoleHelp}</Text>
      <TextInput type="date" label={t.endField} required data-autofocus {...form.getInputProps('endedOn')} />
    </Frame>
  );
}
