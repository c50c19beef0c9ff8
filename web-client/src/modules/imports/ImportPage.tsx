import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { Page } from '@shared/ui/Page';
import { ErrorState, Loading, NoRight } from '@shared/ui/States';
import { useJob } from '@shared/useJob';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ImportDone } from './ImportDone';
import { ImportProgress } from './ImportProgress';
import { MappingStep } from './MappingStep';
import { Preview } from './Preview';
import { Steps } from './Steps';
import { texts } from './texts';
import { useFreshImport, useImport } from './useImport';

/** One import from its columns to its end; the server's state says which step is shown. */
export function ImportPage() {
  const t = useTexts(texts);
  const f = useFormat();
  const me = useMe();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const loaded = useImport(id);
  const fresh = useFreshImport(id);
  const [started, setStarted] = useState<string>();
  const [mapping, setMapping] = useState(false);
  const running = loaded.data && ['committing', 'undoing'].includes(loaded.data.state);
  const jobId = started ?? (running ? loaded.data?.jobId : undefined);
  const job = useJob(jobId, () => fresh.everything().then(() => setStarted(undefined)));

  if (!me.may('imports'))
    return (
      <Page title={t.title}>
        <NoRight />
      </Page>
    );
  if (loaded.isPending)
    return (
      <Page title={t.title}>
        <Loading lines={8} />
      </Page>
    );
  if (loaded.error)
    return (
      <Page title={t.title}>
        <ErrorState error={loaded.error} onRetry={() => loaded.refetch()} />
      </Page>
    );

  const it = loaded.data;
  const note = `${it.createdBy} · ${f.dateTime(it.createdAt)}`;
  const asking = it.state === 'needsMapping' || (mapping && it.state === 'ready');
  const step =
    jobId || ['committing', 'committed', 'undoing', 'undone', 'failed'].includes(it.state) ? 3 : asking ? 1 : 2;
  return (
    <Page title={it.fileName} note={note} fill={step === 2} narrow={step === 3}>
      <Steps at={step} />
      {jobId ? (
        <ImportProgress job={job} undoing={it.state === 'committed' || it.state === 'undoing'} />
      ) : asking ? (
        <MappingStep
          it={it}
          onDone={async () => {
            setMapping(false);
            await fresh.rows();
          }}
          onBack={it.state === 'ready' ? () => setMapping(false) : undefined}
        />
      ) : it.state === 'ready' ? (
        <Preview it={it} onStart={setStarted} onMapping={() => setMapping(true)} />
      ) : (
        <ImportDone it={it} onStart={setStarted} />
      )}
    </Page>
  );
}
