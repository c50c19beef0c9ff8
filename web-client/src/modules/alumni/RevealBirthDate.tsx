import { client } from '@api/client';
import { useTexts } from '@shared/texts';
import { Ask } from '@shared/ui/Ask';
import { unwrap } from '@shared/usePages';
import { texts } from './texts';

type Props = { contactId: string; onClose: () => void; onShown: (date: string) => void };

/** A birth date is given one person at a time, for a reason that is kept. */
export function RevealBirthDate({ contactId, onClose, onShown }: Props) {
  const t = useTexts(texts);
  const reveal = async (reason: string) => {
    const params = { path: { contactId } };
    const shown = await unwrap(client.POST('/api/v1/alumni/{contactId}/reveal', { params, body: { reason } }));
    onShown(shown.dateOfBirth ?? '');
  };
  return <Ask title={t.showTitle} help={t.showHelp} act={t.show} reason={t.why} onAct={reveal} onClose={onClose} />;
}
