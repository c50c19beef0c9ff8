import { client } from '@api/client';
import { Button, Textarea } from '@mantine/core';
import { useTexts } from '@shared/texts';
import { Card } from '@shared/ui/Page';
import { useState } from 'react';
import styles from './requests.module.css';
import { requestTexts } from './texts';
import { type Request, useStep } from './useRequest';

/** Who asks must be sure before anything is told or erased (art. 12.6). */
export function IdentityStep({ request }: { request: Request }) {
  const t = useTexts(requestTexts);
  const [how, setHow] = useState(request.identityCheck ?? '');
  const { busy, take } = useStep(request.id);
  const isNow = request.state === 'received' || request.state === 'identified';
  return (
    <Card title={t.identity}>
      {isNow ? (
        <form
          className={styles.stack}
          onSubmit={(event) => {
            event.preventDefault();
            take(() =>
              client.POST('/api/v1/data-subject-requests/{id}/identify', {
                params: { path: { id: request.id } },
                body: { how },
              }),
            );
          }}
        >
          <Textarea
            label={t.identityHow}
            description={t.identityHelp}
            required
            maxLength={500}
            value={how}
            onChange={(event) => setHow(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" loading={busy} variant={request.state === 'received' ? 'filled' : 'default'}>
              {t.identified}
            </Button>
          </div>
        </form>
      ) : (
        <p>{request.identityCheck ?? '–'}</p>
      )}
    </Card>
  );
}
