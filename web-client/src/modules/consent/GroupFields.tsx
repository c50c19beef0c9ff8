import { NumberInput, Select, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { moreTexts } from './moreTexts';
import { useGroupNames } from './useGroupNames';
import type { ListValues } from './useListForm';

/** A saved group instead of a filter, and whether it comes anew each month. */
export function GroupFields({ form }: { form: UseFormReturnType<ListValues> }) {
  const t = useTexts(moreTexts);
  const me = useMe();
  const groups = useGroupNames(me.may('targetGroups'));
  return (
    <>
      <Select
        label={t.group}
        description={t.groupHelp}
        searchable
        allowDeselect={false}
        data={[{ value: '', label: t.noGroup }, ...groups.map((group) => ({ value: group.id, label: group.name }))]}
        {...form.getInputProps('group')}
      />
      {form.values.group && (
        <>
          <Switch
            label={t.monthly}
            description={t.monthlyHelp}
            {...form.getInputProps('monthly', { type: 'checkbox' })}
          />
          {form.values.monthly && (
            <NumberInput label={t.monthlyDay} min={1} max={28} maw={200} {...form.getInputProps('dayOfMonth')} />
          )}
        </>
      )}
    </>
  );
}
