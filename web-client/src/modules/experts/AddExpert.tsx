import { client } from '@api/client';
import { cause, problemOf } from '@api/problem';
import { Button, Fieldset, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { EvidenceFields, evidenceOf, noEvidence } from '@shared/ui/EvidenceFields';
import { PersonPicker } from '@shared/ui/PersonPicker';
import type { Picked } from '@shared/ui/RemotePicker';
import { useRefused } from '@shared/useRefused';
import { useToast } from '@shared/useToast';
import { ExpertFields, toldOf, valuesOf } from './ExpertFields';
import { texts } from './texts';
import { useFreshExperts } from './useExpert';

type Props = { onClose: () => void; onAdded: (contactId: string) => void };

/** Takes a person of the register into the pool: what was told, and what proves the consent. */
export function AddExpert({ onClose, onAdded }: Props) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const show = useToast();
  const fresh = useFreshExperts();
  const form = useForm({
    initialValues: { contactId: null as Picked | null, ...valuesOf(), consent: noEvidence },
  });
  const refused = useRefused(form);
  const submit = form.onSubmit(async ({ contactId, consent, ...told }) => {
    if (!contactId) return form.setFieldError('contactId', c.needed);
    const { error } = await client.POST('/api/v1/experts', {
      body: { contactId: contactId.id, ...toldOf(told), consent: await evidenceOf(consent) },
    });
    if (error && cause(problemOf(error)) === 'duplicate') return form.setFieldError('contactId', t.alreadyInPool);
    if (error) return refused(error);
    await fresh();
    onClose();
    show.done(t.added);
    onAdded(contactId.id);
  });
  return (
    <Dialog open onClose={onClose} title={t.addExpert} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack>
          <PersonPicker
            required
            autoFocus
            value={form.values.contactId}
            error={form.errors.contactId}
            onChange={(chosen) => form.setFieldValue('contactId', chosen)}
          />
          <p className="muted small">{t.addExpertHelp}</p>
          <ExpertFields form={form} />
          <Fieldset legend={t.consent}>
            <Stack>
              <EvidenceFields
                purpose="expert-pool"
                text={form.values.consent.text}
                onText={(text) => form.setFieldValue('consent.text', text)}
                input={(field) => form.getInputProps(`consent.${field}`)}
              />
            </Stack>
          </Fieldset>
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {t.addExpert}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
