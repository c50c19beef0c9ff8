import { client } from '@api/client';
import { Button, Group, NumberInput, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { named, useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useRefused } from '@shared/useRefused';
import { useToast } from '@shared/useToast';
import { useQueryClient } from '@tanstack/react-query';
import type { Rule } from './RetentionPage';
import { actionNames, categoryNames, texts, triggerNames } from './texts';

const choices = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

/** A rule that is changed is a proposal until it is approved. */
export function EditRule({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const categories = useTexts(categoryNames);
  const triggers = useTexts(triggerNames);
  const actions = useTexts(actionNames);
  const show = useToast();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: {
      trigger: rule.trigger,
      action: rule.action,
      months: rule.months ?? ('' as number | ''),
      groundFi: rule.groundFi,
      groundEn: rule.groundEn,
    },
  });
  const refused = useRefused(form);
  const submit = form.onSubmit(async ({ months, ...rest }) => {
    const { error } = await client.PATCH('/api/v1/retention/rules/{id}', {
      params: { path: { id: rule.id }, header: { 'If-Match': `"${rule.version}"` } },
      body: { ...rest, months: months === '' ? null : months } as never,
    });
    if (error) return refused(error);
    await queries.invalidateQueries({ queryKey: ['retention'] });
    onClose();
    show.done(t.saved);
  });
  return (
    <Dialog open onClose={onClose} title={t.changeOf(named(categories, rule.category))}>
      <form onSubmit={submit}>
        <Stack>
          <Text c="dimmed">{t.changeHelp}</Text>
          <Select label={t.trigger} allowDeselect={false} data={choices(triggers)} {...form.getInputProps('trigger')} />
          <NumberInput
            label={t.monthsField}
            min={0}
            max={1200}
            clampBehavior="strict"
            data-autofocus
            {...form.getInputProps('months')}
          />
          <Select label={t.action} allowDeselect={false} data={choices(actions)} {...form.getInputProps('action')} />
          <Textarea label={t.groundFi} autosize maxLength={1000} {...form.getInputProps('groundFi')} />
          <Textarea label={t.groundEn} autosize maxLength={1000} {...form.getInputProps('groundEn')} />
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
