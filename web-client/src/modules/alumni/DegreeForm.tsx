import { client } from '@api/client';
import type { Answer } from '@api/types';
import { NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import { useTexts } from '@shared/texts';
import { RecordDialog } from '@shared/ui/RecordDialog';
import { useRecordForm } from '@shared/useRecordForm';
import { useToast } from '@shared/useToast';
import { cooperationTexts } from './cooperationTexts';
import { useFreshAlumni } from './useFreshAlumni';

export type Degree = Answer<'/api/v1/alumni/{contactId}'>['degrees'][number];

type Props = { contactId: string; tag: string; degree?: Degree; onClose: () => void };

const valuesOf = (degree?: Degree) => ({
  degree: degree?.degree ?? '',
  programme: degree?.programme ?? '',
  institution: degree?.institution ?? '',
  startedYear: (degree?.startedYear ?? '') as number | '',
  graduatedYear: (degree?.graduatedYear ?? '') as number | '',
});

/** One degree of several, in the words of its time. */
export function DegreeForm({ contactId, tag, degree, onClose }: Props) {
  const t = useTexts(cooperationTexts);
  const show = useToast();
  const fresh = useFreshAlumni();
  const record = useRecordForm({
    record: `alumnus/${contactId}/degree/${degree?.id ?? 'new'}`,
    base: valuesOf(degree),
    tag: degree && tag,
    async save(changed, whole, version) {
      const body = Object.fromEntries(
        Object.entries(degree ? changed : whole).map(([key, value]) => [
          key,
          typeof value === 'string' ? value.trim() || null : (value ?? null),
        ]),
      );
      const answer = degree
        ? await client.PATCH('/api/v1/alumni/{contactId}/degrees/{degreeId}', {
            params: { path: { contactId, degreeId: degree.id }, header: { 'If-Match': version ?? '' } },
            body,
          })
        : await client.POST('/api/v1/alumni/{contactId}/degrees', { params: { path: { contactId } }, body });
      if (answer.error) return { error: answer.error };
      await fresh();
      return { tag: answer.response.headers.get('ETag') ?? undefined };
    },
    onSaved(_values, _id, undo) {
      onClose();
      show.done(t.degreeSaved, undo);
    },
  });
  const { form } = record;
  const shownYear = (value: number | '') => String(value);
  return (
    <RecordDialog
      title={degree ? t.editDegreeOf(degree.degree || degree.programme || t.degree) : t.addDegree}
      record={record}
      fields={{
        degree: { label: t.degree },
        programme: { label: t.programmeWords },
        institution: { label: t.institution },
        startedYear: { label: t.startedYear, show: shownYear },
        graduatedYear: { label: t.graduatedYear, show: shownYear },
      }}
      size="lg"
      onClose={onClose}
    >
      <TextInput label={t.degree} maxLength={200} data-autofocus {...form.getInputProps('degree')} />
      <TextInput
        label={t.programmeWords}
        description={t.programmeHelp}
        maxLength={200}
        {...form.getInputProps('programme')}
      />
      <TextInput label={t.institution} maxLength={200} {...form.getInputProps('institution')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberInput
          label={t.startedYear}
          hideControls
          allowDecimal={false}
          thousandSeparator=""
          {...form.getInputProps('startedYear')}
        />
        <NumberInput
          label={t.graduatedYear}
          hideControls
          allowDecimal={false}
          thousandSeparator=""
          {...form.getInputProps('graduatedYear')}
        />
      </SimpleGrid>
    </RecordDialog>
  );
}
