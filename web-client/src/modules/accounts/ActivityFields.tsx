import { api } from '@api/client';
import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import type { RefObject } from 'react';
import styles from './ActivityComposer.module.css';
import { AttendeePicker } from './AttendeePicker';
import { activityTexts } from './activityTexts';
import { type ActivityValues, noNeed } from './activityValues';
import { NeedFields } from './NeedFields';

type Props = {
  values: ActivityValues;
  onChange: (change: Partial<ActivityValues>) => void;
  faults: Record<string, string>;
  first: RefObject<HTMLInputElement | null>;
  /** A need is heard in a new meeting only; later it has a life of its own. */
  withNeed?: boolean;
};

/** What is asked of an activity, by its kind. */
export function ActivityFields({ values, onChange, faults, first, withNeed }: Props) {
  const t = useTexts(activityTexts);
  const me = useMe();
  const isTask = values.kind === 'task';
  const staff = api.useQuery('get', '/api/v1/staff', { params: { query: { limit: 200 } } }, { enabled: isTask });
  const colleagues = (staff.data?.items ?? []).filter((one) => one.id !== me.user.id);
  const assignees = [{ id: me.user.id, name: t.me }, ...colleagues];
  const given = values.assignee;
  if (given && !assignees.some((one) => one.id === given.id)) assignees.push(given);
  const loose = Object.entries(faults).find(([key]) => /^(contactIds|accountIds)/.test(key))?.[1];

  return (
    <>
      <TextInput
        ref={first}
        label={t.subject}
        required
        maxLength={200}
        value={values.subject}
        error={faults.subject}
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
      />
      <Textarea
        label={t.text}
        maxLength={10_000}
        maxRows={16}
        value={values.text}
        error={faults.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <AttendeePicker
        contacts={values.contacts}
        accounts={values.accounts}
        error={loose}
        onChange={(contacts, accounts) => onChange({ contacts, accounts })}
      />
      <div className={styles.pair}>
        {isTask ? (
          <>
            <TextInput
              type="date"
              label={t.dueOn}
              value={values.dueOn}
              error={faults.dueOn}
              onChange={(event) => onChange({ dueOn: event.currentTarget.value })}
            />
            <Select
              label={t.assignee}
              searchable
              allowDeselect={false}
              data={assignees.map((one) => ({ value: one.id, label: one.name }))}
              value={values.assignee?.id ?? me.user.id}
              error={faults.assigneeId}
              onChange={(id) => onChange({ assignee: assignees.find((one) => one.id === id) ?? null })}
            />
          </>
        ) : (
          <TextInput
            type="datetime-local"
            label={t.when}
            value={values.at}
            error={faults.at}
            onChange={(event) => onChange({ at: event.currentTarget.value })}
          />
        )}
        {(isTask || values.kind === 'meeting') && (
          <TextInput
            type="date"
            label={t.remindOn}
            value={values.remindOn}
            error={faults.remindOn}
            onChange={(event) => onChange({ remindOn: event.currentTarget.value })}
          />
        )}
      </div>
      {withNeed && values.kind === 'meeting' && me.may('writeNeeds') && (
        <>
          <Checkbox
            label={t.needHeard}
            checked={values.need !== null}
            onChange={(event) => onChange({ need: event.currentTarget.checked ? noNeed : null })}
          />
          {values.need && (
            <NeedFields
              need={values.need}
              onChange={(need) => onChange({ need })}
              accounts={values.accounts}
              faults={{
                text: faults['need.text'] ?? '',
                field: faults['need.field'] ?? '',
                tags: faults['need.tags'] ?? '',
                accountId: faults['need.accountId'] || faults.accountId ? t.needNoAccount : '',
              }}
            />
          )}
        </>
      )}
    </>
  );
}
