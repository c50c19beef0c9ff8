import { FileInput, Select, Textarea } from '@mantine/core';
import { dictionary, useTexts } from '@shared/texts';
import { sha256, usePublishedTexts } from '@shared/usePublishedTexts';

export const evidenceTexts = dictionary({
  how: { fi: 'Miten saatiin', en: 'How it was given' },
  howPhone: { fi: 'Puhelimessa', en: 'By phone' },
  howEmail: { fi: 'Sähköpostilla', en: 'By email' },
  howPerson: { fi: 'Henkilö itse paikan päällä', en: 'In person' },
  textShown: { fi: 'Teksti, johon suostuttiin', en: 'The text consented to' },
  currentText: { fi: 'Julkaistu teksti', en: 'Published text' },
  otherText: { fi: 'Muu teksti', en: 'Other text' },
  signedFile: { fi: 'Allekirjoitettu tiedosto (todiste)', en: 'Signed file (evidence)' },
  signedHelp: {
    fi: 'Tiedostosta tallennetaan nimi ja tiiviste; tiedosto itse jää arkistoon.',
    en: 'Its name and hash are kept; the file itself stays in the archive.',
  },
});

export type Evidence = { source: string; text: string; file: File | null };

export const noEvidence: Evidence = { source: 'email', text: '', file: null };

/** Evidence as the API takes it: of a file its name and hash alone leave the browser. */
export const evidenceOf = async ({ source, text, file }: Evidence) => ({
  source,
  ...(text && { text }),
  ...(file && { fileName: file.name, fileSha256: await sha256(file) }),
});

type Props = {
  purpose: string;
  text: string;
  onText: (text: string) => void;
  /** What the form says of a field. */
  input: (field: keyof Evidence) => object;
};

/** How a consent was given, to which words, and the signed file. */
export function EvidenceFields({ purpose, text, onText, input }: Props) {
  const t = useTexts(evidenceTexts);
  const published = usePublishedTexts(purpose);
  return (
    <>
      <Select
        label={t.how}
        allowDeselect={false}
        data={[
          { value: 'email', label: t.howEmail },
          { value: 'phone', label: t.howPhone },
          { value: 'person', label: t.howPerson },
        ]}
        {...input('source')}
      />
      {published.length > 0 && (
        <Select
          label={t.currentText}
          data={[
            { value: '', label: t.otherText },
            ...published.map((one) => ({ value: one.text, label: `${one.language}: ${one.text.slice(0, 80)}` })),
          ]}
          allowDeselect={false}
          value={published.some((one) => one.text === text) ? text : ''}
          onChange={(chosen) => onText(chosen ?? '')}
        />
      )}
      <Textarea label={t.textShown} maxLength={4000} {...input('text')} />
      <FileInput label={t.signedFile} description={t.signedHelp} clearable {...input('file')} />
    </>
  );
}
