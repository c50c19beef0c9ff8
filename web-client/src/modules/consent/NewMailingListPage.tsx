import { client } from '@api/client';
import { Button, Loader } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { common } from '@shared/common';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { Card, Page } from '@shared/ui/Page';
import { ErrorState, NoRight } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { useRefused } from '@shared/useRefused';
import { useToast } from '@shared/useToast';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Exclusions } from './Exclusions';
import { ListFields } from './ListFields';
import styles from './lists.module.css';
import { listTexts } from './listTexts';
import { bodyOf, type ListStart, targetOf, useListForm } from './useListForm';

/** Choose whom; the count and everyone left out are seen before the list is made. */
export function NewMailingListPage() {
  const t = useTexts(listTexts);
  const c = useTexts(common);
  const f = useFormat();
  const me = useMe();
  const go = useNavigate();
  const show = useToast();
  const queries = useQueryClient();
  const form = useListForm(useSearch({ strict: false }) as ListStart);
  const refused = useRefused(form);
  const wanted = useMemo(() => targetOf(form.values), [form.values]);
  const [asked] = useDebouncedValue(wanted, 300);
  const preview = useQuery({
    queryKey: ['list-preview', asked],
    queryFn: ({ signal }) =>
      unwrap(client.POST('/api/v1/mailing-list-exports/preview', { body: asked as never, signal })),
    placeholderData: keepPreviousData,
    enabled: me.may('makeMailingLists'),
  });
  if (!me.may('makeMailingLists'))
    return (
      <Page title={t.new}>
        <NoRight />
      </Page>
    );

  const submit = form.onSubmit(async (values) => {
    const { data, error } = await client.POST('/api/v1/mailing-list-exports', { body: bodyOf(values) });
    if (!data) return refused(error);
    if (values.group && values.monthly) {
      const body = { ...bodyOf(values), dayOfMonth: Number(values.dayOfMonth) || 1 } as never;
      const monthly = await client.POST('/api/v1/mailing-list-schedules', { body });
      if (monthly.error) show.failed(monthly.error);
    }
    queries.invalidateQueries({ queryKey: ['mailing-lists'] });
    queries.invalidateQueries({ queryKey: ['timeline'] });
    show.done(t.made(f.number(data.included)));
    await go({ to: `/mailing-lists/${data.id}` as string });
  });
  const included = preview.data?.included;
  const counting = preview.isFetching || asked !== wanted;

  return (
    <Page title={t.new} narrow>
      <form onSubmit={submit} className={styles.builder}>
        <ListFields form={form} />
        <aside className={styles.aside} aria-label={t.gets}>
          <Card>
            {preview.error ? (
              <ErrorState error={preview.error} onRetry={() => preview.refetch()} />
            ) : (
              <>
                <div role="status" aria-live="polite" data-stale={counting || undefined} className={styles.sum}>
                  <p className="muted">
                    {t.gets} {counting && <Loader size={13} aria-label={t.counting} />}
                  </p>
                  <p>
                    <strong>{f.number(included)}</strong> {included !== undefined && t.people(included)}
                  </p>
                </div>
                {included === 0 && !counting && <p className="muted">{t.nobody}</p>}
                {preview.data && (
                  <Exclusions excluded={preview.data.excluded} examples={preview.data.examples} target={asked} />
                )}
              </>
            )}
            <div className={styles.buttons}>
              <Button
                type="submit"
                loading={form.submitting}
                disabled={included === 0 || included === undefined}
                fullWidth
                size="md"
              >
                {included ? t.create(f.number(included)) : t.createNone}
              </Button>
              <Button variant="default" fullWidth renderRoot={(props) => <Link to="/mailing-lists" {...props} />}>
                {c.cancel}
              </Button>
            </div>
          </Card>
        </aside>
      </form>
    </Page>
  );
}
