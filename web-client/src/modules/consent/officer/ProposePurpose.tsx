import { client } from '@api/client';
import { Button, Group, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useRefused } from '@shared/useRefused';
import { useToast } from '@shared/useToast';
import { useQueryClient } from '@tanstack/react-query';
import { basisNames, texts } from './texts';
import type { Purpose } from './usePurposes';

/** A new version, begun from the one at hand; it holds once somebody approves it. */
export function ProposePurpose({ of, onClose }: { of: Purpose; onClose: () => void }) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const bases = useTexts(basisNames);
  const show = useToast();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: {
      nameFi: of.nameFi,
      nameEn: of.nameEn,
      basis: of.basis,
      groundFi: of.groundFi,
      groundEn: of.groundEn,
      retentionFi: of.retentionFi,
      retentionEn: of.retentionEn,
      months: of.retentionMonths ?? ('' as number | ''),
      recipients: of.recipients.join('\n'),
    },
  });
  const refused = useRefused(form);
  const submit = form.onSubmit(async ({ months, recipients, ...rest }) => {
    const { error } = await client.POST('/api/v1/purposes/{code}/versions', {
      params: { path: { code: of.code } },
      body: {
        ...rest,
        basis: rest.basis as never,
        dataFi: of.dataFi,
        dataEn: of.dataEn,
        retentionMonths: months === '' ? null : months,
        recipients: recipients
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
        groups: of.groups as never,
        roles: of.roles as never,
        erasureDays: of.erasureDays,
      },
    });
    if (error) return refused(error);
    await queries.invalidateQueries({ queryKey: ['purposes'] });
    onClose();
    show.done(t.proposedNow);
  });
  return (
    <Dialog open onClose={onClose} title={t.propose} size="lg">
      <form onSubmit={submit}>
        <Stack>
          <TextInput label={t.nameFi} required maxLength={200} data-autofocus {...form.getInputProps('nameFi')} />
          <TextInput label={t.nameEn} required maxLength={200} {...form.getInputProps('nameEn')} />
          <Select
            label={t.basis}
            allowDeselect={false}
            data={Object.entries(bases).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('basis')}
          />
          <Textarea label={t.groundFi} autosize maxLength={4000} {...form.getInputProps('groundFi')} />
          <Textarea label={t.groundEn} autosize maxLength={4000} {...form.getInputProps('groundEn')} />
          <Textarea label={t.retentionFi} autosize maxLength={4000} {...form.getInputProps('retentionFi')} />
          <Textarea label={t.retentionEn} autosize maxLength={4000} {...form.getInputProps('retentionEn')} />
          <NumberInput
            label={t.monthsField}
            min={0}
            max={1200}
            clampBehavior="strict"
            {...form.getInputProps('months')}
          />
          <Textarea label={t.recipientsField} autosize {...form.getInputProps('recipients')} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {t.propose}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
