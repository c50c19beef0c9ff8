import { client } from '@api/client';
import type { Item } from '@api/types';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { common } from '@shared/common';
import { named, useLanguage, useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import styles from './officer.module.css';
import { noticeTextNames, texts } from './texts';

type Text = Item<'/api/v1/privacy-notice/texts'>;

/** What the officer says in own words; the rest of the notice writes itself. */
export function NoticeTexts() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const names = useTexts(noticeTextNames);
  const nameOf = (one: Text) => (language === 'fi' ? one.labelFi : one.labelEn) || named(names, one.key);
  const [editing, setEditing] = useState<Text>();
  const own = useQuery({
    queryKey: ['notice', 'texts'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/privacy-notice/texts', { signal })),
  });
  if (own.error) return <ErrorState error={own.error} onRetry={() => own.refetch()} />;
  if (!own.data) return <Loading />;
  return (
    <>
      <ul className={styles.list}>
        {own.data.items.map((one) => (
          <li key={one.key} className={styles.item}>
            <div className={styles.head}>
              <h2>
                {one.section}. {nameOf(one)}
              </h2>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t.changeOf(nameOf(one))}
                onClick={() => setEditing(one)}
              >
                {t.change}
              </Button>
            </div>
            <p>{language === 'fi' ? one.fi : one.en}</p>
          </li>
        ))}
      </ul>
      {editing && <EditText of={editing} name={nameOf(editing)} onClose={() => setEditing(undefined)} />}
    </>
  );
}

function EditText({ of, name, onClose }: { of: Text; name: string; onClose: () => void }) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const show = useToast();
  const queries = useQueryClient();
  const [fi, setFi] = useState(of.fi);
  const [en, setEn] = useState(of.en);
  const save = async () => {
    const { error } = await client.PUT('/api/v1/privacy-notice/texts/{key}', {
      params: { path: { key: of.key }, header: { 'If-Match': `"${of.version}"` } },
      body: { fi, en },
    });
    if (error) return show.failed(error);
    await queries.invalidateQueries({ queryKey: ['notice'] });
    onClose();
    show.done(t.saved);
  };
  return (
    <Dialog open onClose={onClose} title={t.changeOf(name)} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack>
          <Textarea
            label={t.inFinnish}
            required
            autosize
            maxRows={12}
            maxLength={8000}
            data-autofocus
            value={fi}
            onChange={(event) => setFi(event.currentTarget.value)}
          />
          <Textarea
            label={t.inEnglish}
            required
            autosize
            maxRows={12}
            maxLength={8000}
            value={en}
            onChange={(event) => setEn(event.currentTarget.value)}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit">{c.save}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
