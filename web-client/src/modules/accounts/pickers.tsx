import { client } from '@api/client';
import { useTexts } from '@shared/texts';
import { type Picked, RemotePicker } from '@shared/ui/RemotePicker';
import { unwrap } from '@shared/usePages';
import type { ReactNode } from 'react';
import { accountTexts } from './accountTexts';

type Props = {
  value?: Picked | null;
  onChange?: (value: Picked | null) => void;
  label?: string;
  error?: ReactNode;
  required?: boolean;
  autoFocus?: boolean;
};

/** An organisation that is in use; `not` leaves one out. */
export function AccountPicker({ not, label, ...props }: Props & { not?: string }) {
  const t = useTexts(accountTexts);
  return (
    <RemotePicker
      {...props}
      label={label ?? t.organisation}
      placeholder={t.findAccount}
      from="accounts"
      find={async (q, signal) =>
        (
          await unwrap(client.GET('/api/v1/accounts', { params: { query: { q, passive: false, limit: 12 } }, signal }))
        ).items
          .filter((one) => one.id !== not)
          .map((one) => ({
            id: one.id,
            name: one.name,
            note: [one.businessId, one.municipality].filter(Boolean).join(' · '),
          }))
      }
    />
  );
}

/** A colleague, to look after a record. */
export function StaffPicker(props: Props) {
  const t = useTexts(accountTexts);
  return (
    <RemotePicker
      {...props}
      label={props.label ?? t.owner}
      placeholder={t.findStaff}
      from="staff"
      least={0}
      find={async (q, signal) =>
        (await unwrap(client.GET('/api/v1/staff', { params: { query: { q: q || undefined, limit: 20 } }, signal })))
          .items
      }
    />
  );
}
