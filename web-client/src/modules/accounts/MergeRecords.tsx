import { client } from '@api/client';
import { Alert, Button, Group } from '@mantine/core';
import { useTexts } from '@shared/texts';
import { PassiveTag } from '@shared/ui/Badges';
import { Dialog } from '@shared/ui/Dialog';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { IconArrowMerge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import styles from './duplicates.module.css';
import { duplicateTexts, mergeFieldNames } from './duplicateTexts';
import { differing, type Mergeable, type MergeField, proposed, useMergeable } from './mergeFields';
import { useUndoMerge } from './useUndoMerge';

type Props = { kind: 'contact' | 'account'; ids: string[]; onClose: () => void };

/** Two to five records side by side: which one stays, and which value holds for each field. */
export function MergeRecords({ kind, ids, onClose }: Props) {
  const t = useTexts(duplicateTexts);
  const mergeable = useMergeable();
  const [left, setLeft] = useState<string[]>([]);
  const shown = ids.filter((id) => !left.includes(id));
  const loaded = useQuery({
    queryKey: ['merge', kind, ...ids],
    queryFn: ({ signal }) =>
      Promise.all(
        ids.map(async (id) =>
          kind === 'contact'
            ? mergeable.contact(await unwrap(client.GET('/api/v1/contacts/{id}', { params: { path: { id } }, signal })))
            : mergeable.account(
                await unwrap(client.GET('/api/v1/accounts/{id}', { params: { path: { id } }, signal })),
              ),
        ),
      ),
    gcTime: 0,
    retry: false,
  });
  const records = loaded.data?.filter((one) => shown.includes(one.id));
  return (
    <Dialog open title={t.mergeTitle(shown.length)} onClose={onClose} size="min(1100px, 96vw)">
      {loaded.error ? (
        <ErrorState error={loaded.error} onRetry={() => loaded.refetch()} />
      ) : records ? (
        <Choices
          key={shown.join()}
          records={records}
          onLeave={shown.length > 2 ? (id) => setLeft([...left, id]) : undefined}
          onClose={onClose}
        />
      ) : (
        <Loading />
      )}
    </Dialog>
  );
}

type ChoicesProps = { records: Mergeable[]; onLeave?: (id: string) => void; onClose: () => void };

function Choices({ records, onLeave, onClose }: ChoicesProps) {
  const t = useTexts(duplicateTexts);
  const names = useTexts(mergeFieldNames);
  const show = useToast();
  const undo = useUndoMerge();
  // The oldest of those in use stays, unless one says otherwise.
  const able = records.filter((one) => !one.isPassive);
  const eldest = [...able].sort((a, b) => a.createdAt.localeCompare(b.createdAt))[0];
  const [survivor, setSurvivor] = useState(eldest?.id ?? '');
  const [chosen, setChosen] = useState<Partial<Record<MergeField, string>>>({});
  const [busy, setBusy] = useState(false);
  const fields = differing(records);
  const choice = (field: MergeField) => chosen[field] ?? proposed(records, survivor, field);
  const outcomeOf = (field: MergeField) => records.find((one) => one.id === choice(field))?.values[field];
  const kind = records[0]?.kind;
  const name =
    kind === 'account' ? outcomeOf('name') : [outcomeOf('lastName'), outcomeOf('firstNames')].filter(Boolean).join(' ');
  const sum = (part: number) => records.reduce((all, one) => all + (one.parts[part] ?? 0), 0);

  const merge = async () => {
    setBusy(true);
    const sent = {
      params: { path: { id: survivor } },
      body: {
        others: records.map((one) => one.id).filter((id) => id !== survivor),
        fields: Object.fromEntries(fields.map((field) => [field, choice(field)])),
        versions: Object.fromEntries(records.map((one) => [one.id, one.version])),
      },
    };
    const { data, error } = await (kind === 'account'
      ? client.POST('/api/v1/accounts/{id}/merge', sent)
      : client.POST('/api/v1/contacts/{id}/merge', sent));
    setBusy(false);
    if (!data) return show.failed(error);
    onClose();
    await undo.fresh();
    show.done(t.merged(name ?? ''), () => undo.run(data.mergeId));
  };

  return (
    <>
      <p className="muted">{t.mergeHelp}</p>
      {able.length === 0 && (
        <Alert color="yellow" mt="sm">
          {t.passiveStays}
        </Alert>
      )}
      <div className={styles.sides} style={{ '--records': records.length } as React.CSSProperties}>
        <fieldset className={styles.line} aria-label={t.stays}>
          <span className={styles.label} aria-hidden>
            {t.stays}
          </span>
          {records.map((one) => (
            <div key={one.id} className={styles.option} data-chosen={one.id === survivor || undefined}>
              <label>
                <input
                  type="radio"
                  name="survivor"
                  checked={one.id === survivor}
                  disabled={one.isPassive}
                  onChange={() => setSurvivor(one.id)}
                  aria-label={t.staysOf(one.name)}
                />
                <strong>{one.name}</strong>
                {one.isPassive && <PassiveTag />}
              </label>
              {onLeave && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t.leaveOut(one.name)}
                  onClick={() => onLeave(one.id)}
                >
                  ×
                </Button>
              )}
            </div>
          ))}
          <span className={styles.result}>
            <span className={styles.resultHead}>{t.result}</span>
          </span>
        </fieldset>
        {fields.map((field) => (
          <fieldset key={field} className={styles.line} aria-label={names[field]}>
            <span className={styles.label} aria-hidden>
              {names[field]}
            </span>
            {records.map((one) => (
              <div key={one.id} className={styles.option} data-chosen={one.id === choice(field) || undefined}>
                <label>
                  <input
                    type="radio"
                    name={field}
                    checked={one.id === choice(field)}
                    onChange={() => setChosen({ ...chosen, [field]: one.id })}
                  />
                  <span>{one.values[field] ?? <span className="muted">{t.empty}</span>}</span>
                </label>
              </div>
            ))}
            <output className={styles.result}>{outcomeOf(field) ?? t.empty}</output>
          </fieldset>
        ))}
      </div>
      <div className={styles.along}>
        <h3>{t.movedToo}</h3>
        <p>{kind === 'contact' ? t.counts(sum(0), sum(1), sum(2), sum(3)) : t.accountCounts}</p>
      </div>
      <Group justify="flex-end" mt="md">
        <Button
          onClick={merge}
          loading={busy}
          disabled={!survivor}
          leftSection={<IconArrowMerge size={18} aria-hidden />}
        >
          {t.merge}
        </Button>
      </Group>
    </>
  );
}
