import { client } from '@api/client';
import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { StatusDot } from '@shared/ui/Badges';
import { Dialog } from '@shared/ui/Dialog';
import { evidenceTexts } from '@shared/ui/EvidenceFields';
import { Section } from '@shared/ui/Facts';
import { useRefused } from '@shared/useRefused';
import { useToast } from '@shared/useToast';
import { useState } from 'react';
import { moreTexts } from './moreTexts';
import { useFreshConsents } from './useFreshConsents';

type Held = { reason: string; source: string; setBy: string; setAt: string } | null | undefined;
type Props = { contactId: string; isPassive: boolean; objection: Held };

/** Art. 21: the person's own act, at once, with its own reason. */
export function Objection({ contactId, isPassive, objection }: Props) {
  const t = useTexts(moreTexts);
  const f = useFormat();
  const me = useMe();
  const [acting, setActing] = useState(false);
  const may = me.may('editPreferences') && !(isPassive && objection);
  return (
    <Section
      title={t.objection}
      action={
        may && (
          <Button variant="subtle" size="compact-sm" onClick={() => setActing(true)}>
            {objection ? t.takeBack : t.object}
          </Button>
        )
      }
    >
      <p className="muted small">{t.objectionHelp}</p>
      {objection ? (
        <div>
          <StatusDot tone="bad">{t.objection}</StatusDot>
          <p>{objection.reason}</p>
          <p className="muted small">
            {objection.setBy}, {f.dateTime(objection.setAt)}
          </p>
        </div>
      ) : (
        <p className="muted">{t.noObjection}</p>
      )}
      {acting && <Act contactId={contactId} taking={!!objection} onClose={() => setActing(false)} />}
    </Section>
  );
}

function Act({ contactId, taking, onClose }: { contactId: string; taking: boolean; onClose: () => void }) {
  const t = useTexts(moreTexts);
  const e = useTexts(evidenceTexts);
  const c = useTexts(common);
  const show = useToast();
  const fresh = useFreshConsents();
  const form = useForm({ initialValues: { source: 'email', reason: '' } });
  const refused = useRefused(form);
  const submit = form.onSubmit(async (values) => {
    const { error } = await client.POST('/api/v1/contacts/{id}/objection', {
      params: { path: { id: contactId } },
      body: { act: taking ? 'take-back' : 'object', ...values },
    });
    if (error) return refused(error);
    await fresh();
    onClose();
    show.done(taking ? t.tookBack : t.objected);
  });
  return (
    <Dialog open onClose={onClose} title={taking ? t.takeBack : t.object}>
      <form onSubmit={submit}>
        <Stack>
          <Text c="dimmed">{t.objectionHelp}</Text>
          <Select
            label={t.source}
            allowDeselect={false}
            data={[
              { value: 'email', label: e.howEmail },
              { value: 'phone', label: e.howPhone },
              { value: 'person', label: e.howPerson },
            ]}
            {...form.getInputProps('source')}
          />
          <Textarea label={c.reason} required maxLength={500} data-autofocus {...form.getInputProps('reason')} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {taking ? t.takeBack : t.object}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
