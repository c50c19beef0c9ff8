import { client } from '@api/client';
import { Button, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { Notice } from '@shared/ui/Notice';
import { PanelBody } from '@shared/ui/SidePanel';
import { unwrap } from '@shared/usePages';
import { useRefused } from '@shared/useRefused';
import { IconLock } from '@tabler/icons-react';
import { texts } from './texts';

/** The officer says why a restricted person's record is opened. */
export function OpenRestricted({ contactId, onOpened }: { contactId: string; onOpened: () => void }) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const form = useForm({ initialValues: { reason: '' } });
  const refused = useRefused(form);
  const submit = form.onSubmit(async (body) => {
    try {
      await unwrap(client.POST('/api/v1/contacts/{id}/open-restricted', { params: { path: { id: contactId } }, body }));
      onOpened();
    } catch (error) {
      refused(error);
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
