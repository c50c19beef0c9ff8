import { api, client } from '@api/client';
import { faults } from '@api/problem';
import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { dictionary, useTexts } from '@shared/texts';
import { useToast } from '@shared/useToast';
import { IconBookmark, IconUsers, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Dialog } from './Dialog';
import styles from './ListTools.module.css';

const texts = dictionary({
  views: { fi: 'Näkymät', en: 'Views' },
  save: { fi: 'Tallenna näkymä', en: 'Save view' },
  name: { fi: 'Näkymän nimi', en: 'Name of the view' },
  shared: { fi: 'Näytä kaikille', en: 'Show to everyone' },
  sharedView: { fi: 'jaettu', en: 'shared' },
  saved: { fi: (name: string) => `Näkymä ”${name}” tallennettu`, en: (name: string) => `View “${name}” saved` },
  removed: { fi: (name: string) => `Näkymä ”${name}” poistettu`, en: (name: string) => `View “${name}” removed` },
  remove: { fi: (name: string) => `Poista näkymä ${name}`, en: (name: string) => `Remove view ${name}` },
});

type Search = Record<string, unknown>;
export type BuiltInView = { name: string; search: Search };

/** An order-free text of the filters, so that the same filters are the same view. */
const asText = (search: Search) =>
  new URLSearchParams(
    Object.entries(search)
      .filter(([key, value]) => value !== undefined && key !== 'person' && key !== 'tab')
      .map(([key, value]): [string, string] => [key, String(value)])
      .sort(([a], [b]) => a.localeCompare(b)),
  ).toString();

type Props = { list: 'alumni' | 'contacts'; search: Search; builtIn: BuiltInView[] };

/** Views are filters with a name: in the address while one looks, on the server once saved. */
export function SavedViews({ list, search, builtIn }: Props) {
  const t = useTexts(texts);
  const go = useNavigate();
  const show = useToast();
  const queries = useQueryClient();
  const [naming, setNaming] = useState(false);
  const query = { params: { query: { list } } };
  const saved = api.useQuery('get', '/api/v1/saved-views', query).data?.items ?? [];
  const fresh = () =>
    queries.invalidateQueries({ queryKey: api.queryOptions('get', '/api/v1/saved-views', query).queryKey });

  const now = asText(search);
  const open = (to: Search) => go({ to: '.', search: to as never });
  const known = builtIn.some((view) => asText(view.search) === now) || saved.some((view) => view.query === now);

  const make = async (name: string, viewQuery: string, shared: boolean) => {
    const { error } = await client.POST('/api/v1/saved-views', { body: { list, name, query: viewQuery, shared } });
    if (error) throw error;
    await fresh();
  };
  const remove = async (view: (typeof saved)[number]) => {
    const { error } = await client.DELETE('/api/v1/saved-views/{id}', { params: { path: { id: view.id } } });
    if (error) return show.failed(error);
    await fresh();
    show.done(t.removed(view.name), () => make(view.name, view.query, view.shared).catch(show.failed));
  };

  return (
    <nav className={styles.views} aria-label={t.views}>
      {builtIn.map((view) => (
        <button
          key={view.name}
          type="button"
          className={styles.view}
          aria-current={asText(view.search) === now ? 'true' : undefined}
          onClick={() => open(view.search)}
        >
          {view.name}
        </button>
      ))}
      {saved.map((view) => (
        <span
          key={view.id}
          className={styles.view}
          aria-current={view.query === now ? 'true' : undefined}
          style={{ padding: 0 }}
        >
          <button
            type="button"
            className={styles.view}
            onClick={() => open(Object.fromEntries(new URLSearchParams(view.query)))}
          >
            {view.name}
            {view.shared && <IconUsers size={14} aria-label={t.sharedView} role="img" />}
          </button>
          {view.mine && view.query === now && (
            <button
              type="button"
              className={styles.forget}
              aria-label={t.remove(view.name)}
              onClick={() => remove(view)}
            >
              <IconX size={14} aria-hidden />
            </button>
          )}
        </span>
      ))}
      {!known && (
        <button type="button" className={styles.view} data-accent onClick={() => setNaming(true)}>
          <IconBookmark size={16} aria-hidden />
          {t.save}
        </button>
      )}
      <Dialog title={t.save} open={naming} onClose={() => setNaming(false)}>
        <NameView
          onCancel={() => setNaming(false)}
          onSave={async (name, shared) => {
            await make(name, now, shared);
            setNaming(false);
            show.done(t.saved(name));
          }}
        />
      </Dialog>
    </nav>
  );
}

type NameProps = { onSave: (name: string, shared: boolean) => Promise<void>; onCancel: () => void };

function NameView({ onSave, onCancel }: NameProps) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const show = useToast();
  const form = useForm({ initialValues: { name: '', shared: false } });
  const submit = form.onSubmit(({ name, shared }) =>
    onSave(name, shared).catch((error) => {
      form.setErrors(faults(error));
      if (Object.keys(faults(error)).length === 0) show.failed(error);
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
