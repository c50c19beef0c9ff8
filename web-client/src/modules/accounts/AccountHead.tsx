import { Button, Group } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { AccountAvatar, Tag } from '@shared/ui/Badges';
import { IconBuildingPlus, IconPhone, IconPlayerPause, IconWorld } from '@tabler/icons-react';
import { useState } from 'react';
import { accountTexts } from './accountTexts';
import { kindNamesOfAccounts, relationshipNames } from './codes';
import { PassivateAccount } from './PassivateAccount';
import styles from './PersonHead.module.css';
import { texts } from './texts';
import type { Account } from './useAccount';

export function AccountHead({ account }: { account: Account }) {
  const t = useTexts(accountTexts);
  const p = useTexts(texts);
  const kinds = useTexts(kindNamesOfAccounts);
  const relationships = useTexts(relationshipNames);
  const f = useFormat();
  const me = useMe();
  const [asking, setAsking] = useState(false);

  return (
    <div className={styles.head}>
      <div className={styles.who}>
        <AccountAvatar name={account.name} size="lg" />
        <div className={styles.words}>
          <h2 className={styles.name}>{account.name}</h2>
          <span className={styles.line}>
            {account.relationships.map((one) => (
              <Tag key={one} tone={one === 'partner' ? 'good' : one === 'customer' ? 'info' : 'quiet'}>
                {named(relationships, one)}
              </Tag>
            ))}
            <span className="muted">
              {[named(kinds, account.kind), account.municipality].filter(Boolean).join(' · ')}
            </span>
          </span>
        </div>
      </div>
      {account.isPassive && (
        <p className={styles.banner}>{t.passiveBanner(f.date(account.passiveSince), account.passiveReason ?? '')}</p>
      )}
      <Group gap={8}>
        {account.phone && !account.isPassive && (
          <Button
            size="compact-md"
            fz="sm"
            variant="default"
            component="a"
            href={`tel:${account.phone.replaceAll(' ', '')}`}
            leftSection={<IconPhone size={17} aria-hidden />}
          >
            {p.call}
          </Button>
        )}
        {account.website && (
          <Button
            size="compact-md"
            fz="sm"
            variant="default"
            component="a"
            href={account.website}
            target="_blank"
            rel="noreferrer"
            leftSection={<IconWorld size={17} aria-hidden />}
          >
            {t.visit}
          </Button>
        )}
        {me.may('editAccounts') && (
          <Button
            size="compact-md"
            fz="sm"
            variant={account.isPassive ? 'filled' : 'default'}
            leftSection={
              account.isPassive ? <IconBuildingPlus size={17} aria-hidden /> : <IconPlayerPause size={17} aria-hidden />
            }
            onClick={() => setAsking(true)}
          >
            {account.isPassive ? p.activate : p.passivate}
          </Button>
        )}
      </Group>
      {asking && <PassivateAccount account={account} onClose={() => setAsking(false)} />}
    </div>
  );
}
