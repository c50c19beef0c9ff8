import { client } from '@api/client';
import { useFormat } from '@shared/format';
import { useTexts } from '@shared/texts';
import { type Picked, RemotePicker } from '@shared/ui/RemotePicker';
import { unwrap } from '@shared/usePages';
import { texts } from './texts';

/** The event whose participants, attendance or feedback a file holds: the latest ones stand ready, others are found by name. */
export function EventChoice({ value, onChange }: { value: Picked | null; onChange: (value: Picked | null) => void }) {
  const t = useTexts(texts);
  const f = useFormat();
  return (
    <RemotePicker
      label={t.event}
      placeholder={t.findEvent}
      required
      least={0}
      from="events"
      value={value}
      onChange={onChange}
      find={async (q, signal) =>
        (
          await unwrap(client.GET('/api/v1/events', { params: { query: { q: q || undefined, limit: 12 } }, signal }))
        ).items.map((one) => ({
          id: one.id,
          name: one.name,
          note: [f.date(one.startsAt), one.place].filter(Boolean).join(' · '),
        }))
      }
    />
  );
}
