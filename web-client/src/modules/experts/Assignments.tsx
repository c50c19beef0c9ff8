import { client } from '@api/client';
import { ActionIcon, Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { useFormat, zoned } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { StatusDot } from '@shared/ui/Badges';
import { Dialog } from '@shared/ui/Dialog';
import { Section } from '@shared/ui/Facts';
import { type Picked, RemotePicker } from '@shared/ui/RemotePicker';
import { unwrap } from '@shared/usePages';
import { useRefused } from '@shared/useRefused';
import { useToast } from '@shared/useToast';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './experts.module.css';
import { assignmentStates, listTexts } from './listTexts';
import { type Expert, useFreshExperts } from './useExpert';

type Assignment = Expert['assignments'][number];
type Props = { expert: Expert; tag: string; may: boolean };

/** What the expert did or will do, for whom, and how it went. */
export function Assignments({ expert, tag, may }: Props) {
  const t = useTexts(listTexts);
  const f = useFormat();
  const states = useTexts(assignmentStates);
  const [form, setForm] = useState<{ of?: Assignment }>();
  return (
    <Section
      title={t.assignments}
      action={
        may && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setForm({})}
          >
            {t.addAssignment}
          </Button>
        )
      }
    >
      {expert.assignments.length === 0 && <p className="muted">{t.noAssignments}</p>}
      <ul className={styles.lines}>
        {expert.assignments.map((one) => (
          <li key={one.id} className={styles.line}>
            <div>
              {one.title}
              <div className="muted small">
                {[[f.date(one.startsOn), one.endsOn && f.date(one.endsOn)].filter(Boolean).join(' – '), one.for?.name]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
              <StatusDot tone={one.state === 'done' ? 'good' : one.state === 'cancelled' ? 'quiet' : 'info'}>
                {named(states, one.state)}
              </StatusDot>
              {one.feedback && <p className="small">{one.feedback}</p>}
            </div>
            {may && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t.editAssignment(one.title)}
                onClick={() => setForm({ of: one })}
              >
                <IconPencil size={16} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {form && <AssignmentForm expert={expert} tag={tag} assignment={form.of} onClose={() => setForm(undefined)} />}
    </Section>
  );
}

type FormProps = { expert: Expert; tag: string; assignment?: Assignment; onClose: () => void };

function AssignmentForm({ expert, tag, assignment, onClose }: FormProps) {
  const t = useTexts(listTexts);
  const c = useTexts(common);
  const states = useTexts(assignmentStates);
  const show = useToast();
  const fresh = useFreshExperts();
  const form = useForm({
    initialValues: {
      title: assignment?.title ?? '',
      startsOn: assignment?.startsOn ?? zoned.today(),
      endsOn: assignment?.endsOn ?? '',
      accountId: (assignment?.for ?? null) as Picked | null,
      state: (assignment?.state ?? 'agreed') as keyof typeof states,
      feedback: assignment?.feedback ?? '',
    },
    validate: { title: (title) => (title.trim() ? null : c.needed) },
  });
  const refused = useRefused(form);
  const submit = form.onSubmit(async (typed) => {
    const body = {
      ...typed,
      endsOn: typed.endsOn || null,
      accountId: typed.accountId?.id ?? null,
      feedback: typed.feedback || null,
    };
    const path = { contactId: expert.contactId };
    const { error } = assignment
      ? await client.PATCH('/api/v1/experts/{contactId}/assignments/{assignmentId}', {
          params: { path: { ...path, assignmentId: assignment.id }, header: { 'If-Match': tag } },
          body,
        })
      : await client.POST('/api/v1/experts/{contactId}/assignments', { params: { path }, body });
    if (error) return refused(error);
    await fresh();
    onClose();
    show.done(t.assignmentSaved);
  });
  return (
    <Dialog open onClose={onClose} title={assignment ? t.editAssignment(assignment.title) : t.addAssignment} size="lg">
      <form onSubmit={submit}>
        <Stack>
          <TextInput label={t.what} required maxLength={200} data-autofocus {...form.getInputProps('title')} />
          <div className={styles.pair}>
            <TextInput type="date" label={t.startsOn} required {...form.getInputProps('startsOn')} />
            <TextInput type="date" label={t.endsOn} {...form.getInputProps('endsOn')} />
            <Select
              label={t.state}
              allowDeselect={false}
              data={Object.entries(states).map(([value, label]) => ({ value, label }))}
              {...form.getInputProps('state')}
            />
          </div>
          <RemotePicker
            label={t.forWhom}
            placeholder={t.findAccount}
            from="accounts"
            value={form.values.accountId}
            error={form.errors.accountId}
            onChange={(account) => form.setFieldValue('accountId', account)}
            find={async (q, signal) =>
              (
                await unwrap(
                  client.GET('/api/v1/accounts', { params: { query: { q, passive: false, limit: 12 } }, signal }),
                )
              ).items.map((one) => ({ id: one.id, name: one.name, note: one.municipality ?? '' }))
            }
          />
          <Textarea label={t.feedback} autosize minRows={2} maxLength={4000} {...form.getInputProps('feedback')} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {c.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
