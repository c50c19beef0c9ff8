import { client } from '@api/client';
import { faults } from '@api/problem';
import { Button } from '@mantine/core';
import { common } from '@shared/common';
import { useMe } from '@shared/me';
import { useStored } from '@shared/stored';
import { useTexts } from '@shared/texts';
import { useToast } from '@shared/useToast';
import { IconCalendarEvent, IconChecklist, IconMail, IconNote, IconPhone, type IconProps } from '@tabler/icons-react';
import { type ComponentType, type FormEvent, useEffect, useId, useRef, useState } from 'react';
import styles from './ActivityComposer.module.css';
import { ActivityFields } from './ActivityFields';
import { type ActivityKind, activityKinds, activityTexts } from './activityTexts';
import { type ActivityValues, blank, bodyOf, type Linked } from './activityValues';
import { useFreshActivities } from './useActivities';

export const kindIcons: Record<ActivityKind, ComponentType<IconProps>> = {
  note: IconNote,
  call: IconPhone,
  email: IconMail,
  meeting: IconCalendarEvent,
  task: IconChecklist,
};

type Props = {
  /** What the draft is kept under. */
  about: string;
  contacts?: Linked[];
  accounts?: Linked[];
  kinds?: ActivityKind[];
  onClose?: () => void;
};

const every = Object.keys(activityKinds.fi) as ActivityKind[];

/** Writes down a note, call, e-mail, meeting or task where one stands. What is typed outlives a reload. */
export function ActivityComposer({ about, contacts, accounts, kinds = every, onClose }: Props) {
  const t = useTexts(activityTexts);
  const c = useTexts(common);
  const names = useTexts(activityKinds);
  const me = useMe();
  const show = useToast();
  const fresh = useFreshActivities();
  const group = useId();
  const first = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLFieldSetElement>(null);
  const [draft, keep] = useStored<ActivityValues | null>(`crm.draft.${me.user.id}.activity/${about}`, null);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [saving, setSaving] = useState(false);
  const only = kinds.length === 1 ? kinds[0] : undefined;
  const values = draft ?? (only ? blank(only, contacts, accounts) : undefined);

  // Opened on purpose for one kind: one goes on typing.
  useEffect(() => {
    if (only) first.current?.focus();
  }, [only]);

  const choose = (kind: ActivityKind) => {
    keep(values ? { ...values, kind } : blank(kind, contacts, accounts));
  };
  const end = () => {
    keep(null);
    setWrong({});
    onClose?.();
    requestAnimationFrame(() => chooser.current?.querySelector('input')?.focus());
  };
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!values || saving) return;
    setSaving(true);
    const { error } = await client.POST('/api/v1/activities', { body: bodyOf(values) });
    setSaving(false);
    if (error) {
      setWrong(faults(error));
      if (Object.keys(faults(error)).length === 0) show.failed(error);
      return;
    }
    end();
    show.done(t.saved(names[values.kind]));
    await fresh();
  };

  return (
    <form
      className={styles.composer}
      data-open={values !== undefined || undefined}
      onSubmit={submit}
      onKeyDown={(event) => {
        // Closes a list within the form, never the panel around it.
        if (event.key === 'Escape') event.preventDefault();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }
      }}
    >
      {!only && (
        <fieldset className={styles.kinds} ref={chooser}>
          <legend className="visually-hidden">{t.write}</legend>
          {kinds.map((kind) => {
            const Icon = kindIcons[kind];
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard chooses by arrows and goes on by Tab; a mouse goes straight to the text
              <label
                key={kind}
                className={styles.kind}
                onClick={(event) => event.detail > 0 && requestAnimationFrame(() => first.current?.focus())}
              >
                <input
                  type="radio"
                  name={group}
                  className="visually-hidden"
                  checked={values?.kind === kind}
                  onChange={() => choose(kind)}
                />
                <Icon size={17} aria-hidden />
                {names[kind]}
              </label>
            );
          })}
        </fieldset>
      )}
      {values && (
        <div className={styles.fields}>
          <ActivityFields
            values={values}
            onChange={(change) => keep({ ...values, ...change })}
            faults={wrong}
            first={first}
            withNeed
          />
          <div className={styles.end}>
            <span className="muted small">{t.saveKeys}</span>
            <Button variant="default" onClick={end}>
              {draft?.subject || draft?.text ? t.discard : c.cancel}
            </Button>
            <Button type="submit" loading={saving}>
              {c.save}
            </Button>
          </div>
        </div>
      )}
    </form>
  );
}
