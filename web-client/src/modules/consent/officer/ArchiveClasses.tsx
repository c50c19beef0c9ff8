import { client } from '@api/client';
import type { Item } from '@api/types';
import { Button, Checkbox, Group, NumberInput } from '@mantine/core';
import { common } from '@shared/common';
import { useLanguage, useTexts } from '@shared/texts';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import styles from './officer.module.css';
import { texts } from './texts';

type Class = Item<'/api/v1/retention/archive-classes'>;

/** How long documents are kept, by the records plan. */
export function ArchiveClasses() {
  const classes = useQuery({
    queryKey: ['retention', 'archive'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/retention/archive-classes', { signal })),
  });
  if (classes.error) return <ErrorState error={classes.error} onRetry={() => classes.refetch()} />;
  if (!classes.data) return <Loading />;
  return (
    <ul className={styles.list}>
      {classes.data.items.map((one) => (
        <ClassItem key={one.code} one={one} />
      ))}
    </ul>
  );
}

function ClassItem({ one }: { one: Class }) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const { language } = useLanguage();
  const show = useToast();
  const queries = useQueryClient();
  const [years, setYears] = useState<number | string>(one.years ?? '');
  const [isPermanent, setPermanent] = useState(one.isPermanent);
  const name = language === 'fi' ? one.nameFi : one.nameEn;
  const save = async () => {
    const { error } = await client.PUT('/api/v1/retention/archive-classes/{code}', {
      params: { path: { code: one.code } },
      body: {
        nameFi: one.nameFi,
        nameEn: one.nameEn,
        trigger: one.trigger as never,
        ground: one.ground,
        isPermanent,
        years: years === '' || isPermanent ? null : Number(years),
      },
    });
    if (error) return show.failed(error);
    await queries.invalidateQueries({ queryKey: ['retention', 'archive'] });
    show.done(t.saved);
  };
  return (
    <li className={styles.item}>
      <h2>{name}</h2>
      <p className="muted small">{one.ground}</p>
      <Group align="end">
        <NumberInput
          label={t.years}
          placeholder={t.undecided}
          min={0}
          max={200}
          clampBehavior="strict"
          disabled={isPermanent}
          value={isPermanent ? '' : years}
          onChange={setYears}
        />
        <Checkbox
          label={t.permanent}
          checked={isPermanent}
          onChange={(event) => setPermanent(event.currentTarget.checked)}
        />
        <Button variant="default" aria-label={`${c.save}: ${name}`} onClick={save}>
          {c.save}
        </Button>
      </Group>
    </li>
  );
}
