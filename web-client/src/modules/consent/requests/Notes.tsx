import { client } from '@api/client';
import { Button, Textarea } from '@mantine/core';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { Card } from '@shared/ui/Page';
import { useState } from 'react';
import styles from './requests.module.css';
import { requestTexts } from './texts';
import { type Request, useStep } from './useRequest';

/** For whoever handles the request; erased with the person. */
export function Notes({ request }: { request: Request }) {
  const t = useTexts(requestTexts);
  const c = useTexts(common);
  // What is typed stays while other steps change the request.
  const [typed, setTyped] = useState<string>();
  const notes = typed ?? request.notes ?? '';
  const { busy, take } = useStep(request.id);
  if (request.state === 'answered') return request.notes ? <Card title={t.notes}>{request.notes}</Card> : null;
  return (
    <Card title={t.notes}>
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          take(
            () =>
              client.PATCH('/api/v1/data-subject-requests/{id}', {
                params: { path: { id: request.id }, header: { 'If-Match': `"${request.version}"` } },
                body: { notes: notes || null },
              }),
            t.saved,
          ).then((isDone) => isDone && setTyped(undefined));
        }}
      >
        <Textarea
          aria-label={t.notes}
          maxLength={4000}
          autosize
          minRows={2}
          value={notes}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {notes !== (request.notes ?? '') && (
          <div>
            <Button type="submit" variant="default" loading={busy}>
              {c.save}
            </Button>
          </div>
        )}
      </form>
    </Card>
  );
}
