import type { ContactPart } from '@shared/contactTab';
import { useMe } from '@shared/me';
import { FieldHistory } from './FieldHistory';
import { useContact } from './useContact';

export function ContactHistory({ contactId, isPassive }: ContactPart) {
  const me = useMe();
  const loaded = useContact(contactId).data;
  if (!loaded) return null;
  return (
    <FieldHistory
      of="contact"
      id={contactId}
      tag={loaded.tag}
      record={loaded.value}
      mayRestore={me.may('editContacts') && !isPassive}
    />
  );
}
