import { client } from '@api/client';
import { Button, Group, Textarea } from '@mantine/core';
import { common } from '@shared/common';
import { useFormat } from '@shared/format';
import { useTexts } from '@shared/texts';
import { Card } from '@shared/ui/Page';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import styles from './requests.module.css';
import { requestTexts } from './texts';
import { type Request, useStep } from './useRequest';

/** The letter as it will leave, or as it left. */
export function AnswerStep({ request }: { request: Request }) {
  const t = useTexts(requestTexts);
  const c = useTexts(common);
  const f = useFormat();
  const isNow = request.state === 'carried-out' || (request.state === 'decided' && request.decision === 'refused');
  const letter = useQuery({
    queryKey: ['requests', request.id, 'letter', request.version],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/data-subject-requests/{id}/letter', { params: { path: { id: request.id } }, signal })),
    enabled: isNow,
  });
  const [text, setText] = useState<string>();
  const isEmpty = text !== undefined && !text.trim();
  const { busy, take } = useStep(request.id);
  const answer = (byHand: boolean) =>
    take(
      () =>
        client.POST('/api/v1/data-subject-requests/{id}/answer', {
          params: { path: { id: request.id } },
          body: { byHand, ...(text?.trim() && { text }) },
        }),
      t.sent,
    );
  return (
    <Card title={t.answer}>
      {request.answeredAt && (
        <p>
          {t.answered} {f.dateTime(request.answeredAt)}
        </p>
      )}
      {request.answer && <pre className={styles.letter}>{request.answer}</pre>}
      {isNow && letter.isPending && <Loading lines={4} />}
      {isNow && letter.error && <ErrorState error={letter.error} onRetry={() => letter.refetch()} />}
      {isNow && letter.data && (
        <div className={styles.stack}>
          <p>
            {letter.data.to ? (
              <>
                <span className="muted">{t.letterTo}:</span> {letter.data.to}
              </>
            ) : (
              t.noAddress
            )}
          </p>
          <Textarea
            label={t.letterBody}
            required
            error={isEmpty && c.needed}
            description={t.letterBodyHelp}
            maxLength={4000}
            autosize
            minRows={3}
            value={text ?? letter.data.body}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <details>
            <summary>{t.letter}</summary>
            <pre className={styles.letter}>{letter.data.text.replace(letter.data.body, text ?? letter.data.body)}</pre>
          </details>
          <Group>
            {letter.data.to && (
              <Button loading={busy} disabled={isEmpty} onClick={() => answer(false)}>
                {t.send}
              </Button>
            )}
            <Button variant="default" loading={busy} disabled={isEmpty} onClick={() => answer(true)}>
              {t.byHand}
            </Button>
          </Group>
        </div>
      )}
    </Card>
  );
}
