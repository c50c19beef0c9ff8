import { client } from '@api/client';
import { Alert, Button, Loader, SegmentedControl } from '@mantine/core';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { Page } from '@shared/ui/Page';
import type { Picked } from '@shared/ui/RemotePicker';
import { NoRight } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { useProblemText } from '@shared/useProblemText';
import { IconArrowBackUp, IconForms, IconShieldCheck, IconTableImport } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type DragEvent, useRef, useState } from 'react';
import { EventChoice } from './EventChoice';
import styles from './imports.module.css';
import { Steps } from './Steps';
import { formTexts, kindNames, texts } from './texts';
import { importKey, type Kind, kinds, rightOf } from './useImport';

const most = 50 * 1024 * 1024;

/** A file is dropped or chosen; the server recognises it and answers with a preview. */
export function NewImportPage() {
  const t = useTexts(texts);
  const me = useMe();
  const say = useProblemText();
  const go = useNavigate();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [reading, setReading] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const { event: asked } = useSearch({ strict: false }) as { event?: string };
  const [kind, setKind] = useState<Kind | ''>(asked ? 'participants' : '');
  const [chosen, setChosen] = useState<Picked | null>();
  const own = kinds.filter((one) => me.may(rightOf({ kind: one })));
  const known = useQuery({
    queryKey: ['event', asked, 'name'],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/events/{id}', { params: { path: { id: asked as string } }, signal })),
    enabled: asked !== undefined && me.may('importParticipants'),
  }).data;
  const event = chosen === undefined && known ? { id: known.id, name: known.name } : (chosen ?? null);
  const ofEvent = kind === 'participants' || (own.length === 1 && own[0] === 'participants');
  const byConsent = own.includes('alumni') || own.includes('experts');
  const kindTexts = useTexts(kindNames);
  const knownForms = useTexts(formTexts);

  if (!me.may('makeImports'))
    return (
      <Page title={t.newTitle}>
        <NoRight />
      </Page>
    );

  const send = async (file: File | undefined) => {
    if (!file) return;
    if (ofEvent && !event) return setProblem(t.eventFirst);
    setProblem(wrongWith(file));
    if (wrongWith(file)) return;
    setReading(file.name);
    try {
      const { data, error } = await client.POST('/api/v1/imports', {
        body: { file: file as never },
        bodySerializer: () => {
          const form = new FormData();
          form.append('file', file, file.name);
          if (kind) form.append('kind', kind);
          if (ofEvent && event) form.append('eventId', event.id);
          return form;
        },
      });
      if (!data) throw error;
      queries.invalidateQueries({ queryKey: importKey(data.id) });
      queries.invalidateQueries({ queryKey: ['imports'] });
      await go({ to: `/imports/${data.id}` as string });
    } catch (error) {
      setProblem(say(error));
    } finally {
      setReading(undefined);
      if (input.current) input.current.value = '';
    }
  };
  const wrongWith = (file: File) => {
    if (!/\.(xlsx|csv|txt)$/i.test(file.name)) return t.wrongKind;
    if (file.size === 0) return t.empty;
    if (file.size > most) return t.tooLarge((file.size / 1024 / 1024).toFixed(1));
    return undefined;
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files[0]);
  };

  return (
    <Page title={t.newTitle} narrow>
      <Steps at={0} />
      {problem && (
        <Alert
          color="red"
          title={t.refused}
          role="alert"
          variant="light"
          classNames={{ message: styles.alert, title: styles.alert }}
        >
          {problem}
        </Alert>
      )}
      {own.length > 1 && (
        <SegmentedControl
          aria-label={t.kind}
          value={kind}
          onChange={(value) => setKind(value as Kind | '')}
          orientation={own.length > 2 ? 'vertical' : 'horizontal'}
          data={[{ value: '', label: t.kindAny }, ...own.map((one) => ({ value: one, label: kindTexts[one] }))]}
        />
      )}
      {ofEvent && <EventChoice value={event} onChange={setChosen} />}
      {ofEvent && event && (
        <Alert variant="light" title={t.ofEvent(event.name)} classNames={{ title: styles.alert }}>
          {t.ofEventText}
        </Alert>
      )}
      <section
        aria-label={t.drop}
        className={styles.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        {reading ? (
          <div role="status" className={styles.reading}>
            <Loader />
            <p className={styles.dropTitle}>{t.reading(reading)}</p>
            <p className="muted">{t.readingText}</p>
          </div>
        ) : (
          <>
            <span className={styles.dropIcon}>
              <IconTableImport size={30} stroke={1.5} aria-hidden />
            </span>
            <p className={styles.dropTitle}>{t.drop}</p>
            <p className="muted">{t.dropText}</p>
            <Button size="md" onClick={() => input.current?.click()}>
              {t.choose}
            </Button>
          </>
        )}
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv,.txt"
          aria-label={t.choose}
          onChange={(event) => send(event.currentTarget.files?.[0])}
        />
      </section>
      <div className={styles.promises}>
        <Assurance
          icon={<IconForms stroke={1.6} aria-hidden />}
          title={t.knows}
          text={own.map((one) => knownForms[one]).join(' ')}
        />
        <Assurance
          icon={<IconShieldCheck stroke={1.6} aria-hidden />}
          title={byConsent ? t.safe : t.nothingLost}
          text={byConsent ? t.safeText : t.nothingLostText}
        />
        <Assurance icon={<IconArrowBackUp stroke={1.6} aria-hidden />} title={t.undoable} text={t.undoableText} />
      </div>
    </Page>
  );
}

function Assurance({ icon, title, text }: { icon: React.ReactNode; title: string; text: string }) {
  return (
    <div className={styles.promise}>
      {icon}
      <div>
        <h2>{title}</h2>
        <p className="muted">{text}</p>
      </div>
    </div>
  );
}
