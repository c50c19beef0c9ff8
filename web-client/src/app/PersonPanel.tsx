import { cause, problemOf } from '@api/problem';
import { accountsTabs } from '@modules/accounts/contactTab';
import { PersonHead } from '@modules/accounts/PersonHead';
import { useContact } from '@modules/accounts/useContact';
import { AlumnusFacts } from '@modules/alumni/AlumnusFacts';
import { consentTabs } from '@modules/consent/contactTab';
import { OpenRestricted } from '@modules/consent/erasure/OpenRestricted';
import { privacyTab } from '@modules/consent/erasure/privacyTab';
import { expertTab } from '@modules/experts/contactTab';
import { type ContactTab, peopleInOrder } from '@shared/contactTab';
import { listName } from '@shared/format';
import { useMe } from '@shared/me';
import { useLanguage, useTexts } from '@shared/texts';
import { PanelBody, PanelTabs, SidePanel } from '@shared/ui/SidePanel';
import { ErrorState, Loading } from '@shared/ui/States';
import { useAddress } from '@shared/useAddress';
import { texts } from './texts';

const [overview, ...rest] = accountsTabs;
const tabs: ContactTab[] = [overview, expertTab, ...consentTabs, ...rest, privacyTab];

const isExpert = (roles: { role: string }[]) => roles.some((held) => held.role === 'expert');

/** One person from every module. */
export function PersonPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTexts(texts);
  const me = useMe();
  const { language } = useLanguage();
  const { search, change, open } = useAddress<object>();
  const contact = useContact(id);
  const step = (to?: string) => (to ? () => open(to) : undefined);

  return (
    <SidePanel
      id={id}
      label={t.panel}
      previous={{ label: t.previous, run: step(peopleInOrder.beside(id, -1)) }}
      next={{ label: t.next, run: step(peopleInOrder.beside(id, 1)) }}
      onClose={onClose}
    >
      {contact.isPending && (
        <PanelBody>
          <Loading lines={9} />
        </PanelBody>
      )}
      {contact.error &&
        (cause(problemOf(contact.error)) === 'reason-needed' ? (
          <OpenRestricted contactId={id} onOpened={() => contact.refetch()} />
        ) : (
          <ErrorState error={contact.error} onRetry={() => contact.refetch()} />
        ))}
      {contact.data && (
        <>
          <PersonHead contact={contact.data.value} />
          <PanelTabs
            tab={search.tab}
            onTab={(tab) => change({ tab })}
            tabs={tabs
              .filter((tab) => tab.visible(me) && (tab.id !== expertTab.id || isExpert(contact.data.value.roles)))
              .map((tab) => ({
                id: tab.id,
                label: tab.label[language],
                content: () => (
                  <>
                    <tab.Component contactId={id} isPassive={contact.data.value.isPassive} />
                    {tab.id === 'overview' &&
                      me.may('alumni') &&
                      contact.data.value.roles.some((held) => held.role === 'alumnus') && (
                        <AlumnusFacts
                          contactId={id}
                          isPassive={contact.data.value.isPassive}
                          name={listName(contact.data.value)}
                        />
                      )}
                  </>
                ),
              }))}
          />
        </>
      )}
    </SidePanel>
  );
}
