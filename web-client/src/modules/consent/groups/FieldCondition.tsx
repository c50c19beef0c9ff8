import { client } from '@api/client';
import { ActionIcon, MultiSelect, Select, TagsInput, TextInput } from '@mantine/core';
import { useTexts } from '@shared/texts';
import { RemotePicker } from '@shared/ui/RemotePicker';
import { unwrap } from '@shared/usePages';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Leaf } from './definition';
import styles from './groups.module.css';
import { texts } from './texts';
import { type Field, useFields } from './useGroups';

type Props = { leaf: Leaf; onChange: (leaf: Leaf) => void; onRemove: () => void };

/** One condition: a field, and what is asked of it in the ways that the field allows. */
export function FieldCondition({ leaf, onChange, onRemove }: Props) {
  const t = useTexts(texts);
  const { items, name } = useFields();
  const modules: Record<string, string> = {
    contact: t.moduleContact,
    activity: t.moduleActivity,
    organisation: t.moduleOrganisation,
    alumni: t.moduleAlumni,
    event: t.moduleEvent,
    consent: t.moduleConsent,
    list: t.moduleList,
  };
  const field = items.find((one) => one.field === leaf.field);
  const label = field ? name(field) : leaf.field || t.chooseField;
  const groups = [...new Set(items.map((one) => one.field.split('.')[0] ?? ''))].map((module) => ({
    group: modules[module] ?? module,
    items: items
      .filter((one) => one.field.startsWith(`${module}.`))
      .map((one) => ({ value: one.field, label: name(one) })),
  }));
  return (
    <fieldset className={styles.condition}>
      <legend className="visually-hidden">{label}</legend>
      <Select
        label={t.field}
        placeholder={t.chooseField}
        data={groups}
        searchable
        allowDeselect={false}
        value={leaf.field || null}
        onChange={(value) => onChange({ ...leaf, field: value ?? '', is: [], contains: '', from: '', to: '' })}
      />
      {field && <Asked field={field} leaf={leaf} onChange={onChange} />}
      <ActionIcon variant="subtle" size="lg" aria-label={t.removeCondition(label)} onClick={onRemove}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </fieldset>
  );
}

function Asked({ field, leaf, onChange }: { field: Field; leaf: Leaf; onChange: (leaf: Leaf) => void }) {
  const t = useTexts(texts);
  const { name } = useFields();
  const may = (how: string) => field.operators.includes(how);
  const clear = { clearable: true, clearButtonProps: { 'aria-hidden': true, tabIndex: -1 } };
  return (
    <div className={styles.asked}>
      {field.kind === 'organisation' ? (
        <Organisation leaf={leaf} onChange={onChange} />
      ) : (
        may('is') &&
        (field.values.length > 0 ? (
          <MultiSelect
            label={t.is}
            searchable
            {...clear}
            data={field.values.map((one) => ({ value: one.value, label: name(one) }))}
            value={leaf.is}
            onChange={(is) => onChange({ ...leaf, is })}
          />
        ) : (
          <TagsInput
            label={t.is}
            placeholder={leaf.is.length > 0 ? undefined : t.typeValues}
            {...clear}
            value={leaf.is}
            onChange={(is) => onChange({ ...leaf, is })}
          />
        ))
      )}
      {may('contains') && (
        <TextInput
          label={t.contains}
          maxLength={200}
          value={leaf.contains}
          onChange={(event) => onChange({ ...leaf, contains: event.currentTarget.value })}
        />
      )}
      {(may('years') || may('days')) && (
        <>
          <Limit
            leaf={leaf}
            end="from"
            label={may('days') ? t.fromDay : t.fromYear}
            day={may('days')}
            onChange={onChange}
          />
          <Limit leaf={leaf} end="to" label={may('days') ? t.toDay : t.toYear} day={may('days')} onChange={onChange} />
        </>
      )}
    </div>
  );
}

type LimitProps = { leaf: Leaf; end: 'from' | 'to'; label: string; day: boolean; onChange: (leaf: Leaf) => void };

function Limit({ leaf, end, label, day, onChange }: LimitProps) {
  return (
    <TextInput
      label={label}
      type={day ? 'date' : 'text'}
      inputMode={day ? undefined : 'numeric'}
      maxLength={day ? undefined : 4}
      className={styles.limit}
      value={leaf[end]}
      onChange={(event) => onChange({ ...leaf, [end]: event.currentTarget.value })}
    />
  );
}

/** Organisations are too many to list: one is found as one types. */
function Organisation({ leaf, onChange }: { leaf: Leaf; onChange: (leaf: Leaf) => void }) {
  const t = useTexts(texts);
  const id = leaf.is[0];
  const known = useQuery({
    queryKey: ['account', id, 'name'],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/accounts/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: !!id,
  });
  return (
    <RemotePicker
      label={t.moduleOrganisation}
      from="accounts"
      value={id ? { id, name: known.data?.name ?? '…' } : null}
      onChange={(picked) => onChange({ ...leaf, is: picked ? [picked.id] : [] })}
      find={async (q, signal) =>
        (await unwrap(client.GET('/api/v1/accounts', { params: { query: { q, limit: 12 } }, signal }))).items.map(
          (one) => ({ id: one.id, name: one.name, note: one.businessId }),
        )
      }
    />
  );
}
