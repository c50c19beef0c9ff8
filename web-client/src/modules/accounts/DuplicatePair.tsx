import type { Item } from '@api/types';
import { Button, Checkbox } from '@mantine/core';
import { useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { AccountAvatar, Avatar, PassiveTag, Tag } from '@shared/ui/Badges';
import { useAddress } from '@shared/useAddress';
import { IconArrowBackUp, IconArrowMerge, IconEqualNot } from '@tabler/icons-react';
import styles from './duplicates.module.css';
import { duplicateTexts, reasonNames } from './duplicateTexts';

export type Pair = Item<'/api/v1/duplicates'>;
export const pairKey = (pair: Pair) => `${pair.first.id} ${pair.second.id}`;

type Props = {
  pair: Pair;
  /** Records of the listed pairs that hang together with this one. */
  group: string[];
  chosen?: boolean;
  onChoose?: (chosen: boolean) => void;
  onCompare?: () => void;
  onDismiss?: () => void;
  onRestore?: () => void;
};

/** Two records that may be one, why, and what one can do about it. */
export function DuplicatePair({ pair, group, chosen, onChoose, onCompare, onDismiss, onRestore }: Props) {
  const t = useTexts(duplicateTexts);
  const reasons = useTexts(reasonNames);
  const f = useFormat();
  const both = t.pairOf(pair.first.name, pair.second.name);
  return (
    <li className={styles.pair} data-chosen={chosen || undefined}>
      <div className={styles.pairHead}>
        {onChoose && pair.isExact && (
          <Checkbox
            checked={chosen ?? false}
            onChange={(event) => onChoose(event.currentTarget.checked)}
            aria-label={t.choose(both)}
          />
        )}
        {pair.isExact && <Tag tone="good">{t.exact}</Tag>}
        {pair.reasons.map((reason) => (
          <Tag key={reason} tone="info">
            {named(reasons, reason)}
          </Tag>
        ))}
        {pair.dismissedAt && (
          <span className="muted">
            {t.dismissedBy(pair.dismissedBy ?? '', f.date(pair.dismissedAt))}
            {pair.dismissReason && `: ${pair.dismissReason}`}
          </span>
        )}
      </div>
      <div className={styles.two}>
        <Side kind={pair.kind} side={pair.first} />
        <Side kind={pair.kind} side={pair.second} />
      </div>
      <div className={styles.acts}>
        {onCompare && (
          <Button
            size="compact-md"
            fz="sm"
            aria-label={`${group.length > 2 ? t.compareGroup(group.length) : t.compare}: ${both}`}
            leftSection={<IconArrowMerge size={17} aria-hidden />}
            onClick={onCompare}
          >
            {group.length > 2 ? t.compareGroup(group.length) : t.compare}
          </Button>
        )}
        {onDismiss && (
          <Button
            size="compact-md"
            fz="sm"
            variant="default"
            aria-label={`${t.notDuplicate}: ${both}`}
            leftSection={<IconEqualNot size={17} aria-hidden />}
            onClick={onDismiss}
          >
            {t.notDuplicate}
          </Button>
        )}
        {onRestore && (
          <Button
            size="compact-md"
            fz="sm"
            variant="default"
            aria-label={`${t.bringBack}: ${both}`}
            leftSection={<IconArrowBackUp size={17} aria-hidden />}
            onClick={onRestore}
          >
            {t.bringBack}
          </Button>
        )}
      </div>
    </li>
  );
}

function Side({ kind, side }: { kind: string; side: Pair['first'] }) {
  const { open, openAccount } = useAddress<object>();
  const notes = [side.businessId, side.employer, side.email, side.phone, side.town].filter(Boolean);
  return (
    <div className={styles.side}>
      {kind === 'contact' ? <Avatar name={side.name} /> : <AccountAvatar name={side.name} />}
      <div className={styles.sideWords}>
        <span>
          <button
            type="button"
            className={styles.name}
            onClick={() => (kind === 'contact' ? open(side.id) : openAccount(side.id))}
          >
            {side.name}
          </button>
          {side.isPassive && <PassiveTag />}
        </span>
        <span className="muted">{notes.join(' · ')}</span>
      </div>
    </div>
  );
}
