import { client } from '@api/client';
import { Button, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { Card, Page } from '@shared/ui/Page';
import { ErrorState, Loading, NoRight } from '@shared/ui/States';
import { useRefused } from '@shared/useRefused';
import { useTagged } from '@shared/useTagged';
import { useToast } from '@shared/useToast';
import { IconArchive, IconMailForward } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Builder } from './Builder';
import { type Definition, definitionOf, newBranch, newLeaf, partOf } from './definition';
import { GroupCount } from './GroupCount';
import styles from './groups.module.css';
import { Members } from './Members';
import { texts } from './texts';
import { type Group, useFreshGroups } from './useGroups';

/** A target group, saved or new: its definition with the live count, and its people. */
export function TargetGroupPage() {
  const t = useTexts(texts);
  const me = useMe();
  const { id } = useParams({ strict: false }) as { id?: string };
  const { kind, start } = useSearch({ strict: false }) as { kind?: string; start?: Definition };
  const loaded = useTagged(
    ['target-group', id],
    (signal) => client.GET('/api/v1/target-groups/{id}', { params: { path: { id: id ?? '' } }, signal }),
    !!id && me.may('targetGroups'),
  );
  const allowed = id ? me.may('targetGroups') : me.may('editTargetGroups');
  if (!allowed || (id && loaded.isPending) || loaded.error)
    return (
      <Page title={t.one}>
        {!allowed ? (
          <NoRight />
        ) : loaded.error ? (
          <ErrorState error={loaded.error} onRetry={() => loaded.refetch()} />
        ) : (
          <Loading lines={8} />
        )}
      </Page>
    );
  return (
    <Editor
      key={`${id ?? kind} ${loaded.data?.tag}`}
      group={loaded.data?.value}
      tag={loaded.data?.tag}
      isStatic={loaded.data?.value.isStatic ?? kind === 'list'}
      start={start}
    />
  );
}

type EditorProps = { group?: Group; tag?: string; isStatic: boolean; start?: Definition };

function Editor({ group, tag, isStatic, start }: EditorProps) {
  const t = useTexts(texts);
  const me = useMe();
  const go = useNavigate();
  const show = useToast();
  const fresh = useFreshGroups();
  const may = me.may('editTargetGroups');
  const from = group?.definition ?? start;
  const [tree, setTree] = useState(() => (from ? partOf(from) : newBranch('all', [newLeaf()])));
  const definition = definitionOf(tree) ?? ({ all: [] } as Definition);
  const form = useForm({
    initialValues: {
      name: group?.name ?? '',
      description: group?.description ?? '',
      isShared: group?.isShared ?? true,
    },
  });
  const refused = useRefused(form);
  const save = form.onSubmit(async (values) => {
    const body = { ...values, ...(!isStatic && { definition }) };
    const { data, error } = group
      ? await client.PATCH('/api/v1/target-groups/{id}', {
          params: { path: { id: group.id }, header: { 'If-Match': tag ?? '' } },
          body,
        })
      : await client.POST('/api/v1/target-groups', { body });
    if (!data) return refused(error);
    await fresh();
    show.done(t.saved);
    if (!group) await go({ to: `/target-groups/${data.id}` as string });
  });
  const archive = async () => {
    if (!group) return;
    const { error } = await client.DELETE('/api/v1/target-groups/{id}', {
      params: { path: { id: group.id }, header: { 'If-Match': tag ?? '' } },
    });
    if (error) return show.failed(error);
    await fresh();
    show.done(t.archived);
    await go({ to: '/target-groups' as string });
  };
  const toList = group && may && (
    <Button
      leftSection={<IconMailForward size={18} aria-hidden />}
      renderRoot={(props) => <Link to={`/mailing-lists/new?group=${group.id}` as string} {...props} />}
    >
      {t.makeList}
    </Button>
  );
  return (
    <Page
      title={group?.name ?? (isStatic ? t.newList : t.newGroup)}
      note={group && `${t.owner} ${group.ownerName}`}
      actions={toList}
    >
      <form onSubmit={save} className={styles.page}>
        <Stack gap={16} miw={0}>
          <Card>
            <TextInput label={t.name} required maxLength={200} disabled={!may} {...form.getInputProps('name')} />
            <Textarea label={t.description} maxLength={1000} disabled={!may} {...form.getInputProps('description')} />
            <Switch label={t.shared} disabled={!may} {...form.getInputProps('isShared', { type: 'checkbox' })} />
          </Card>
          {!isStatic && (
            <Card title={t.whom}>
              <Builder tree={tree} onChange={setTree} />
            </Card>
          )}
          {group && <Members group={group} />}
        </Stack>
        <aside className={styles.aside}>
          {!isStatic && (
            <Card>
              <GroupCount definition={definition} />
            </Card>
          )}
          {may && (
            <Button type="submit" size="md" loading={form.submitting}>
              {t.save}
            </Button>
          )}
          {may && group && (
            <>
              <Button variant="default" leftSection={<IconArchive size={18} aria-hidden />} onClick={archive}>
                {t.archive}
              </Button>
              <p className="muted small">{t.archiveHelp}</p>
            </>
          )}
        </aside>
      </form>
    </Page>
  );
}
