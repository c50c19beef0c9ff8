import { client } from '@api/client';
import { spokenName } from '@shared/format';
import { useTexts } from '@shared/texts';
import { Passivation } from './Passivation';
import { texts } from './texts';
import { type Contact, useFreshPeople } from './useContact';

export function PassivateContact({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const t = useTexts(texts);
  const fresh = useFreshPeople();
  const params = { path: { id: contact.id } };
  return (
    <Passivation
      name={spokenName(contact)}
      isPassive={contact.isPassive}
      help={contact.isPassive ? t.activateHelp : t.passivateHelp}
      onClose={onClose}
      turn={async (passive, reason) => {
        const { error } = passive
          ? await client.POST('/api/v1/contacts/{id}/passivate', { params, body: { reason } })
          : await client.POST('/api/v1/contacts/{id}/activate', { params, body: { reason } });
        if (error) throw error;
        await fresh();
      }}
    />
  );
}
