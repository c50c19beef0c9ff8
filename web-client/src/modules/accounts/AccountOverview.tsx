import { client } from '@api/client';
import { Button } from '@mantine/core';
import { common } from '@shared/common';
import { useHasDraft } from '@shared/drafts';
import { useMe } from '@shared/me';
import { named, useLanguage, useTexts } from '@shared/texts';
import { PassiveTag, Tag } from '@shared/ui/Badges';
import { Facts, Section } from '@shared/ui/Facts';
import { unwrap } from '@shared/usePages';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { AccountForm } from './AccountForm';
import { accountTexts } from './accountTexts';
import styles from './ContactOverview.module.css';
import { addressKindNames, customerKindNames, kindNamesOfAccounts, relationshipNames, sizeNames } from './codes';
import { StatusWithHistory } from './Status';
import { texts } from './texts';
import type { Account } from './useAccount';

const toAccount = (id: string) => (now: object) => ({ ...now, account: id, person: undefined, tab: undefined });

/** Everything the register knows of an organisation as such. */
export function AccountOverview({ account, tag }: { account: Account; tag: string }) {
  const t = useTexts(accountTexts);
  const p = useTexts(texts);
  const c = useTexts(common);
  const me = useMe();
  const { language } = useLanguage();
  const kinds = useTexts(kindNamesOfAccounts);
  const relationships = useTexts(relationshipNames);
  const customers = useTexts(customerKindNames);
  const sizes = useTexts(sizeNames);
  const addresses = useTexts(addressKindNames);
  const [form, setForm] = useState<'edit' | 'part'>();
  const hasDraft = useHasDraft(me.user.id, `account/${account.id}`);
  const may = me.may('editAccounts') && !account.isPassive;
  const parts = useQuery({
    queryKey: ['accounts', 'parts', account.id],
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/v1/accounts', { params: { query: { parentId: account.id, limit: 50, count: true } }, signal }),
      ),
  });
  const country = (code: string | null | undefined) =>
    code && code !== 'FI' && /^[A-Z]{2}$/.test(code)
      ? new Intl.DisplayNames(language, { type: 'region' }).of(code)
      : undefined;
  const some = parts.data?.items ?? [];

  return (
    <>
      <Section title={t.followUp}>
        <Facts
          facts={[
            [t.status, <StatusWithHistory key="s" status={account.status} history={account.statusHistory} />],
            [t.owner, account.owner?.name ?? <span className="muted">{t.noOwner}</span>],
          ]}
        />
      </Section>
      <Section
        title={t.basics}
        action={
          may && (
            <Button
              variant={hasDraft ? 'light' : 'subtle'}
              size="compact-sm"
              leftSection={<IconPencil size={15} aria-hidden />}
              onClick={() => setForm('edit')}
            >
              {hasDraft ? p.continueDraft : c.edit}
            </Button>
          )
        }
      >
        <Facts
          facts={[
            [t.businessId, account.businessId],
            [t.kind, named(kinds, account.kind)],
            [t.relationships, account.relationships.map((one) => named(relationships, one)).join(', ')],
            [t.customerKinds, account.customerKinds.map((one) => named(customers, one)).join(', ')],
            [t.industry, account.industry],
            [t.size, account.sizeClass && named(sizes, account.sizeClass)],
            [t.municipality, account.municipality],
            [c.phone, account.phone && <a href={`tel:${account.phone.replaceAll(' ', '')}`}>{account.phone}</a>],
            [
              t.website,
              account.website && (
                <a href={account.website} target="_blank" rel="noreferrer">
                  {account.website.replace(/^https?:\/\//, '')}
                </a>
              ),
            ],
            [
              t.parent,
              account.parent && (
                <>
                  <Link to="." search={toAccount(account.parent.id)}>
                    {account.parent.name}
                  </Link>{' '}
                  {account.parent.isPassive && <PassiveTag />}
                </>
              ),
            ],
            ...account.addresses.map((one): [string, string] => [
              named(addresses, one.kind),
              [one.street, [one.postalCode, one.town].filter(Boolean).join(' '), country(one.country)]
                .filter(Boolean)
                .join(', '),
            ]),
            [
              t.eInvoice,
              account.eInvoiceAddresses.length > 0 && (
                <ul className={styles.lines}>
                  {account.eInvoiceAddresses.map((one) => (
                    <li key={one.identifier}>
                      {one.identifier} <span className="muted small">{one.operator}</span>{' '}
                      {one.isPrimary && account.eInvoiceAddresses.length > 1 && <Tag tone="good">{t.primary}</Tag>}
                    </li>
                  ))}
                </ul>
              ),
            ],
            [t.sourceId, account.sourceId],
          ]}
        />
      </Section>
      {(some.length > 0 || may) && (
        <Section
          title={some.length > 0 ? `${t.parts} (${parts.data?.total ?? some.length})` : t.parts}
          action={
            may && (
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconPlus size={15} aria-hidden />}
                onClick={() => setForm('part')}
              >
                {t.addPart}
              </Button>
            )
          }
        >
          {some.length === 0 ? (
            <p className="muted">{t.noParts}</p>
          ) : (
            <ul className={styles.cards}>
              {some.map((part) => (
                <li key={part.id}>
                  <div className={styles.cardWords}>
                    <p className={styles.cardName}>
                      <Link to="." search={toAccount(part.id)}>
                        {part.name}
                      </Link>
                      {part.isPassive && <PassiveTag />}
                    </p>
                    <p className="muted small">{[part.businessId, part.municipality].filter(Boolean).join(' · ')}</p>
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      {form === 'edit' && <AccountForm account={account} tag={tag} onClose={() => setForm(undefined)} />}
      {form === 'part' && (
        <AccountForm parent={{ id: account.id, name: account.name }} onClose={() => setForm(undefined)} />
      )}
    </>
  );
}
