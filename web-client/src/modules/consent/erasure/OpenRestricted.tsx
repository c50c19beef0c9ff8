import { client } from '@api/client';
import { faults } from '@api/problem';
import { Button, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { Notice } from '@shared/ui/Notice';
import { PanelBody } from '@shared/ui/SidePanel';
import { unwrap } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { IconLock } from '@tabler/icons-react';
import { texts } from './texts';

/** The officer says why a restricted person's record is opened. */
export function OpenRestricted({ contactId, onOpened }: { contactId: string; onOpened: () => void }) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const show = useToast();
  const form = useForm({ initialValues: { reason: '' } });
  const submit = form.onSubmit(async (body) => {
    try {
      await unwrap(client.POST('/api/v1/contacts/{id}/open-restricted', { params: { path: { id: contactId } }, body }));
      onOpened();
    } catch (error) {
      form.setErrors(faults(error));
      if (Object.keys(faults(error)).length === 0) show.failed(error);
    }
  });
  return (
    <PanelBody>
      <form onSubmit={submit}>
        <Stack>
          <Notice tone="warn" icon={<IconLock size={20} aria-hidden />} title={t.openTitle}>
            <p>{t.openHelp}</p>
          </Notice>
          <Textarea label={c.reason} required maxLength={500} {...form.getInputProps('reason')} />
          <Button type="submit" loading={form.submitting}>
            {t.open}
          </Button>
        </Stack>
      </form>
    </PanelBody>
  );
}
