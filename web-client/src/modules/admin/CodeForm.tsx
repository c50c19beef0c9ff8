import { client } from '@api/client';
import type { Item } from '@api/types';
import { Checkbox, NumberInput, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { useTexts } from '@shared/texts';
import { RecordDialog } from '@shared/ui/RecordDialog';
import { useRecordForm } from '@shared/useRecordForm';
import { useToast } from '@shared/useToast';
import { useQueryClient } from '@tanstack/react-query';
import { codeTexts } from './codeTexts';

export type Code = Item<'/api/v1/code-lists/{list}/codes'>;

/** What a name becomes where only a to z and hyphens may stand. */
const slug = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, (gap) => (/^[\u0300-\u036f]+$/.test(gap) ? '' : '-'))
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);

/** A code of a list: its names, the names that lead to it, its place, whether it is still offered. */
export function CodeForm({ list, code, onClose }: { list: string; code?: Code; onClose: () => void }) {
  const t = useTexts(codeTexts);
  const show = useToast();
  const queries = useQueryClient();
  const record = useRecordForm({
    record: `code/${list}${code ? `/${code.code}` : ''}`,
    base: {
      fi: code?.fi ?? '',
      en: code?.en ?? '',
      aliases: code?.aliases ?? [],
      position: (code?.position ?? '') as number | '',
      isRetired: code?.isRetired ?? false,
    },
    tag: code && `"${code.version}"`,
    async save(changed, whole, tag) {
      const { isRetired: _isRetired, position, ...named } = whole;
      const answer = code
        ? await client.PATCH('/api/v1/code-lists/{list}/codes/{code}', {
            params: { path: { list, code: code.code }, header: { 'If-Match': tag ?? '' } },
            body: changed as never,
          })
        : await client.POST('/api/v1/code-lists/{list}/codes', {
            params: { path: { list } },
            body: { ...named, code: slug(whole.en || whole.fi), ...(position === '' ? {} : { position }) },
          });
      if (answer.error) return { error: answer.error };
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('code-lists') });
      return { tag: answer.response.headers.get('ETag') ?? undefined };
    },
    rename: { code: 'en' },
    onSaved(_values, _id, undo) {
      onClose();
      show.done(t.saved, undo);
    },
  });
  const { form } = record;
  return (
    <RecordDialog
      title={code ? t.editOf(code.fi) : t.add}
      record={record}
      fields={{
        fi: { label: t.fi },
        en: { label: t.en },
        aliases: { label: t.aliases, show: (all) => all.join(', ') },
        position: { label: t.position, show: String },
        isRetired: { label: t.retired, show: (is) => (is ? t.retired : t.inUse) },
      }}
      size="lg"
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t.fi} required maxLength={200} data-autofocus {...form.getInputProps('fi')} />
        <TextInput label={t.en} required maxLength={200} {...form.getInputProps('en')} />
      </SimpleGrid>
      <TagsInput
        label={t.aliases}
        description={t.aliasesHelp}
        maxTags={500}
        acceptValueOnBlur
        comboboxProps={{ keepMounted: false }}
        {...form.getInputProps('aliases')}
      />
      <NumberInput
        label={t.position}
        description={t.positionHelp}
        min={0}
        max={1_000_000}
        clampBehavior="strict"
        allowDecimal={false}
        hideControls
        {...form.getInputProps('position')}
      />
      {code && (
        <Checkbox
          label={t.retire}
          description={t.retireHelp}
          {...form.getInputProps('isRetired', { type: 'checkbox' })}
        />
      )}
    </RecordDialog>
  );
}
