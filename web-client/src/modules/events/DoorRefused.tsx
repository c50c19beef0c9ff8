import { Button } from '@mantine/core';
import { common } from '@shared/common';
import { useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { Notice } from '@shared/ui/Notice';
import { IconAlertTriangle } from '@tabler/icons-react';
import styles from './door.module.css';
import type { Refused } from './doorQueue';
import { doorTexts, refusedNames } from './texts';

type Props = {
  refused: Refused[];
  nameOf: (participantId: string) => string | undefined;
  onAgain: () => void;
  onDismiss: (tick: Refused) => void;
};

/** Whose tick could not be saved, and why: until somebody has seen to it. */
export function DoorRefused({ refused, nameOf, onAgain, onDismiss }: Props) {
  const t = useTexts(doorTexts);
  const words = useTexts(common);
  const whys = useTexts(refusedNames);
  const f = useFormat();
  if (refused.length === 0) return null;
  return (
    <Notice
      tone="bad"
      role="alert"
      icon={<IconAlertTriangle size={20} aria-hidden />}
      title={t.refused(refused.length)}
    >
      <Button size="compact-sm" variant="default" onClick={onAgain}>
        {words.retry}
      </Button>
      <ul className={styles.refused}>
        {refused.map((tick) => {
          const name = nameOf(tick.participantId) ?? t.removed;
          return (
            <li key={tick.clientId}>
              <span className={styles.words}>
                <strong>{name}</strong>
                <span>{`${tick.state === 'attended' ? t.came : t.cameNot} ${f.time(tick.at)} · ${named(whys, tick.why)}`}</span>
              </span>
              <Button size="compact-sm" variant="subtle" aria-label={t.dismissOf(name)} onClick={() => onDismiss(tick)}>
                {t.dismiss}
              </Button>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
