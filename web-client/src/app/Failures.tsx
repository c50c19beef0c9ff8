import { Button } from '@mantine/core';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { EmptyState } from '@shared/ui/States';
import { IconAlertTriangle, IconMapQuestion } from '@tabler/icons-react';
import { texts } from './texts';

export function NotFound() {
  const t = useTexts(texts);
  const c = useTexts(common);
  return (
    <EmptyState
      title={c.notFoundTitle}
      icon={<IconMapQuestion stroke={1.5} aria-hidden />}
      action={
        <Button component="a" href="/" variant="default">
          {t.toHome}
        </Button>
      }
    >
      {t.notFoundText}
    </EmptyState>
  );
}

/** A fault of ours: the page failed, the rest of the application did not. */
export function PageError() {
  const t = useTexts(texts);
  return (
    <EmptyState
      title={t.crashTitle}
      icon={<IconAlertTriangle stroke={1.5} aria-hidden />}
      action={
        <Button variant="default" onClick={() => location.reload()}>
          {t.reload}
        </Button>
      }
    >
      {t.crashText}
    </EmptyState>
  );
}
