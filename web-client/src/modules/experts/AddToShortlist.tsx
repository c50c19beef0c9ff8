import { client } from '@api/client';
import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { unwrap } from '@shared/usePages';
import { useRefused } from '@shared/useRefused';
import { useToast } from '@shared/useToast';
import { IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import { listTexts } from './listTexts';
import { useFreshExperts } from './useExpert';
import { useShortlists } from './useShortlists';

type Props = { contactId: string; name: string };

/** Puts an expert on a shortlist, a new one too. */
export function AddToShortlist({ contactId, name }: Props) {
  const t = useTexts(listTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconListDetails size={15} aria-hidden />}
        aria-label={t.shortlistWho(name)}
        onClick={() => setOpen(true)}
      >
        {t.shortlist}
      </Button>
      {open && <Choose contactId={contactId} name={name} onClose={() => setOpen(false)} />}
    </>
  );
}

function Choose({ contactId, name, onClose }: Props & { onClose: () => void }) {
  const t = useTexts(listTexts);
  const c = useTexts(common);
  const show = useToast();
  const fresh = useFreshExperts();
  const lists = (useShortlists().data ?? []).filter((list) => !list.isClosed);
  const form = useForm({
    initialValues: { list: '', newName: '', note: '' },
    validate: { newName: (typed, all) => (all.list || typed.trim() ? null : c.needed) },
  });
  const refused = useRefused(form);
  const submit = form.onSubmit(async (typed) => {
    try {
      const list = typed.newName.trim()
        ? await unwrap(client.POST('/api/v1/expert-shortlists', { body: { name: typed.newName.trim() } }))
        : { id: typed.list };
      const { name: listName } = await unwrap(
        client.POST('/api/v1/expert-shortlists/{id}/experts', {
          params: { path: { id: list.id } },
          body: { contactId, note: typed.note || null },
        }),
      );
      await fresh();
      onClose();
      show.done(t.added(listName));
    } catch (problem) {
      refused(problem, (path) => (path === 'name' ? 'newName' : path));
    }
  });
  return (
    <Dialog open onClose={onClose} title={t.shortlistWho(name)}>
      <form onSubmit={submit}>
        <Stack>
          {lists.length > 0 && (
            <Select
              label={t.list}
              data={lists.map((list) => ({ value: list.id, label: list.name }))}
              clearable
              clearButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
              disabled={form.values.newName.trim() !== ''}
              data-autofocus
              {...form.getInputProps('list')}
              onChange={(value) => form.setFieldValue('list', value ?? '')}
            />
          )}
          <TextInput
            label={t.newList}
            description={t.listName}
            maxLength={200}
            disabled={form.values.list !== ''}
            {...form.getInputProps('newName')}
          />
          <TextInput label={t.note} maxLength={1000} {...form.getInputProps('note')} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {t.shortlist}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
