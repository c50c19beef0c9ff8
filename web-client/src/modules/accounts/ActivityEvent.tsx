import { ActionIcon, Checkbox } from '@mantine/core';
import { useFormat, zoned } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { StatusDot } from '@shared/ui/Badges';
import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { activityTexts } from './activityTexts';
import type { Linked } from './activityValues';
import { EditActivity } from './EditActivity';
import styles from './Timeline.module.css';
import { useTick } from './useActivities';

type Details = {
  activityId?: string;
  subject?: string;
  text?: string;
  dueOn?: string;
  doneAt?: string;
  assignee?: string;
  assigneeId?: string;
  people?: Linked[];
  accounts?: Linked[];
};

type Props = { details: Record<string, unknown>; about: string; isTask: boolean };

/** An activity on a timeline: what was written, with whom, and for a task its tick. */
export function ActivityEvent({ details, about, isTask }: Props) {
  const t = useTexts(activityTexts);
  const me = useMe();
  const tick = useTick();
  const [editing, setEditing] = useState(false);
  const {
    activityId = '',
    subject = '',
    text,
    dueOn,
    doneAt,
    assignee,
    assigneeId,
    people = [],
    accounts = [],
  } = details as Details;
  const others = people.filter((one) => one.id !== about);
  const organisations = accounts.filter((one) => one.id !== about);
  const may = me.may('writeActivities');

  return (
    <>
      <div className={styles.subject}>
        {isTask && (
          <Checkbox
            aria-label={t.complete(subject)}
            checked={Boolean(doneAt)}
            disabled={!may && assigneeId !== me.user.id}
            onChange={(event) => tick({ id: activityId, subject }, event.currentTarget.checked)}
          />
        )}
        <span>{subject}</span>
        {may && (
          <ActionIcon size="sm" aria-label={t.editOf(subject)} onClick={() => setEditing(true)}>
            <IconPencil size={15} />
          </ActionIcon>
        )}
      </div>
      {text && <p className={styles.text}>{text}</p>}
      {isTask && (
        <p className={styles.about}>
          <Due dueOn={dueOn} doneAt={doneAt} />
          {assignee && <span className="muted">{assignee}</span>}
        </p>
      )}
      {others.length + organisations.length > 0 && (
        <p className={styles.about}>
          <span className="muted">{t.with}</span>
          <With people={others} accounts={organisations} />
        </p>
      )}
      {editing && <EditActivity id={activityId} onClose={() => setEditing(false)} />}
    </>
  );
}

/** Links to the panels of those who took part. */
export function With({ people, accounts }: { people: Linked[]; accounts: Linked[] }) {
  const to = (open: object) =>
    ((now: object) => ({ ...now, person: undefined, account: undefined, tab: undefined, ...open })) as never;
  return (
    <span className={styles.with}>
      {people.map((one) => (
        <Link key={one.id} to="/contacts" search={to({ person: one.id })}>
          {one.name}
        </Link>
      ))}
      {accounts.map((one) => (
        <Link key={one.id} to={'/accounts' as string} search={to({ account: one.id })}>
          {one.name}
        </Link>
      ))}
    </span>
  );
}

/** When a task is due, or that it is done; a late one says how late. */
export function Due({ dueOn, doneAt }: { dueOn?: string | null; doneAt?: string | null }) {
  const t = useTexts(activityTexts);
  const f = useFormat();
  if (doneAt) return <StatusDot tone="good">{t.done(f.date(doneAt))}</StatusDot>;
  if (!dueOn) return null;
  const days = Math.round((Date.parse(zoned.today()) - Date.parse(dueOn)) / 86_400_000);
  if (days > 0) return <StatusDot tone="bad">{t.overdue(days)}</StatusDot>;
  return days === 0 ? (
    <StatusDot tone="warn">{t.dueToday}</StatusDot>
  ) : (
    <span className="muted">{t.due(f.date(dueOn))}</span>
  );
}
