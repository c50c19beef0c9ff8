import { client } from '@api/client';
import { Button } from '@mantine/core';
import { common } from '@shared/common';
import type { ContactPart } from '@shared/contactTab';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { Tag } from '@shared/ui/Badges';
import { Facts, Section } from '@shared/ui/Facts';
import { ErrorState, Loading } from '@shared/ui/States';
import { useSourceText } from '@shared/useSourceText';
import { useTagged } from '@shared/useTagged';
import { IconEye, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { AlumnusCooperation } from './AlumnusCooperation';
import { AlumnusHistory } from './AlumnusHistory';
import styles from './alumni.module.css';
import { registrationChannels } from './cooperationTexts';
import { Degrees } from './Degrees';
import { EditAlumnus } from './EditAlumnus';
import { RevealBirthDate } from './RevealBirthDate';
import { texts } from './texts';
import { useForms } from './useForms';

/** What the alumnus told: degrees, work, what they would like to do with us. */
export function AlumnusFacts({ contactId, isPassive, name }: ContactPart & { name: string }) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const f = useFormat();
  const me = useMe();
  const forms = useForms();
  const source = useSourceText();
  const channels = useTexts(registrationChannels);
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const [birthDate, setBirthDate] = useState<{ of: string; date: string }>();
  const loaded = useTagged(['alumnus', contactId], (signal) =>
    client.GET('/api/v1/alumni/{contactId}', { params: { path: { contactId } }, signal }),
  );

  if (loaded.isPending) return <Loading lines={5} />;
  if (loaded.error) return <ErrorState error={loaded.error} onRetry={() => loaded.refetch()} />;
  const alumnus = loaded.data.value;
  const shown = birthDate?.of === contactId ? birthDate.date : undefined;

  return (
    <>
      <Section
        title={t.alumnus}
        action={
          me.may('editAlumni') &&
          !isPassive && (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPencil size={15} aria-hidden />}
              aria-label={t.editWork}
              onClick={() => setEditing(true)}
            >
              {c.edit}
            </Button>
          )
        }
      >
        <Facts
          facts={[
            [t.formerLastName, alumnus.formerLastName],
            [t.employer, alumnus.employer],
            [t.task, alumnus.task],
            [
              t.registered,
              alumnus.registrations.length === 0
                ? `${f.date(alumnus.registeredAt)} · ${source(alumnus.source)}`
                : alumnus.registrations
                    .map((by) => `${named(channels, by.channel)} ${f.date(by.at)} (${by.source})`)
                    .join(' · '),
            ],
            [
              t.birthDate,
              alumnus.hasDateOfBirth &&
                me.may('birthDate') &&
                (shown ? (
                  f.date(shown)
                ) : (
                  <Button
                    variant="default"
                    size="compact-sm"
                    leftSection={<IconEye size={15} aria-hidden />}
                    onClick={() => setAsking(true)}
                  >
                    {t.show}
                  </Button>
                )),
            ],
          ]}
        />
      </Section>
      <Degrees
        contactId={contactId}
        tag={loaded.data.tag}
        degrees={alumnus.degrees}
        mayEdit={me.may('editAlumni') && !isPassive}
      />
      <Section title={t.forms}>
        {alumnus.forms.length === 0 ? (
          <p className="muted">{t.noForms}</p>
        ) : (
          <ul className={styles.list}>
            {alumnus.forms.map((form) => (
              <li key={form.code}>
                <Tag tone="good">{forms.name(form.code)}</Tag>
                {form.note && <span className="muted small"> {form.note}</span>}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <AlumnusCooperation contactId={contactId} name={name} mayEdit={me.may('editAlumni') && !isPassive} />
      <AlumnusHistory contactId={contactId} />
      {asking && (
        <RevealBirthDate
          contactId={contactId}
          onClose={() => setAsking(false)}
          onShown={(date) => setBirthDate({ of: contactId, date })}
        />
      )}
      {editing && <EditAlumnus alumnus={alumnus} tag={loaded.data.tag} onClose={() => setEditing(false)} />}
    </>
  );
}
