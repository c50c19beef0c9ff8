import { api } from '@api/client';
import { MultiSelect, NumberInput, Radio, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { languageNames, roleNames, topicNames } from '@shared/common';
import { useMe } from '@shared/me';
import { useLanguage, useTexts } from '@shared/texts';
import { Card } from '@shared/ui/Page';
import { GroupFields } from './GroupFields';
import { listTexts } from './listTexts';
import { moreTexts } from './moreTexts';
import type { ListValues } from './useListForm';

const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

export function ListFields({ form }: { form: UseFormReturnType<ListValues> }) {
  const t = useTexts(listTexts);
  const me = useMe();
  const { language } = useLanguage();
  const topics = useTexts(topicNames);
  const roles = useTexts(roleNames);
  const languages = useTexts(languageNames);
  const alumni = { enabled: me.may('alumni'), staleTime: 60_000 };
  const facets = api.useQuery('get', '/api/v1/alumni/facets', undefined, alumni).data;
  const forms = api.useQuery('get', '/api/v1/alumni/cooperation-forms', undefined, alumni).data?.items ?? [];
  const m = useTexts(moreTexts);
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t.anyone } };

  return (
    <Stack gap={16}>
      <Card title={t.what}>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label={t.name} placeholder={t.nameHint} required maxLength={120} {...form.getInputProps('name')} />
          <Select label={t.topic} data={options(topics)} allowDeselect={false} {...form.getInputProps('topic')} />
        </SimpleGrid>
        <Radio.Group
          label={m.kind}
          description={form.values.kind === 'service' ? m.serviceHelp : undefined}
          {...form.getInputProps('kind')}
        >
          <SimpleGrid cols={{ base: 1, xs: 2 }} mt={6}>
            <Radio value="marketing" label={m.marketing} />
            <Radio value="service" label={m.service} />
          </SimpleGrid>
        </Radio.Group>
      </Card>
      <Card title={t.whom}>
        <GroupFields form={form} />
        <SimpleGrid hidden={form.values.group !== ''} cols={{ base: 1, xs: 2 }}>
          <MultiSelect
            label={t.roles}
            placeholder={form.values.roles.length ? undefined : t.anyone}
            data={options(roles)}
            {...clear}
            {...form.getInputProps('roles')}
          />
          <MultiSelect
            label={t.languages}
            placeholder={form.values.languages.length ? undefined : t.anyone}
            data={options(languages)}
            {...clear}
            {...form.getInputProps('languages')}
          />
          <MultiSelect
            label={t.programmes}
            placeholder={form.values.programmes.length ? undefined : t.anyone}
            data={facets?.programmes ?? []}
            searchable
            {...clear}
            {...form.getInputProps('programmes')}
          />
          <MultiSelect
            label={t.forms}
            placeholder={form.values.forms.length ? undefined : t.anyone}
            data={forms.map((one) => ({ value: one.code, label: language === 'fi' ? one.fi : one.en }))}
            searchable
            {...clear}
            {...form.getInputProps('forms')}
          />
          <NumberInput
            label={t.graduatedFrom}
            min={1900}
            max={2200}
            hideControls
            {...form.getInputProps('graduatedFrom')}
          />
          <NumberInput
            label={t.graduatedTo}
            min={1900}
            max={2200}
            hideControls
            {...form.getInputProps('graduatedTo')}
          />
          <TextInput label={t.q} {...form.getInputProps('q')} />
        </SimpleGrid>
      </Card>
      <Card title={t.why}>
        <Textarea
          label={t.purpose}
          description={t.purposeHint}
          required
          maxLength={500}
          {...form.getInputProps('purpose')}
        />
        <Radio.Group label={t.unit} {...form.getInputProps('unit')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} mt={6}>
            <Radio value="communications" label={t.communications} />
            <Radio value="rector" label={t.rector} />
          </SimpleGrid>
        </Radio.Group>
      </Card>
    </Stack>
  );
}
