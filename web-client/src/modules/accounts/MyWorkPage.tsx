import { api } from '@api/client';
import type { Answer } from '@api/types';
import { Button, Checkbox } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { PassiveTag } from '@shared/ui/Badges';
import { Card, Page } from '@shared/ui/Page';
import { ErrorState, Loading } from '@shared/ui/States';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ActivityComposer, kindIcons } from './ActivityComposer';
import { Due, With } from './ActivityEvent';
import { type ActivityKind, activityTexts } from './activityTexts';
import type { Activity } from './activityValues';
import { BulkHistory } from './BulkHistory';
import { ContactsToConfirm } from './ContactsToConfirm';
import { EditActivity } from './EditActivity';
import styles from './MyWorkPage.module.css';
import { useTick } from './useActivities';

type MyWork = Answer<'/api/v1/my-work'>;

/** Omat työt: tasks, reminders, meetings, and what changed in one's care. */
export function MyWorkPage() {
  const t = useTexts(activityTexts);
  const f = useFormat();
  const me = useMe();
  const [adding, setAdding] = useState(false);
  const work = api.useQuery('get', '/api/v1/my-work', undefined, { enabled: me.may('contacts') });
  const shown: MyWork | undefined = work.data;

  return (
    <Page
      title={t.myWork}
      narrow
      note={shown && t.taskCount(shown.taskCount, f.number(shown.taskCount))}
      actions={
        me.may('writeActivities') && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)} disabled={adding}>
            {t.newTask}
          </Button>
        )
      }
    >
      {!me.may('contacts') ? (
        <ErrorState error={{ status: 403 }} />
      ) : work.error ? (
        <ErrorState error={work.error} onRetry={() => work.refetch()} />
      ) : !shown ? (
        <Loading lines={10} />
      ) : (
        <div className={styles.columns}>
          <Card title={t.tasks}>
            {adding && <ActivityComposer about="my-work" kinds={['task']} onClose={() => setAdding(false)} />}
            <Lines empty={t.noTasks}>
              {shown.tasks.map((task) => (
                <TaskLine key={task.id} task={task} />
              ))}
            </Lines>
            {shown.taskCount > shown.tasks.length && (
              <p className="muted">{t.moreTasks(f.number(shown.taskCount - shown.tasks.length))}</p>
            )}
          </Card>
          <div className={styles.side}>
            {me.may('editContacts') && <ContactsToConfirm most={50} />}
            <Card title={t.reminders}>
              <Lines empty={t.noReminders}>
                {shown.reminders.map((one) => (
                  <ActivityLine key={one.id} activity={one} note={f.date(one.remindOn)} />
                ))}
              </Lines>
            </Card>
            <Card title={t.meetings}>
              <Lines empty={t.noMeetings}>
                {shown.meetings.map((one) => (
                  <ActivityLine key={one.id} activity={one} note={f.dateTime(one.at)} />
                ))}
              </Lines>
            </Card>
            <Card title={t.records}>
              <Lines empty={t.noRecords}>
                {shown.records.map((one) => (
                  <li key={one.id} className={styles.record}>
                    <Link
                      to={(one.kind === 'contact' ? '/contacts' : '/accounts') as string}
                      search={(one.kind === 'contact' ? { person: one.id } : { account: one.id }) as never}
                    >
                      {one.name}
                    </Link>{' '}
                    {one.isPassive && <PassiveTag />}
                    <span className="muted small">
                      {one.kind === 'contact' ? t.person : t.organisation} · {f.dateTime(one.updatedAt)}
                    </span>
                  </li>
                ))}
              </Lines>
            </Card>
            {me.may('writeActivities') && <BulkHistory />}
          </div>
        </div>
      )}
    </Page>
  );
}

function Lines({ empty, children }: { empty: string; children: ReactNode[] }) {
  return children.length === 0 ? <p className="muted">{empty}</p> : <ul className={styles.lines}>{children}</ul>;
}

function TaskLine({ task }: { task: Activity }) {
  const t = useTexts(activityTexts);
  const tick = useTick();
  const [gone, setGone] = useState(false);
  return (
    <li className={styles.task} data-gone={gone || undefined}>
      <Checkbox
        aria-label={t.complete(task.subject)}
        checked={gone}
        onChange={async () => {
          setGone(true);
          await tick(task, true);
          setGone(false);
        }}
      />
      <div className={styles.words}>
        <Subject activity={task} />
        {task.text && <p className={styles.text}>{task.text}</p>}
        <p className={styles.about}>
          <Due dueOn={task.dueOn} />
          <With people={task.contacts} accounts={task.accounts} />
        </p>
      </div>
    </li>
  );
}

function ActivityLine({ activity, note }: { activity: Activity; note: string }) {
  const Icon = kindIcons[activity.kind as ActivityKind];
  return (
    <li className={styles.task}>
      <Icon size={18} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <Subject activity={activity} />
        <p className={styles.about}>
          <span className="muted">{note}</span>
          <With people={activity.contacts} accounts={activity.accounts} />
        </p>
      </div>
    </li>
  );
}

/** The subject opens the form for those who may write; for others it is a text. */
function Subject({ activity }: { activity: Activity }) {
  const me = useMe();
  const [editing, setEditing] = useState(false);
  if (!me.may('writeActivities')) return <span className={styles.subject}>{activity.subject}</span>;
  return (
    <>
      <button type="button" className={styles.subject} onClick={() => setEditing(true)}>
        {activity.subject}
      </button>
      {editing && <EditActivity id={activity.id} onClose={() => setEditing(false)} />}
    </>
  );
}
