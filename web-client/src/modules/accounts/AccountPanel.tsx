import { common } from '@shared/common';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { PanelBody, PanelTabs, SidePanel } from '@shared/ui/SidePanel';
import { ErrorState, Loading } from '@shared/ui/States';
import { useAddress } from '@shared/useAddress';
import { AccountHead } from './AccountHead';
import { AccountOverview } from './AccountOverview';
import { AccountPeople } from './AccountPeople';
import { accountTexts } from './accountTexts';
import { FieldHistory } from './FieldHistory';
import { Timeline } from './Timeline';
import { useAccount } from './useAccount';

type Props = { accountId: string; onClose: () => void; onPrevious?: () => void; onNext?: () => void };

/** One organisation beside the list. */
export function AccountPanel({ accountId, onClose, onPrevious, onNext }: Props) {
  const t = useTexts(accountTexts);
  const c = useTexts(common);
  const me = useMe();
  const { search, change } = useAddress<object>();
  const account = useAccount(accountId);
  const loaded = account.data;

  return (
    <SidePanel
      id={accountId}
      label={t.panel}
      previous={{ label: t.previous, run: onPrevious }}
      next={{ label: t.next, run: onNext }}
      onClose={onClose}
    >
      {account.isPending && (
        <PanelBody>
          <Loading lines={9} />
        </PanelBody>
      )}
      {account.error && <ErrorState error={account.error} onRetry={() => account.refetch()} />}
      {loaded && (
        <>
          <AccountHead account={loaded.value} />
          <PanelTabs
            tab={search.tab}
            onTab={(tab) => change({ tab })}
            tabs={[
              {
                id: 'overview',
                label: t.overview,
                content: () => <AccountOverview account={loaded.value} tag={loaded.tag} />,
              },
              { id: 'people', label: t.people, content: () => <AccountPeople account={loaded.value} /> },
              ...(me.may('contacts')
                ? [
                    {
                      id: 'timeline',
                      label: t.timeline,
                      content: () => (
                        <Timeline
                          of={{ accountId }}
                          isPassive={loaded.value.isPassive}
                          accounts={[{ id: accountId, name: loaded.value.name }]}
                        />
                      ),
                    },
                    {
                      id: 'history',
                      label: t.history,
                      content: () => (
                        <FieldHistory
                          of="account"
                          id={accountId}
                          tag={loaded.tag}
                          record={loaded.value}
                          mayRestore={me.may('editAccounts') && !loaded.value.isPassive}
                        />
                      ),
                    },
                  ]
                : []),
            ]}
          />
          <span className="visually-hidden" role="status">
            {account.isFetching ? c.loading : ''}
          </span>
        </>
      )}
    </SidePanel>
  );
}
