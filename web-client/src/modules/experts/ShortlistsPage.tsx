import { Button } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { Tag } from '@shared/ui/Badges';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState, Loading, NoRight } from '@shared/ui/States';
import { IconListDetails, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import styles from './experts.module.css';
import { listTexts } from './listTexts';
import { ShortlistForm } from './ShortlistForm';
import { useShortlists } from './useShortlists';

/** The shortlists of trainings and projects. */
export function ShortlistsPage() {
  const t = useTexts(listTexts);
  const f = useFormat();
  const me = useMe();
  const navigate = useNavigate();
  const [making, setMaking] = useState(false);
  const lists = useShortlists(me.may('experts'));
  const make = me.may('editExperts') && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setMaking(true)}>
      {t.newList}
    </Button>
  );
  return (
    <Page title={t.title} actions={make}>
      {!me.may('experts') ? (
        <NoRight />
      ) : lists.isPending ? (
        <Loading lines={5} height={56} />
      ) : lists.error ? (
        <ErrorState error={lists.error} onRetry={() => lists.refetch()} />
      ) : lists.data.length === 0 ? (
        <EmptyState title={t.noListsTitle} icon={<IconListDetails stroke={1.5} aria-hidden />} action={make}>
          {t.noListsText}
        </EmptyState>
      ) : (
        <ul className={styles.hits}>
          {lists.data.map((list) => (
            <li key={list.id} className={styles.hit}>
              <div className={styles.who}>
                <Link to={'/expert-shortlists/$id' as string} params={{ id: list.id } as never}>
                  {list.name}
                </Link>
                {list.isClosed && <Tag>{t.closed}</Tag>}
              </div>
              {list.purpose && <p className={styles.words}>{list.purpose}</p>}
              <p className={styles.facts}>
                <span className="muted small">
                  {t.experts} {f.number(list.experts)} · {t.yesCount} {f.number(list.yes)} · {t.updated}{' '}
                  {f.date(list.updatedAt)} · {list.createdBy}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
      {making && (
        <ShortlistForm
          onClose={() => setMaking(false)}
          onMade={(id) => navigate({ to: '/expert-shortlists/$id' as string, params: { id } as never })}
        />
      )}
    </Page>
  );
}
