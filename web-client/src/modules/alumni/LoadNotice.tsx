import { useTexts } from '@shared/texts';
import { Notice } from '@shared/ui/Notice';
import { IconAlertTriangle } from '@tabler/icons-react';
import { cooperationTexts } from './cooperationTexts';

export type Load = { requests: number; mailings: number; limit: number; isMany: boolean };

/** Says that somebody has been contacted a lot; nothing is forbidden by it. */
export function LoadNotice({ load }: { load?: Load | null }) {
  const t = useTexts(cooperationTexts);
  if (!load?.isMany) return null;
  return (
    <Notice tone="warn" icon={<IconAlertTriangle size={19} aria-hidden />} title={t.manyTitle}>
      {t.manyText(load.requests, load.mailings, load.limit)}
    </Notice>
  );
}
