import { Button, Checkbox, Group, Stack, TextInput, Tooltip } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { useRefused } from '@shared/useRefused';
import { IconHome, IconHomeFilled, IconX } from '@tabler/icons-react';
import styles from './ListTools.module.css';
import type { SavedView } from './SavedViews';
import { texts } from './savedViewTexts';

type MenuProps = { view: SavedView; onDefault: () => void; onRemove: () => void };

/** What one does with the view that is open: make it the one that the list opens in, or remove an own one. */
export function ViewMenu({ view, onDefault, onRemove }: MenuProps) {
  const t = useTexts(texts);
  return (
    <>
      <Tooltip label={t.makeDefault(view.name)}>
        <button
          type="button"
          className={styles.forget}
          aria-label={t.makeDefault(view.name)}
          aria-pressed={view.isDefault}
          onClick={onDefault}
        >
          {view.isDefault ? <IconHomeFilled size={15} aria-hidden /> : <IconHome size={15} aria-hidden />}
        </button>
      </Tooltip>
      {view.mine && (
        <button
          type="button"
          className={styles.forget}
          style={{ marginInlineStart: 0 }}
          aria-label={t.remove(view.name)}
          onClick={onRemove}
        >
          <IconX size={14} aria-hidden />
        </button>
      )}
    </>
  );
}

type NameProps = { onSave: (name: string, shared: boolean) => Promise<void>; onCancel: () => void };

export function NameView({ onSave, onCancel }: NameProps) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const form = useForm({ initialValues: { name: '', shared: false } });
  const refused = useRefused(form);
  const submit = form.onSubmit(({ name, shared }) =>
    onSave(name, shared).catch((error) => {
      refused(error);
    }),
  );
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput label={t.name} required maxLength={80} data-autofocus {...form.getInputProps('name')} />
        <Checkbox label={t.shared} {...form.getInputProps('shared', { type: 'checkbox' })} />
        <Group justify="end">
          <Button variant="default" onClick={onCancel}>
            {c.cancel}
          </Button>
          <Button type="submit" loading={form.submitting}>
            {c.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
