import { client } from '@api/client';
import type { Body } from '@api/types';
import { Button, Group, MultiSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useRefused } from '@shared/useRefused';
import { useToast } from '@shared/useToast';
import styles from './experts.module.css';
import { texts } from './texts';
import { trainingLanguages, useCodes, useLanguageNames } from './useCodes';
import { type Expert, useFreshExperts } from './useExpert';

type Props = { expert: Expert; tag: string; onClose: () => void };

export function EditExpert({ expert, tag, onClose }: Props) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const show = useToast();
  const fresh = useFreshExperts();
  const tags = useCodes('competences');
  const fields = useCodes('expert-fields');
  const forms = useCodes('expert-forms');
  const languageOf = useLanguageNames();
  const form = useForm({
    initialValues: {
      competence: expert.competence ?? '',
      tags: expert.tags,
      fields: expert.fields,
      forms: expert.forms,
      languages: expert.languages,
      availability: expert.availability ?? '',
      availableFrom: expert.availableFrom ?? '',
      employer: expert.employer ?? '',
      task: expert.task ?? '',
      rateNote: expert.rateNote ?? '',
    },
  });
  const refused = useRefused(form);
  const submit = form.onSubmit(async (typed) => {
    const { error } = await client.PATCH('/api/v1/experts/{contactId}', {
      params: { path: { contactId: expert.contactId }, header: { 'If-Match': tag } },
      body: {
        ...typed,
        languages: typed.languages as NonNullable<Body<'/api/v1/experts/{contactId}', 'patch'>['languages']>,
        competence: typed.competence || null,
        availability: typed.availability || null,
        availableFrom: typed.availableFrom || null,
        employer: typed.employer || null,
        task: typed.task || null,
        rateNote: typed.rateNote || null,
      },
    });
    if (error) return refused(error);
    await fresh();
    onClose();
    show.done(t.saved);
  });
  // A retired code that the person has stays to be seen.
  const withOwn = (
    list: { name: (code: string) => string; options: { value: string; label: string }[] },
    own: string[],
  ) => [
    ...list.options,
    ...own
      .filter((code) => !list.options.some((option) => option.value === code))
      .map((code) => ({ value: code, label: list.name(code) })),
  ];
  const many = { searchable: true, hidePickedOptions: true, comboboxProps: { keepMounted: false } };
  return (
    <Dialog open onClose={onClose} title={t.editExpert} size="lg">
      <form onSubmit={submit}>
        <Stack>
          <Textarea
            label={t.competence}
            autosize
            minRows={4}
            maxRows={14}
            maxLength={10_000}
            data-autofocus
            {...form.getInputProps('competence')}
          />
          <MultiSelect label={t.tags} data={withOwn(tags, expert.tags)} {...many} {...form.getInputProps('tags')} />
          <MultiSelect
            label={t.fields}
            data={withOwn(fields, expert.fields)}
            {...many}
            {...form.getInputProps('fields')}
          />
          <MultiSelect label={t.forms} data={withOwn(forms, expert.forms)} {...many} {...form.getInputProps('forms')} />
          <MultiSelect
            label={t.languages}
            data={trainingLanguages.map((code) => ({ value: code, label: languageOf(code) }))}
            {...many}
            {...form.getInputProps('languages')}
          />
          <div className={styles.pair}>
            <TextInput label={t.availability} maxLength={1000} {...form.getInputProps('availability')} />
            <TextInput type="date" label={t.availableFrom} {...form.getInputProps('availableFrom')} />
            <TextInput label={t.employer} maxLength={200} {...form.getInputProps('employer')} />
            <TextInput label={t.task} maxLength={200} {...form.getInputProps('task')} />
          </div>
          <TextInput label={t.rateNote} maxLength={500} {...form.getInputProps('rateNote')} />
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
