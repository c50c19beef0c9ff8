import { client } from '@api/client';
import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useRefused } from '@shared/useRefused';
import { useToast } from '@shared/useToast';
import { ExpertFields, toldOf, valuesOf } from './ExpertFields';
import { texts } from './texts';
import { type Expert, useFreshExperts } from './useExpert';

type Props = { expert: Expert; tag: string; onClose: () => void };

export function EditExpert({ expert, tag, onClose }: Props) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const show = useToast();
  const fresh = useFreshExperts();
  const form = useForm({ initialValues: valuesOf(expert) });
  const refused = useRefused(form);
  const submit = form.onSubmit(async (typed) => {
    const { error } = await client.PATCH('/api/v1/experts/{contactId}', {
      params: { path: { contactId: expert.contactId }, header: { 'If-Match': tag } },
      body: toldOf(typed),
    });
    if (error) return refused(error);
    await fresh();
    onClose();
    show.done(t.saved);
  });
  return (
    <Dialog open onClose={onClose} title={t.editExpert} size="lg">
      <form onSubmit={submit}>
        <Stack>
          <ExpertFields form={form} expert={expert} autoFocus />
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
