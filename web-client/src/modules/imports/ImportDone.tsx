import { client } from '@api/client';
import { Button, Group } from '@mantine/core';
import { common } from '@shared/common';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { Ask } from '@shared/ui/Ask';
import { Card } from '@shared/ui/Page';
import { useToast } from '@shared/useToast';
import { IconAlertTriangle, IconArrowBackUp, IconCheck, IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import styles from './imports.module.css';
import { outcomeNames, reasonNames } from './names';
import { OutcomeTabs } from './OutcomeTabs';
import { PreviewRows } from './PreviewRows';
import { Reconciliation } from './Reconciliation';
import { texts } from './texts';
import { UndoKept } from './UndoKept';
import { type Import, isFeedback, type Kind, type Outcome, ofOrganisations, outcomes, rightOf } from './useImport';

/** What came of it, in numbers, and the way back. */
export function ImportDone({ it, onStart }: { it: Import; onStart: (jobId: string) => void }) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const names = useTexts(outcomeNames);
  const reasons = useTexts(reasonNames);
  const me = useMe();
  const f = useFormat();
  const show = useToast();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const { counts } = it;
  const failed = it.state === 'failed';
  const undone = it.state === 'undone';
  const left = counts.invalid + counts.suspicious;
  const feedback = isFeedback(it);
  // Answers name nobody, and a suppressed address may be nobody's: only lines about people and organisations can be accounted for one by one.
  const accounted = it.committedAt && !feedback && it.kind !== 'suppressions';
  const outs = (['invalid', 'suspicious'] as const).filter((outcome) => counts[outcome] > 0);
  const [shown, setShown] = useState<Outcome>();
  const places = {
    alumni: { to: '/alumni', name: t.toAlumni },
    experts: { to: '/experts', name: t.toExperts },
    participants: { to: `/events/${it.eventId}`, name: t.toEvent },
    contacts: ofOrganisations(it) ? { to: '/accounts', name: t.toAccounts } : { to: '/contacts', name: t.toContacts },
    suppressions: { to: '/contacts', name: t.toContacts },
  };
  const written = places[it.kind as Kind];

  const start = async (what: 'commit' | 'undo') => {
    setBusy(true);
    const params = { path: { id: it.id } };
    const { data, error } =
      what === 'undo'
        ? await client.POST('/api/v1/imports/{id}/undo', { params })
        : await client.POST('/api/v1/imports/{id}/commit', { params });
    setBusy(false);
    if (data) onStart(data.jobId);
    else show.failed(error);
  };

  return (
    <>
      <Card>
        <div className={styles.done}>
          <span className={styles.doneIcon} data-state={it.state}>
            {failed ? (
              <IconAlertTriangle aria-hidden />
            ) : undone ? (
              <IconArrowBackUp aria-hidden />
            ) : (
              <IconCheck aria-hidden />
            )}
          </span>
          <div>
            <h2 className={styles.subtitle}>{failed ? t.failedTitle : undone ? t.undoneTitle : t.committedTitle}</h2>
            <p className="muted">
              {failed
                ? t.failedText
                : undone
                  ? t.undoneText
                  : feedback
                    ? t.answersWritten
                    : accounted
                      ? t.accountedFor
                      : `${t.suppressed(f.number(counts.new + counts.changed), f.number(counts.matched))} ${left > 0 ? t.leftOut(f.number(left)) : ''}`}
            </p>
          </div>
        </div>
        {accounted ? (
          <Reconciliation it={it} />
        ) : (
          <dl className={styles.figures}>
            {outcomes.map((outcome) => (
              <div key={outcome} data-outcome={outcome}>
                <dt>{named(names, outcome)}</dt>
                <dd>{f.number(counts[outcome])}</dd>
              </div>
            ))}
          </dl>
        )}
        {undone && it.undo && <UndoKept undo={it.undo} />}
        {it.state === 'committed' && it.problems.length > 0 && (
          <div className={styles.kept}>
            <h3>{t.notWritten}</h3>
            <ul>
              {it.problems.map((problem) => (
                <li key={problem.row}>
                  {t.rowNumber(problem.row)}: {named(reasons, problem.code)}
                </li>
              ))}
            </ul>
          </div>
        )}
        <Group gap={8}>
          {it.state === 'committed' && (
            <Button renderRoot={(props) => <Link to={written.to} {...props} />}>{written.name}</Button>
          )}
          {failed && me.may(rightOf(it)) && (
            <Button loading={busy} onClick={() => start('commit')}>
              {t.tryAgain}
            </Button>
          )}
          {left > 0 && (
            <Button
              variant="default"
              component="a"
              href={`/api/v1/imports/${it.id}/errors.xlsx`}
              download
              leftSection={<IconDownload size={17} aria-hidden />}
            >
              {t.errorsFile}
            </Button>
          )}
          {it.state === 'committed' && me.may(rightOf(it)) && (
            <Button
              variant="default"
              loading={busy}
              leftSection={<IconArrowBackUp size={17} aria-hidden />}
              onClick={() => setAsking(true)}
            >
              {t.undo}
            </Button>
          )}
        </Group>
      </Card>
      {asking && (
        <Ask
          title={t.undo}
          help={t.undoHelp}
          act={c.undo}
          danger
          onAct={() => start('undo')}
          onClose={() => setAsking(false)}
        />
      )}
      {it.state === 'committed' && outs.length > 0 && !feedback && (
        <div className={styles.below}>
          {outs.length > 1 && <OutcomeTabs it={it} of={outs} chosen={shown ?? outs[0]} onChoose={setShown} />}
          <PreviewRows it={it} outcome={shown ?? outs[0]} />
        </div>
      )}
    </>
  );
}
