import { client } from '@api/client';
import { Button } from '@mantine/core';
import { languageNames } from '@shared/common';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { Facts } from '@shared/ui/Facts';
import { Card, Page } from '@shared/ui/Page';
import { ErrorState, Loading, NoRight } from '@shared/ui/States';
import { useParams } from '@tanstack/react-router';
import { AnswerStep } from './AnswerStep';
import { CarryOutStep } from './CarryOutStep';
import { DecisionStep } from './DecisionStep';
import { Due } from './Due';
import { ExtendTime } from './ExtendTime';
import { IdentityStep } from './IdentityStep';
import { Notes } from './Notes';
import { PersonMatch } from './PersonMatch';
import styles from './requests.module.css';
import { channelOfRequest, kindNames, requestTexts, stateNames, stepNames } from './texts';
import { useRequest, useStep } from './useRequest';

/** One request, from who asks to the letter that answers. */
export function RequestPage() {
  const t = useTexts(requestTexts);
  const kinds = useTexts(kindNames);
  const states = useTexts(stateNames);
  const steps = useTexts(stepNames);
  const channels = useTexts(channelOfRequest);
  const languages = useTexts(languageNames);
  const f = useFormat();
  const me = useMe();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const loaded = useRequest(id, me.may('requests'));
  const { busy, take } = useStep(id);
  if (!me.may('requests') || loaded.isPending || loaded.error)
    return (
      <Page title={t.request}>
        {!me.may('requests') ? (
          <NoRight />
        ) : loaded.error ? (
          <ErrorState error={loaded.error} onRetry={() => loaded.refetch()} />
        ) : (
          <Loading lines={8} />
        )}
      </Page>
    );

  const it = loaded.data;
  const isOpen = it.state !== 'answered';
  const mine = () =>
    take(
      () =>
        client.PATCH('/api/v1/data-subject-requests/{id}', {
          params: { path: { id }, header: { 'If-Match': `"${it.version}"` } },
          body: { assigneeId: me.user.id },
        }),
      t.saved,
    );
  return (
    <Page title={`${named(kinds, it.kind)}: ${it.name ?? it.person?.name ?? t.erased}`} note={named(states, it.state)}>
      <div className={styles.page}>
        <div className={styles.column}>
          <IdentityStep request={it} />
          <DecisionStep request={it} />
          <CarryOutStep request={it} />
          <AnswerStep request={it} />
        </div>
        <div className={styles.column}>
          <Card title={t.clock}>
            <div className={styles.stack}>
              <p>
                <Due dueOn={it.dueOn} state={it.state} />
              </p>
              <Facts
                facts={[
                  [t.receivedOn, f.dateTime(it.receivedAt)],
                  [t.extended, it.extendedMonths > 0 && `${t.extendedNote(it.extendedMonths)}: ${it.extensionReason}`],
                  [t.assignee, it.assignee?.name],
                ]}
              />
              {isOpen && it.assignee?.id !== me.user.id && (
                <Button variant="default" loading={busy} onClick={mine}>
                  {t.take}
                </Button>
              )}
              {isOpen && it.extendedMonths === 0 && !it.overdue && <ExtendTime request={it} />}
            </div>
          </Card>
          <Card title={t.request}>
            <Facts
              facts={[
                [t.requester, it.name],
                [t.email, it.email],
                [t.channel, named(channels, it.channel)],
                [t.language, named(languages, it.language)],
                [t.message, it.message && <span style={{ whiteSpace: 'pre-line' }}>{it.message}</span>],
              ]}
            />
          </Card>
          <PersonMatch request={it} />
          <Notes request={it} />
          <Card title={t.log}>
            <ol className={styles.list}>
              {it.steps.map((step) => (
                <li key={`${step.at}${step.step}`}>
                  <span>{named(steps, step.step)}</span>
                  <span className="muted small">
                    {f.dateTime(step.at)} {step.by}
                  </span>
                </li>
              ))}
            </ol>
          </Card>
        </div>
      </div>
    </Page>
  );
}
