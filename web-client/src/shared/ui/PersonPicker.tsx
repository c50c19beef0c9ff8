import { client } from '@api/client';
import { dictionary, useTexts } from '@shared/texts';
import { unwrap } from '@shared/usePages';
import type { ReactNode } from 'react';
import { type Picked, RemotePicker } from './RemotePicker';

const texts = dictionary({
  person: { fi: 'Henkilö', en: 'Person' },
  findPerson: { fi: 'Hae nimellä tai sähköpostilla', en: 'Search by name or email' },
});

type Props = {
  value?: Picked | null;
  onChange?: (value: Picked | null) => void;
  label?: string;
  error?: ReactNode;
  required?: boolean;
  autoFocus?: boolean;
};

/** A person who is in use; what tells namesakes apart stands beside the name. */
export function PersonPicker({ label, ...props }: Props) {
  const t = useTexts(texts);
  return (
    <RemotePicker
      {...props}
      label={label ?? t.person}
      placeholder={t.findPerson}
      from="people"
      find={async (q, signal) =>
        (
          await unwrap(client.GET('/api/v1/contacts', { params: { query: { q, passive: false, limit: 12 } }, signal }))
        ).items.map((one) => ({
          id: one.id,
          name: [one.lastName, one.calledName || one.firstNames].join(' '),
          note: [one.employer, one.email ?? one.town].filter(Boolean).join(' · '),
        }))
      }
    />
  );
}
