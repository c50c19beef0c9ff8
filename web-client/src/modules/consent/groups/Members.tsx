import { client } from '@api/client';
import { ActionIcon, Button } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { Card } from '@shared/ui/Page';
import { type Picked, RemotePicker } from '@shared/ui/RemotePicker';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap, usePages } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Builder } from './Builder';
import { type Definition, definitionOf, newBranch, newLeaf } from './definition';
import { GroupCount } from './GroupCount';
import styles from './groups.module.css';
import { texts } from './texts';
import { type Group, useFreshGroups } from './useGroups';

type Change = { act: 'add' | 'remove'; contactIds?: string[]; definition?: Definition };

/** Who is in the group now; a list kept by hand gains and loses people here. */
export function Members({ group }: { group: Group }) {
  const t = useTexts(texts);
  const f = useFormat();
  const me = useMe();
  const show = useToast();
  const fresh = useFreshGroups();
  const [tree, setTree] = useState<ReturnType<typeof newBranch>>();
  const may = group.isStatic && me.may('editTargetGroups');
  const members = usePages(['target-group', group.id, 'members'], ({ cursor, signal }) =>
    unwrap(
      client.GET('/api/v1/target-groups/{id}/members', {
        params: { path: { id: group.id }, query: { cursor, limit: 50 } },
        signal,
      }),
    ),
  );
  const change = async (body: Change) => {
    const { data, error } = await client.POST('/api/v1/target-groups/{id}/members', {
      params: { path: { id: group.id } },
      body,
    });
    if (!data) return show.failed(error);
    await fresh();
    show.done(t.changed(f.number(data.changed), data.leftOut));
  };
  const filter = tree && definitionOf(tree);
  return (
    <Card title={`${t.members} (${f.number(group.count)})`}>
      {may && (
        <div className={styles.tools}>
          <div className={styles.grow}>
            <AddPerson onAdd={(person) => change({ act: 'add', contactIds: [person.id] })} />
          </div>
          <Button variant="default" onClick={() => setTree(tree ? undefined : newBranch('all', [newLeaf()]))}>
            {t.addByFilter}
          </Button>
        </div>
      )}
      {tree && filter && (
        <>
          <Builder tree={tree} onChange={setTree} />
          <GroupCount definition={filter} />
          <div className={styles.tools}>
            <Button onClick={() => change({ act: 'add', definition: filter })}>{t.addThese}</Button>
            <Button variant="default" onClick={() => change({ act: 'remove', definition: filter })}>
              {t.removeThese}
            </Button>
          </div>
        </>
      )}
      {members.error ? (
        <ErrorState error={members.error} onRetry={() => members.retry()} />
      ) : members.loading ? (
        <Loading />
      ) : members.rows.length === 0 ? (
        <p className="muted">{t.noMembers}</p>
      ) : (
        <ul className={styles.members} aria-label={t.members}>
          {members.rows.map((person) => (
            <li key={person.contactId}>
              <span>
                <Link to={`/contacts?person=${person.contactId}` as string}>{person.name}</Link>
                {person.isPassive && <span className="muted small"> · {t.passive}</span>}
              </span>
              {may && (
                <ActionIcon
                  variant="subtle"
                  size="lg"
                  aria-label={t.removePerson(person.name)}
                  onClick={() => change({ act: 'remove', contactIds: [person.contactId] })}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {members.more.has && (
        <Button variant="default" loading={members.more.loading} onClick={() => members.more.load()}>
          {t.more}
        </Button>
      )}
    </Card>
  );
}

function AddPerson({ onAdd }: { onAdd: (person: Picked) => void }) {
  const t = useTexts(texts);
  return (
    <RemotePicker
      label={t.addPerson}
      from="people"
      value={null}
      onChange={(person) => person && onAdd(person)}
      find={async (q, signal) =>
        (
          await unwrap(client.GET('/api/v1/contacts', { params: { query: { q, passive: false, limit: 12 } }, signal }))
        ).items.map((one) => ({
          id: one.id,
          name: [one.lastName, one.calledName || one.firstNames].join(' '),
          note: [one.employer, one.email ?? one.town].filter(Boolean).join(' · '),
        }))
      }
    />
  );
}
