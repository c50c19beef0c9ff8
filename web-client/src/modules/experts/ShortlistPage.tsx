import { client } from '@api/client';
import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { common } from '@shared/common';
import { peopleInOrder } from '@shared/contactTab';
import { listName } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { PersonName, Tag } from '@shared/ui/Badges';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState, Loading, NoRight } from '@shared/ui/States';
import { useTagged } from '@shared/useTagged';
import { useToast } from '@shared/useToast';
import { IconPencil, IconSearch, IconX } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import styles from './experts.module.css';
import { candidateStates, listTexts } from './listTexts';
import { ShortlistForm } from './ShortlistForm';
import { useFreshExperts } from './useExpert';
import type { Shortlist } from './useShortlists';

type Candidate = Shortlist['experts'][number];
type Change = { state?: keyof typeof candidateStates.fi; note?: string | null };

/** One shortlist: who was thought of, who was asked, who said yes. */
export function ShortlistPage() {
  const t = useTexts(listTexts);
  const c = useTexts(common);
  const me = useMe();
  const show = useToast();
  const fresh = useFreshExperts();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const [editing, setEditing] = useState(false);
  const loaded = useTagged(
    ['shortlist', id],
    (signal) => client.GET('/api/v1/expert-shortlists/{id}', { params: { path: { id } }, signal }),
    me.may('experts'),
  );
  const list = loaded.data?.value;
  useEffect(() => peopleInOrder.set(list?.experts.map((expert) => expert.contactId) ?? []), [list]);
  const tag = loaded.data?.tag ?? '';
  const may = me.may('editExperts');

  const told = async (answer: Promise<{ error?: unknown }>, said: string) => {
    const { error } = await answer;
    await fresh();
    if (error) show.failed(error);
    else show.done(said);
  };
  const header = { 'If-Match': tag };
  const change = (who: Candidate, body: Change) => {
    const path = { id, contactId: who.contactId };
    return told(
      client.PATCH('/api/v1/expert-shortlists/{id}/experts/{contactId}', { params: { path, header }, body }),
      t.saved,
    );
  };
  const remove = (who: Candidate) => {
    const path = { id, contactId: who.contactId };
    return told(
      client.DELETE('/api/v1/expert-shortlists/{id}/experts/{contactId}', { params: { path, header } }),
      t.removed,
    );
  };
  const close = (isClosed: boolean) =>
    told(
      client.PATCH('/api/v1/expert-shortlists/{id}', { params: { path: { id }, header }, body: { isClosed } }),
      t.saved,
    );
  const search = (
    <Button
      variant="default"
      leftSection={<IconSearch size={18} aria-hidden />}
      renderRoot={(props) => <Link to={'/experts' as string} {...props} />}
    >
      {t.toSearch}
    </Button>
  );

  return (
    <Page
      title={list?.name ?? t.list}
      note={list?.isClosed && <Tag>{t.closed}</Tag>}
      actions={
        list && (
          <>
            {search}
            {may && (
              <>
                <Button variant="default" onClick={() => close(!list.isClosed)}>
                  {list.isClosed ? t.reopen : t.close}
                </Button>
                <Button
                  variant="default"
                  aria-label={t.edit}
                  leftSection={<IconPencil size={18} aria-hidden />}
                  onClick={() => setEditing(true)}
                >
                  {c.edit}
                </Button>
              </>
            )}
          </>
        )
      }
    >
      {!me.may('experts') ? (
        <NoRight />
      ) : loaded.isPending ? (
        <Loading lines={6} height={56} />
      ) : loaded.error || !list ? (
        <ErrorState error={loaded.error} onRetry={() => loaded.refetch()} />
      ) : (
        <>
          {list.purpose && <p className={styles.text}>{list.purpose}</p>}
          {list.experts.length === 0 ? (
            <EmptyState title={t.emptyList} action={search}>
              {t.emptyListText}
            </EmptyState>
          ) : (
            <ul className={styles.hits}>
              {list.experts.map((who) => (
                <CandidateLine
                  key={who.contactId}
                  who={who}
                  may={may && !who.isPassive}
                  onChange={(body) => change(who, body)}
                  onRemove={() => remove(who)}
                />
              ))}
            </ul>
          )}
          {editing && <ShortlistForm list={list} tag={tag} onClose={() => setEditing(false)} />}
        </>
      )}
    </Page>
  );
}

type LineProps = {
  who: Candidate;
  may: boolean;
  onChange: (body: Change) => void;
  onRemove: () => void;
};

function CandidateLine({ who, may, onChange, onRemove }: LineProps) {
  const t = useTexts(listTexts);
  const states = useTexts(candidateStates);
  const [note, setNote] = useState(who.note ?? '');
  useEffect(() => setNote(who.note ?? ''), [who.note]);
  const name = listName(who);
  return (
    <li className={styles.candidate}>
      <PersonName
        id={who.contactId}
        name={name}
        note={[who.employer, who.town].filter(Boolean).join(' · ')}
        passive={who.isPassive}
        tab="expert"
      />
      <Select
        aria-label={t.stateOf(name)}
        allowDeselect={false}
        disabled={!may}
        data={Object.entries(states).map(([value, label]) => ({ value, label }))}
        value={who.state}
        onChange={(state) => state && state !== who.state && onChange({ state: state as Change['state'] })}
      />
      <TextInput
        aria-label={t.noteOf(name)}
        placeholder={t.note}
        maxLength={1000}
        readOnly={!may}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onBlur={() => note !== (who.note ?? '') && onChange({ note: note || null })}
      />
      {may && (
        <ActionIcon variant="subtle" color="gray" aria-label={t.remove(name)} onClick={onRemove}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
