import { client } from '@api/client';
import { ActionIcon, Button, FileButton } from '@mantine/core';
import { common } from '@shared/common';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { Ask } from '@shared/ui/Ask';
import { Section } from '@shared/ui/Facts';
import { useToast } from '@shared/useToast';
import { IconTrash, IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import styles from './experts.module.css';
import { texts } from './texts';
import { type Expert, useFreshExperts } from './useExpert';

type File = Expert['files'][number];

/** The CV and other files: they leave as downloads only. */
export function ExpertFiles({ expert, tag, may }: { expert: Expert; tag: string; may: boolean }) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const f = useFormat();
  const me = useMe();
  const show = useToast();
  const fresh = useFreshExperts();
  const reset = useRef<() => void>(null);
  const [sending, setSending] = useState(false);
  const [removing, setRemoving] = useState<File>();
  const path = { contactId: expert.contactId };

  const add = async (file: Blob | null) => {
    if (!file) return;
    setSending(true);
    const body = new FormData();
    body.append('file', file);
    const { error } = await client.POST('/api/v1/experts/{contactId}/files', {
      params: { path },
      body: body as never,
      bodySerializer: (form: unknown) => form as FormData,
    });
    setSending(false);
    reset.current?.();
    if (error) return show.failed(error);
    await fresh();
    show.done(t.fileAdded);
  };
  const remove = async (file: File) => {
    const { error } = await client.DELETE('/api/v1/experts/{contactId}/files/{fileId}', {
      params: { path: { ...path, fileId: file.id }, header: { 'If-Match': tag } },
    });
    if (error) throw error;
    await fresh();
    show.done(t.fileRemoved);
  };
  return (
    <Section
      title={t.files}
      action={
        may && (
          <FileButton resetRef={reset} onChange={add} accept=".pdf,.docx,.odt" inputProps={{ 'aria-label': t.addFile }}>
            {(props) => (
              <Button
                {...props}
                variant="subtle"
                size="compact-sm"
                loading={sending}
                leftSection={<IconUpload size={15} aria-hidden />}
              >
                {t.addFile}
              </Button>
            )}
          </FileButton>
        )
      }
    >
      {expert.files.length === 0 && <p className="muted">{t.fileHelp}</p>}
      <ul className={styles.lines}>
        {expert.files.map((file) => (
          <li key={file.id} className={styles.line}>
            <div>
              {me.may('expertFiles') ? (
                <a href={`/api/v1/experts/${expert.contactId}/files/${file.id}`} download>
                  {file.name}
                </a>
              ) : (
                file.name
              )}
              <div className="muted small">
                {f.number(Math.max(1, Math.round(file.size / 1024)))} kB · {f.date(file.addedAt)}
              </div>
            </div>
            {may && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t.removeFile(file.name)}
                onClick={() => setRemoving(file)}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {removing && (
        <Ask
          title={t.removeFile(removing.name)}
          help={t.removeFileHelp}
          act={c.remove}
          danger
          onAct={() => remove(removing)}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Section>
  );
}
