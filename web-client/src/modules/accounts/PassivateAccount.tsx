import { client } from '@api/client';
import { useTexts } from '@shared/texts';
import { accountTexts } from './accountTexts';
import { Passivation } from './Passivation';
import { type Account, useFreshAccounts } from './useAccount';

export function PassivateAccount({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useTexts(accountTexts);
  const fresh = useFreshAccounts();
  const params = { path: { id: account.id } };
  return (
    <Passivation
      name={account.name}
      isPassive={account.isPassive}
      help={account.isPassive ? t.activateHelp : t.passivateHelp}
      onClose={onClose}
      turn={async (passive, reason) => {
        const { error } = passive
          ? await client.POST('/api/v1/accounts/{id}/passivate', { params, body: { reason } })
          : await client.POST('/api/v1/accounts/{id}/activate', { params, body: { reason } });
        if (error) throw error;
        await fresh();
      }}
    />
  );
}
