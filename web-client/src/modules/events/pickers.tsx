import { client } from '@api/client';
import { ActionIcon } from '@mantine/core';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { type Picked, RemotePicker } from '@shared/ui/RemotePicker';
import { unwrap } from '@shared/usePages';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './events.module.css';
import { texts } from './texts';

type Named = { id: string; name: string };
type Props<T> = { label: string; value: T; error?: ReactNode; onChange: (value: T) => void };

const only = (one: Picked | null): Named | null => one && { id: one.id, name: one.name };

/** An organisation that is in use. */
export function AccountField({ onChange, ...props }: Props<Named | null>) {
  const t = useTexts(texts);
  return (
    <RemotePicker
      {...props}
      onChange={(one) => onChange(only(one))}
      placeholder={t.findAccount}
      from="accounts"
      find={async (q, signal) =>
        (
          await unwrap(client.GET('/api/v1/accounts', { params: { query: { q, passive: false, limit: 12 } }, signal }))
        ).items.map((one) => ({ id: one.id, name: one.name, note: one.municipality }))
      }
    />
  );
}

/** Members of staff, one added at a time. */
export function StaffField({ label, value, error, onChange }: Props<Named[]>) {
  const t = useTexts(texts);
  const c = useTexts(common);
  return (
    <div>
      <RemotePicker
        label={label}
        value={null}
        error={error}
        onChange={(one) => {
          const added = only(one);
          if (added && !value.some((known) => known.id === added.id)) onChange([...value, added]);
        }}
        placeholder={t.findStaff}
        from="staff"
        least={0}
        find={async (q, signal) =>
          (await unwrap(client.GET('/api/v1/staff', { params: { query: { q: q || undefined, limit: 20 } }, signal })))
            .items
        }
      />
      {value.length > 0 && (
        <ul className={styles.chips}>
          {value.map((one) => (
            <li key={one.id}>
              {one.name}
              <ActionIcon
                size="sm"
                aria-label={`${c.remove}: ${one.name}`}
                onClick={() => onChange(value.filter((known) => known.id !== one.id))}
              >
                <IconX size={15} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
