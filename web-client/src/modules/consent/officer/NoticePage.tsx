import { client } from '@api/client';
import { Anchor, Button, Group, SegmentedControl } from '@mantine/core';
import { useMe } from '@shared/me';
import { useLanguage, useTexts } from '@shared/texts';
import { Ask } from '@shared/ui/Ask';
import { EmptyState } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { NoticeTexts } from './NoticeTexts';
import { NoticeVersions } from './NoticeVersions';
import { type Draft, NoticeText } from './NoticeView';
import { OfficerPage } from './Officer';
import styles from './officer.module.css';
import { texts } from './texts';

const views = ['preview', 'changes', 'ownTexts', 'versions'] as const;

/** The privacy notice as the register writes it: look, compare, publish. */
export function NoticePage() {
  const t = useTexts(texts);
  const me = useMe();
  const show = useToast();
  const queries = useQueryClient();
  const [lang, setLang] = useState(useLanguage().language);
  const [view, setView] = useState<(typeof views)[number]>('preview');
  const [publishing, setPublishing] = useState(false);
  const draft = useQuery({
    queryKey: ['notice', 'draft', lang],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/privacy-notice/draft', { params: { query: { lang } }, signal })),
    enabled: me.may('officer'),
  });
  const publish = async () => {
    const { data, error } = await client.POST('/api/v1/privacy-notice/versions');
    if (!data) throw error;
    await queries.invalidateQueries({ queryKey: ['notice'] });
    show.done(t.publishedNow(data.number));
  };

  // The texts to begin with leave names and numbers of people to be filled in.
  const unfinished = [...new Set(JSON.stringify(draft.data?.notice.sections ?? []).match(/\[[^[\]"{]+\]/g))];

  return (
    <OfficerPage
      title={t.notice}
      note={draft.data && (draft.data.published ? t.published(draft.data.published) : t.unpublished)}
      actions={<Button onClick={() => setPublishing(true)}>{t.publish}</Button>}
      of={draft}
    >
      {() => (
        <>
          <div className={styles.tools}>
            <SegmentedControl
              aria-label={t.view}
              value={view}
              onChange={(value) => setView(value as typeof view)}
              data={views.map((value) => ({ value, label: t[value] }))}
            />
            <SegmentedControl
              aria-label={t.languageOf}
              value={lang}
              onChange={(value) => setLang(value as typeof lang)}
              data={[
                { value: 'fi', label: t.inFinnish },
                { value: 'en', label: t.inEnglish },
              ]}
            />
          </div>
          {view === 'versions' ? (
            <NoticeVersions lang={lang} />
          ) : view === 'ownTexts' ? (
            <NoticeTexts />
          ) : (
            draft.data &&
            (view === 'changes' ? <Changes draft={draft.data} /> : <NoticeText notice={draft.data.notice} />)
          )}
          <Group mt="lg">
            <Anchor href={`/api/v1/processing-records?lang=${lang}&format=pdf`}>{t.records} (PDF)</Anchor>
            <Anchor href={`/api/v1/processing-records?lang=${lang}&format=xlsx`}>{t.records} (Excel)</Anchor>
          </Group>
          {publishing && (
            <Ask
              title={t.publish}
              help={[t.publishHelp, unfinished.length > 0 && t.unfinished(unfinished.join(', '))]
                .filter(Boolean)
                .join(' ')}
              act={t.publish}
              onAct={publish}
              onClose={() => setPublishing(false)}
            />
          )}
        </>
      )}
    </OfficerPage>
  );
}

function Changes({ draft }: { draft: Draft }) {
  const t = useTexts(texts);
  if (draft.changes.length === 0) return <EmptyState title={t.noChanges} />;
  return (
    <ul className={styles.list}>
      {draft.changes.map((change) => (
        <li key={change.section} className={styles.item}>
          <h2>
            {change.section}. {change.title}
          </h2>
          {(['added', 'removed'] as const).map(
            (kind) =>
              change[kind].length > 0 && (
                <div key={kind}>
                  <h3>{t[kind]}</h3>
                  <ul className={styles.lines}>
                    {change[kind].map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                </div>
              ),
          )}
        </li>
      ))}
    </ul>
  );
}
