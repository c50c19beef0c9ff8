import { Button, Group, Stack } from '@mantine/core';
import { common } from '@shared/common';
import { useFormat } from '@shared/format';
import { dictionary, useTexts } from '@shared/texts';
import type { RecordForm } from '@shared/useRecordForm';
import { IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Conflict, type ShownField } from './Conflict';
import { Dialog } from './Dialog';
import { Notice } from './Notice';

const texts = dictionary({
  restored: {
    fi: (at: string) => `Palautimme tallentamattoman luonnoksesi (${at}).`,
    en: (at: string) => `Your unsaved draft of ${at} is back.`,
  },
  discard: { fi: 'Hylkää luonnos', en: 'Discard the draft' },
});

type Props<T extends Record<string, unknown>> = {
  title: string;
  record: RecordForm<T>;
  /** How each field is called and shown when two people changed it at once. */
  fields: { [K in keyof T]: ShownField<T[K]> };
  onClose: () => void;
  size?: string;
  /** For what may be taken away again. */
  onRemove?: () => void;
  children: ReactNode;
};

/** The frame of every form of a record. Escape keeps what was typed as a draft; Cancel is on purpose and does not. */
export function RecordDialog<T extends Record<string, unknown>>({
  title,
  record,
  fields,
  onClose,
  size = 'xl',
  onRemove,
  children,
}: Props<T>) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const f = useFormat();
  return (
    <>
      <Dialog open onClose={onClose} title={title} size={size}>
        <form onSubmit={record.submit} noValidate>
          <Stack gap="lg">
            {record.restored && (
              <Notice
                tone="info"
                icon={<IconHistory size={19} aria-hidden />}
                title={t.restored(f.dateTime(record.restored))}
              >
                <Button size="compact-sm" variant="default" onClick={record.discard}>
                  {t.discard}
                </Button>
              </Notice>
            )}
            {children}
            <Group justify="end">
              {onRemove && (
                <Button variant="subtle" color="red" mr="auto" onClick={onRemove} disabled={record.saving}>
                  {c.remove}
                </Button>
              )}
              <Button
                variant="default"
                onClick={() => {
                  record.drop();
                  onClose();
                }}
              >
                {c.cancel}
              </Button>
              <Button type="submit" loading={record.saving}>
                {c.save}
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
      {record.conflict && (
        <Conflict conflict={record.conflict} fields={fields} onResolve={record.resolve} onDiscard={record.discard} />
      )}
    </>
  );
}
