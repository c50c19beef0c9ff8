import { client } from '@api/client';
import type { Body, Item } from '@api/types';
import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { zoned } from '@shared/format';
import { useTexts } from '@shared/texts';
import { RecordDialog } from '@shared/ui/RecordDialog';
import { useRecordForm } from '@shared/useRecordForm';
import { useToast } from '@shared/useToast';
import { choices, cooperationTexts, mentoringStates } from './cooperationTexts';
import { useFreshAlumni } from './useFreshAlumni';

export type Mentoring = Item<'/api/v1/alumni/mentorings'>;

type Props = { contactId: string; name: string; mentoring?: Mentoring; onClose: () => void };

/** A mentor, a student's topic and initials, and how far it is. */
export function MentoringForm({ contactId, name, mentoring, onClose }: Props) {
  const t = useTexts(cooperationTexts);
  const states = useTexts(mentoringStates);
  const show = useToast();
  const fresh = useFreshAlumni();
  const record = useRecordForm({
    record: `alumnus/${contactId}/mentoring/${mentoring?.id ?? 'new'}`,
    base: {
      topic: mentoring?.topic ?? '',
      mentee: mentoring?.mentee ?? '',
      startsOn: mentoring?.startsOn ?? zoned.today(),
      endsOn: mentoring?.endsOn ?? '',
      state: mentoring?.state ?? 'planned',
      note: mentoring?.note ?? '',
    },
    tag: mentoring && `"${mentoring.version}"`,
    async save(changed, whole, tag) {
      const body = Object.fromEntries(
        Object.entries(mentoring ? changed : whole).map(([key, value]) => [key, (value as string).trim() || null]),
      );
      const answer = mentoring
        ? await client.PATCH('/api/v1/alumni/{contactId}/mentorings/{mentoringId}', {
            params: { path: { contactId, mentoringId: mentoring.id }, header: { 'If-Match': tag ?? '' } },
            body,
          })
        : await client.POST('/api/v1/alumni/{contactId}/mentorings', {
            params: { path: { contactId } },
            body: { ...body, topic: whole.topic } as Body<'/api/v1/alumni/{contactId}/mentorings', 'post'>,
          });
      if (answer.error) return { error: answer.error };
      await fresh();
      return { tag: answer.response.headers.get('ETag') ?? undefined };
    },
    onSaved(_values, _id, undo) {
      onClose();
      show.done(t.mentoringSaved, undo);
    },
  });
  const { form } = record;
  return (
    <RecordDialog
      title={`${t.mentoring}: ${name}`}
      record={record}
      fields={{
        topic: { label: t.topic },
        mentee: { label: t.mentee },
        startsOn: { label: t.startsOn },
        endsOn: { label: t.endsOn },
        state: { label: t.state },
        note: { label: t.note },
      }}
      size="lg"
      onClose={onClose}
    >
      <TextInput label={t.topic} required maxLength={300} data-autofocus {...form.getInputProps('topic')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t.mentee} description={t.menteeHelp} maxLength={12} {...form.getInputProps('mentee')} />
        <Select label={t.state} data={choices(states)} allowDeselect={false} {...form.getInputProps('state')} />
        <TextInput type="date" label={t.startsOn} required {...form.getInputProps('startsOn')} />
        <TextInput type="date" label={t.endsOn} {...form.getInputProps('endsOn')} />
      </SimpleGrid>
      <Textarea label={t.note} autosize minRows={2} maxLength={4000} {...form.getInputProps('note')} />
    </RecordDialog>
  );
}
