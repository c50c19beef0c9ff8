import { client } from '@api/client';
import { Button, SegmentedControl, Switch } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { ChoiceFilter } from '@shared/ui/Filters';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState, Loading } from '@shared/ui/States';
import { useAddress } from '@shared/useAddress';
import { useJob } from '@shared/useJob';
import { unwrap, usePages } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { IconArrowMerge, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { DuplicatePair, type Pair, pairKey } from './DuplicatePair';
import styles from './duplicates.module.css';
import { duplicateTexts, reasonNames } from './duplicateTexts';
import { MergeRecords } from './MergeRecords';
import { Merges } from './Merges';
import type { DuplicatesSearch } from './routes';
import { useUndoMerge } from './useUndoMerge';

/** Records that may be one: look, merge, or say that they are two. */
export function DuplicatesPage() {
  const t = useTexts(duplicateTexts);
  const { search, change } = useAddress<DuplicatesSearch>();
  const kind = search.kind ?? 'contact';
  const view = search.view ?? 'pairs';
  const me = useMe();
  return (
    <Page title={t.title}>
      <div className={styles.tools}>
        <SegmentedControl
          aria-label={t.kind}
          value={kind}
          onChange={(value) => change({ kind: value as typeof kind, reason: undefined })}
          data={[
            { value: 'contact', label: t.people },
            { value: 'account', label: t.accounts },
          ]}
        />
        <SegmentedControl
          aria-label={t.view}
          value={view}
          onChange={(value) => change({ view: value as typeof view })}
          data={[
            { value: 'pairs', label: t.pairs },
            { value: 'dismissed', label: t.dismissed },
            { value: 'merges', label: t.merges },
          ]}
        />
      </div>
      {!me.may('contacts') ? (
        <ErrorState error={{ status: 403 }} />
      ) : view === 'merges' ? (
        <Merges key={kind} kind={kind} />
      ) : (
        <Pairs key={`${kind} ${view}`} kind={kind} dismissed={view === 'dismissed'} />
      )}
    </Page>
  );
}

function Pairs({ kind, dismissed }: { kind: 'contact' | 'account'; dismissed: boolean }) {
  const t = useTexts(duplicateTexts);
  const reasons = useTexts(reasonNames);
  const f = useFormat();
  const me = useMe();
  const show = useToast();
  const { fresh } = useUndoMerge();
  const { search, change } = useAddress<DuplicatesSearch>();
  const [chosen, setChosen] = useState<string[]>([]);
  const [comparing, setComparing] = useState<string[]>();
  const [jobId, setJobId] = useState<string>();
  const job = useJob(jobId, async () => {
    setJobId(undefined);
    setChosen([]);
    await fresh();
    show.done(t.bulkDone);
  });
  const { reason, exact } = search;
  const pairs = usePages(['duplicates', kind, dismissed, reason, exact], ({ cursor, count, signal }) =>
    unwrap(
      client.GET('/api/v1/duplicates', {
        params: { query: { kind, dismissed, reason, exact, cursor, count } },
        signal,
      }),
    ),
  );
  const may = me.may(kind === 'contact' ? 'editContacts' : 'editAccounts');
  const mayMany = may && me.may('editContacts');

  const say = async (pair: Pair, path: '/api/v1/duplicates/dismiss' | '/api/v1/duplicates/restore') => {
    const body = { kind, firstId: pair.first.id, secondId: pair.second.id };
    const { error } = await client.POST(path, { body });
    if (error) return show.failed(error);
    await fresh();
    if (path.endsWith('dismiss')) show.done(t.dismissedNow, () => say(pair, '/api/v1/duplicates/restore'));
  };
  const mergeChosen = async () => {
    const body = {
      pairs: pairs.rows.filter((pair) => chosen.includes(pairKey(pair))).map((pair) => ({ kind, ...survivorOf(pair) })),
    };
    const { data, error } = await client.POST('/api/v1/duplicates/merge', { body });
    if (data) setJobId(data.jobId);
    else show.failed(error);
  };

  if (pairs.error) return <ErrorState error={pairs.error} onRetry={() => pairs.retry()} />;
  return (
    <>
      <div className={styles.tools}>
        <ChoiceFilter
          label={t.reason}
          value={reason}
          onChange={(value) => change({ reason: value as typeof reason })}
          options={Object.keys(reasons).map((value) => ({ value, label: named(reasons, value) }))}
        />
        <Switch
          label={t.exactOnly}
          checked={exact ?? false}
          onChange={(event) => change({ exact: event.currentTarget.checked || undefined })}
        />
        <span className="muted" role="status">
          {pairs.total !== undefined && t.count(f.number(pairs.total))}
        </span>
      </div>
      {pairs.loading ? (
        <Loading />
      ) : pairs.rows.length === 0 ? (
        <EmptyState title={dismissed ? t.noDismissed : t.emptyTitle} icon={<IconUsersGroup stroke={1.5} aria-hidden />}>
          {!dismissed && t.emptyText}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {pairs.rows.map((pair) => (
            <DuplicatePair
              key={pairKey(pair)}
              pair={pair}
              group={groupOf(pair, pairs.rows)}
              chosen={chosen.includes(pairKey(pair))}
              onChoose={
                mayMany && !dismissed
                  ? (yes) =>
                      setChosen(
                        yes ? [...chosen, pairKey(pair)].slice(0, 200) : chosen.filter((one) => one !== pairKey(pair)),
                      )
                  : undefined
              }
              onCompare={may && !dismissed ? () => setComparing(groupOf(pair, pairs.rows)) : undefined}
              onDismiss={may && !dismissed ? () => say(pair, '/api/v1/duplicates/dismiss') : undefined}
              onRestore={may && dismissed ? () => say(pair, '/api/v1/duplicates/restore') : undefined}
            />
          ))}
        </ul>
      )}
      {pairs.more.has && (
        <Button variant="default" loading={pairs.more.loading} onClick={() => pairs.more.load()}>
          {t.more}
        </Button>
      )}
      {(chosen.length > 0 || jobId) && (
        <div className={styles.foot}>
          <p className="muted" role="status">
            {job && jobId ? t.merging(job.done, job.total ?? chosen.length) : t.chosenHelp}
          </p>
          <Button loading={!!jobId} onClick={mergeChosen} leftSection={<IconArrowMerge size={18} aria-hidden />}>
            {t.mergeChosen(chosen.length)}
          </Button>
        </div>
      )}
      {comparing && <MergeRecords kind={kind} ids={comparing} onClose={() => setComparing(undefined)} />}
    </>
  );
}

/** The elder stays (ids are by time), unless it is passive. */
const survivorOf = (pair: Pair) => {
  const [stays, goes] = pair.first.isPassive ? [pair.second, pair.first] : [pair.first, pair.second];
  return { survivorId: stays.id, otherId: goes.id };
};

/** The records of the pair, and those that other listed pairs tie to it: five at most. */
function groupOf(pair: Pair, all: Pair[]) {
  const group = new Set([pair.first.id, pair.second.id]);
  for (const other of all) {
    const ids = [other.first.id, other.second.id];
    if (ids.some((id) => group.has(id))) for (const id of ids) if (group.size < 5) group.add(id);
  }
  return [...group];
}
