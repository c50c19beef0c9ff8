import { client } from '@api/client';
import type { Body } from '@api/types';
import { SimpleGrid, TextInput } from '@mantine/core';
import { zoned } from '@shared/format';
import { useTexts } from '@shared/texts';
import { PersonPicker } from '@shared/ui/PersonPicker';
import { RecordDialog } from '@shared/ui/RecordDialog';
import type { Picked } from '@shared/ui/RemotePicker';
import { useRecordForm } from '@shared/useRecordForm';
import { useToast } from '@shared/useToast';
import { accountTexts } from './accountTexts';
import { AccountPicker } from './pickers';
import { useFreshAccounts } from './useAccount';
import { useFreshPeople } from './useContact';
import type { Place } from './Works';

type Props = {
  /** The person, or nobody yet: then one is picked for `account`. */
  contactId?: string;
  account?: Picked;
  tag?: string;
  place?: Place;
  ending?: boolean;
  onClose: () => void;
};

const valuesOf = (place?: Place, account?: Picked) => ({
  person: null as Picked | null,
  account: (place ? { id: place.account.id, name: place.account.name } : (account ?? null)) as Picked | null,
  title: place?.title ?? '',
  roleThere: place?.roleThere ?? '',
  validFrom: place?.validFrom ?? '',
  validTo: place?.validTo ?? '',
});

/** A person's place in an organisation: made, changed, or ended. */
export function WorkForm({ contactId, account, tag, place, ending, onClose }: Props) {
  const t = useTexts(accountTexts);
  const show = useToast();
  const freshPeople = useFreshPeople();
  const freshAccounts = useFreshAccounts();
  const current = async (id: string) => {
    const { data, error, response } = await client.GET('/api/v1/contacts/{id}', { params: { path: { id } } });
    const now = data?.affiliations.find((one) => one.id === place?.id);
    if (!data || !now) throw error ?? { status: 404 };
    return { value: valuesOf(now), tag: response.headers.get('ETag') ?? undefined };
  };
  const record = useRecordForm({
    record: place
      ? `contact/${contactId}/place/${place.id}`
      : `contact/${contactId ?? 'any'}/place/new/${account?.id ?? ''}`,
    base: valuesOf(place, account),
    start: ending ? { validTo: zoned.today() } : undefined,
    tag: place && tag,
    rename: { accountId: 'account' },
    async save(changed, whole, version) {
      const texts = Object.fromEntries(
        Object.entries(version ? changed : whole)
          .filter(([key]) => key !== 'person' && key !== 'account')
          .map(([key, value]) => [key, (value as string).trim() || null]),
      );
      const id = contactId ?? whole.person?.id ?? '';
      const answer = place
        ? await client.PATCH('/api/v1/contacts/{id}/affiliations/{affiliationId}', {
            params: { path: { id, affiliationId: place.id }, header: { 'If-Match': version ?? '' } },
            body: texts,
          })
        : await client.POST('/api/v1/contacts/{id}/affiliations', {
            params: { path: { id } },
            body: { accountId: whole.account?.id ?? '', ...texts } as Body<
              '/api/v1/contacts/{id}/affiliations',
              'post'
            >,
          });
      if (answer.error) return { error: answer.error };
      await Promise.all([freshPeople(), freshAccounts()]);
      return { tag: answer.response.headers.get('ETag') ?? undefined };
    },
    load: place && contactId ? () => current(contactId) : undefined,
    onSaved(values, _id, undo) {
      onClose();
      const name = values.account?.name ?? '';
      show.done(
        values.person
          ? t.personAdded(values.person.name, name)
          : place
            ? (ending ? t.workEnded : t.workSaved)(name)
            : t.workAdded(name),
        undo,
      );
    },
  });
  const { form } = record;
  const title = place
    ? (ending ? t.endWorkOf : t.editWork)(place.account.name)
    : contactId
      ? t.addWork
      : t.addPersonTo(account?.name ?? '');

  return (
    <RecordDialog
      title={title}
      record={record}
      fields={{
        person: { label: t.person, show: (one) => one?.name ?? '' },
        account: { label: t.organisation, show: (one) => one?.name ?? '' },
        title: { label: t.jobTitle },
        roleThere: { label: t.roleThere },
        validFrom: { label: t.from },
        validTo: { label: t.lastDay },
      }}
      size={ending ? 'sm' : 'lg'}
      onClose={onClose}
    >
      {!contactId && <PersonPicker required autoFocus {...form.getInputProps('person')} />}
      {contactId && !place && <AccountPicker required autoFocus {...form.getInputProps('account')} />}
      {!ending && (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label={t.jobTitle} maxLength={200} {...form.getInputProps('title')} />
          <TextInput
            label={t.roleThere}
            placeholder={t.roleThereHint}
            maxLength={200}
            {...form.getInputProps('roleThere')}
          />
          <TextInput type="date" label={t.from} {...form.getInputProps('validFrom')} />
          {place && <TextInput type="date" label={t.lastDay} {...form.getInputProps('validTo')} />}
        </SimpleGrid>
      )}
      {ending && <TextInput type="date" label={t.lastDay} data-autofocus {...form.getInputProps('validTo')} />}
    </RecordDialog>
  );
}
