import { client } from '@api/client';
import type { Body } from '@api/types';
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { basisNames } from '@shared/common';
import { usePurposeName } from '@shared/purposes';
import { named, useTexts } from '@shared/texts';
import { Notice } from '@shared/ui/Notice';
import { Card } from '@shared/ui/Page';
import { useState } from 'react';
import styles from './requests.module.css';
import { decisionNames, requestTexts } from './texts';
import { type Request, useStep } from './useRequest';

/** What the person's bases say of the right, and what the officer decides. */
export function DecisionStep({ request }: { request: Request }) {
  const t = useTexts(requestTexts);
  const decisions = useTexts(decisionNames);
  const bases = useTexts(basisNames);
  const purposeName = usePurposeName();
  const { right } = request;
  const [decision, setDecision] = useState(request.decision ?? (right.applies ? 'granted' : 'refused'));
  const [ground, setGround] = useState(request.ground ?? '');
  const { busy, take } = useStep(request.id);
  const says: Record<string, string> = {
    'all-purposes': t.rightGiven,
    'some-purposes': t.rightSome,
    always: t.rightAlways,
    'direct-marketing': t.rightMarketing,
    'no-purpose': t.rightUnneeded,
    'not-given': t.rightNone,
  };
  const isNow = request.state === 'identified' || request.state === 'decided';
  return (
    <Card title={t.decision}>
      <div className={styles.stack}>
        {request.person && request.state !== 'answered' && (
          <Notice tone={right.applies ? 'info' : 'warn'} title={says[right.reason] ?? ''}>
            {right.bases.length > 0 && (
              <ul>
                {right.bases.map((basis) => (
                  <li key={`${basis.purpose}${basis.basis}`}>
                    {purposeName(basis.purpose)} ({named(bases, basis.basis)}): {basis.gives ? t.yes : t.no}
                    {basis.condition && `, ${t.afterObjection}`}
                  </li>
                ))}
              </ul>
            )}
          </Notice>
        )}
        {isNow ? (
          <form
            className={styles.stack}
            onSubmit={(event) => {
              event.preventDefault();
              take(() =>
                client.POST('/api/v1/data-subject-requests/{id}/decide', {
                  params: { path: { id: request.id } },
                  body: { decision, ...(ground.trim() && { ground }) } as Body<
                    '/api/v1/data-subject-requests/{id}/decide',
                    'post'
                  >,
                }),
              );
            }}
          >
            <SegmentedControl
              aria-label={t.decision}
              value={decision}
              onChange={setDecision}
              data={Object.entries(decisions).map(([value, label]) => ({ value, label }))}
            />
            <Textarea
              label={t.ground}
              required={decision !== 'granted'}
              maxLength={2000}
              autosize
              minRows={2}
              value={ground}
              onChange={(event) => setGround(event.currentTarget.value)}
            />
            <div>
              <Button type="submit" loading={busy} variant={request.state === 'identified' ? 'filled' : 'default'}>
                {t.decide}
              </Button>
            </div>
          </form>
        ) : (
          request.decision && (
            <p>
              <strong>{named(decisions, request.decision)}</strong>
              {request.ground && `: ${request.ground}`}
            </p>
          )
        )}
      </div>
    </Card>
  );
}
