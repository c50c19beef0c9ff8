import { client } from '@api/client';
import { ActionIcon, Button } from '@mantine/core';
import { useTexts } from '@shared/texts';
import { Section } from '@shared/ui/Facts';
import { useToast } from '@shared/useToast';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './alumni.module.css';
import { cooperationTexts } from './cooperationTexts';
import { type Degree, DegreeForm } from './DegreeForm';
import { texts } from './texts';
import { useCodes } from './useCodes';
import { useFreshAlumni } from './useFreshAlumni';

type Props = { contactId: string; tag: string; degrees: Degree[]; mayEdit: boolean };

/** A person's degrees, several of them, each changed by itself. */
export function Degrees({ contactId, tag, degrees, mayEdit }: Props) {
  const t = useTexts(texts);
  const a = useTexts(cooperationTexts);
  const show = useToast();
  const fresh = useFreshAlumni();
  const programmes = useCodes('programmes');
  const [form, setForm] = useState<{ degree?: Degree }>();

  const remove = async (degree: Degree) => {
    const { error } = await client.DELETE('/api/v1/alumni/{contactId}/degrees/{degreeId}', {
      params: { path: { contactId, degreeId: degree.id }, header: { 'If-Match': tag } },
    });
    if (error) return show.failed(error);
    await fresh();
    const { id: _id, programmeCode: _programme, institutionCode: _institution, ...body } = degree;
    show.done(a.degreeRemoved, async () => {
      const back = await client.POST('/api/v1/alumni/{contactId}/degrees', { params: { path: { contactId } }, body });
      if (back.error) show.failed(back.error);
      await fresh();
    });
  };

  return (
    <Section
      title={t.degrees}
      action={
        mayEdit && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setForm({})}
          >
            {a.addDegree}
          </Button>
        )
      }
    >
      {degrees.length === 0 && <p className="muted">–</p>}
      <ul className={styles.items}>
        {degrees.map((degree) => {
          const name = degree.degree || degree.programme || '–';
          const known = degree.programmeCode && programmes.name(degree.programmeCode);
          return (
            <li key={degree.id} className={styles.row}>
              <div>
                {name}
                <div className="muted small">
                  {[
                    degree.degree && degree.programme,
                    known && known !== degree.programme && a.known(known),
                    degree.institution,
                    (degree.startedYear || degree.graduatedYear) &&
                      t.years(String(degree.startedYear ?? ''), String(degree.graduatedYear ?? '')),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </div>
              {mayEdit && (
                <span className={styles.forms}>
                  <ActionIcon size="sm" aria-label={a.editDegreeOf(name)} onClick={() => setForm({ degree })}>
                    <IconPencil size={16} />
                  </ActionIcon>
                  <ActionIcon size="sm" aria-label={a.removeDegreeOf(name)} onClick={() => remove(degree)}>
                    <IconTrash size={16} />
                  </ActionIcon>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {form && <DegreeForm contactId={contactId} tag={tag} degree={form.degree} onClose={() => setForm(undefined)} />}
    </Section>
  );
}
