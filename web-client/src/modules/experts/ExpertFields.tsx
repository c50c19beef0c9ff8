import type { Body } from '@api/types';
import { MultiSelect, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTexts } from '@shared/texts';
import styles from './experts.module.css';
import { texts } from './texts';
import { trainingLanguages, useCodes, useLanguageNames } from './useCodes';
import type { Expert } from './useExpert';

export const valuesOf = (expert?: Expert) => ({
  competence: expert?.competence ?? '',
  tags: expert?.tags ?? [],
  fields: expert?.fields ?? [],
  forms: expert?.forms ?? [],
  languages: expert?.languages ?? [],
  availability: expert?.availability ?? '',
  availableFrom: expert?.availableFrom ?? '',
  employer: expert?.employer ?? '',
  task: expert?.task ?? '',
  rateNote: expert?.rateNote ?? '',
});

type Values = ReturnType<typeof valuesOf>;

/** What was typed as the API takes it: an empty field is none. */
export const toldOf = (typed: Values) => ({
  tags: typed.tags,
  fields: typed.fields,
  forms: typed.forms,
  languages: typed.languages as NonNullable<Body<'/api/v1/experts', 'post'>['languages']>,
  competence: typed.competence || null,
  availability: typed.availability || null,
  availableFrom: typed.availableFrom || null,
  employer: typed.employer || null,
  task: typed.task || null,
  rateNote: typed.rateNote || null,
});

/** What an expert tells: the same when one joins and when it is corrected. */
export function ExpertFields({ form, expert, autoFocus }: Props) {
  const t = useTexts(texts);
  const tags = useCodes('competences');
  const fields = useCodes('expert-fields');
  const forms = useCodes('expert-forms');
  const languageOf = useLanguageNames();
  // A retired code that the person has stays to be seen.
  const withOwn = (
    list: { name: (code: string) => string; options: { value: string; label: string }[] },
    own: string[] = [],
  ) => [
    ...list.options,
    ...own
      .filter((code) => !list.options.some((option) => option.value === code))
      .map((code) => ({ value: code, label: list.name(code) })),
  ];
  const many = { searchable: true, hidePickedOptions: true, comboboxProps: { keepMounted: false } };
  return (
    <>
      <Textarea
        label={t.competence}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={10_000}
        data-autofocus={autoFocus || undefined}
        {...form.getInputProps('competence')}
      />
      <MultiSelect label={t.tags} data={withOwn(tags, expert?.tags)} {...many} {...form.getInputProps('tags')} />
      <MultiSelect
        label={t.fields}
        data={withOwn(fields, expert?.fields)}
        {...many}
        {...form.getInputProps('fields')}
      />
      <MultiSelect label={t.forms} data={withOwn(forms, expert?.forms)} {...many} {...form.getInputProps('forms')} />
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
    </>
  );
}

type Props = {
  // biome-ignore lint/suspicious/noExplicitAny: a form of these fields and more
  form: Pick<UseFormReturnType<any>, 'getInputProps'>;
  expert?: Expert;
  autoFocus?: boolean;
};
