import { api, client } from '@api/client';
import type { Item } from '@api/types';
import { useTexts } from '@shared/texts';
import { useToast } from '@shared/useToast';
import { IconBookmark, IconUsers } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Dialog } from './Dialog';
import styles from './ListTools.module.css';
import { NameView, ViewMenu } from './SavedViewParts';
import { texts } from './savedViewTexts';

type Search = Record<string, unknown>;
export type BuiltInView = { name: string; search: Search };
export type SavedView = Item<'/api/v1/saved-views'>;

const besides = ['person', 'account', 'tab', 'columns'];

/** An order-free text of the filters, so that the same filters are the same view. */
const asText = (search: Search) =>
  new URLSearchParams(
    Object.entries(search)
      .filter(([key, value]) => value !== undefined && !besides.includes(key))
      .map(([key, value]): [string, string] => [key, String(value)])
      .sort(([a], [b]) => a.localeCompare(b)),
  ).toString();

const parts = (query: string) => {
  const { columns = '', ...search } = Object.fromEntries(new URLSearchParams(query));
  return { columns, filters: asText(search) };
};

type Props = {
  list: 'alumni' | 'experts' | 'contacts' | 'accounts';
  search: Search;
  builtIn: BuiltInView[];
  /** The columns as the person has them; kept in a view that is saved. */
  columns?: string;
};

/** Views are filters and columns with a name: in the address while one looks, on the server once saved. */
export function SavedViews({ list, search, builtIn, columns = '' }: Props) {
  const t = useTexts(texts);
  const go = useNavigate();
  const show = useToast();
  const queries = useQueryClient();
  const [naming, setNaming] = useState(false);
  const query = { params: { query: { list } } };
  const views = api.useQuery('get', '/api/v1/saved-views', query);
  const saved = views.data?.items ?? [];
  const fresh = () =>
    queries.invalidateQueries({ queryKey: api.queryOptions('get', '/api/v1/saved-views', query).queryKey });

  const now = asText(search);
  const open = (to: Search) => go({ to: '.', search: to as never });
  const read = (view: SavedView) => Object.fromEntries(new URLSearchParams(view.query));
  /** Its filters, and its columns where it says any. */
  const isOpen = (view: SavedView) => {
    const of = parts(view.query);
    return of.filters === now && (!of.columns || of.columns === columns);
  };
  const known = builtIn.some((view) => asText(view.search) === now) || saved.some(isOpen);
  const changed = columns !== '' && !saved.some(isOpen);

  // The list opens in the person's default view, when it is asked for without saying anything else.
  const first = useRef(now === '');
  const usual = saved.find((view) => view.isDefault);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the views are known
  useEffect(() => {
    if (!views.data) return;
    if (first.current && usual && now === '')
      go({ to: '.', search: ((at: object) => ({ ...at, ...read(usual) })) as never, replace: true });
    first.current = false;
  }, [views.data]);

  const body = (name: string, shared: boolean) => {
    const kept = new URLSearchParams(now);
    if (columns) kept.set('columns', columns);
    return { list, name, query: kept.toString(), shared };
  };
  const make = async (view: { list: string; name: string; query: string; shared: boolean }) => {
    const { error } = await client.POST('/api/v1/saved-views', { body: view as never });
    if (error) throw error;
    await fresh();
  };
  const act = async (answer: Promise<{ error?: unknown }>, done: string, undo?: () => void) => {
    const { error } = await answer;
    if (error) return show.failed(error);
    await fresh();
    show.done(done, undo);
  };

  return (
    <nav className={styles.views} aria-label={t.views}>
      {builtIn.map((view) => (
        <button
          key={view.name}
          type="button"
          className={styles.view}
          aria-current={asText(view.search) === now && !saved.some(isOpen) ? 'true' : undefined}
          onClick={() => open(view.search)}
        >
          {view.name}
        </button>
      ))}
      {saved.map((view) => (
        <span
          key={view.id}
          className={styles.view}
          aria-current={isOpen(view) ? 'true' : undefined}
          style={{ padding: 0 }}
        >
          <button type="button" className={styles.view} onClick={() => open(read(view))}>
            {view.name}
            {view.shared && <IconUsers size={14} aria-label={t.sharedView} role="img" />}
          </button>
          {isOpen(view) && (
            <ViewMenu
              view={view}
              onDefault={() =>
                act(
                  client.POST('/api/v1/saved-views/{id}/default', {
                    params: { path: { id: view.id } },
                    body: { isDefault: !view.isDefault },
                  }),
                  view.isDefault ? t.noDefault(view.name) : t.madeDefault(view.name),
                )
              }
              onRemove={() =>
                act(
                  client.DELETE('/api/v1/saved-views/{id}', { params: { path: { id: view.id } } }),
                  t.removed(view.name),
                  () => make(view).catch(show.failed),
                )
              }
            />
          )}
        </span>
      ))}
      {(!known || changed) && (
        <button type="button" className={styles.view} data-accent onClick={() => setNaming(true)}>
          <IconBookmark size={16} aria-hidden />
          {t.save}
        </button>
      )}
      <Dialog title={t.save} open={naming} onClose={() => setNaming(false)}>
        <NameView
          onCancel={() => setNaming(false)}
          onSave={async (name, shared) => {
            await make(body(name, shared));
            setNaming(false);
            show.done(t.saved(name));
          }}
        />
      </Dialog>
    </nav>
  );
}
