import { client } from '@api/client';
import { Button, Checkbox, Textarea } from '@mantine/core';
import { usePurposeName } from '@shared/purposes';
import { named, useTexts } from '@shared/texts';
import { Ask } from '@shared/ui/Ask';
import { Facts } from '@shared/ui/Facts';
import { Card } from '@shared/ui/Page';
import { useState } from 'react';
import styles from './requests.module.css';
import { carryOutHelp, carryOutNames, requestTexts } from './texts';
import { type Request, useStep } from './useRequest';

/** What the system does by itself is done by the button; the rest staff do, and it is told here. */
export function CarryOutStep({ request }: { request: Request }) {
  const t = useTexts(requestTexts);
  const names = useTexts(carryOutNames);
  const help = useTexts(carryOutHelp);
  const [done, setDone] = useState('');
  const [purposes, setPurposes] = useState<string[]>([]);
  const purposeName = usePurposeName();
  const [asking, setAsking] = useState(false);
  const { busy, take } = useStep(request.id);
  if (request.decision === 'refused') return null;
  const isNow = request.state === 'decided';
  const objectable = request.kind === 'objection' ? request.right.bases.filter((basis) => basis.gives) : [];
  const carry = () =>
    take(() =>
      client.POST('/api/v1/data-subject-requests/{id}/carry-out', {
        params: { path: { id: request.id } },
        body: { ...(done.trim() && { done }), ...(purposes.length > 0 && { purposes }) },
      }),
    );
  return (
    <Card title={t.carryOut}>
      {isNow && (
        <div className={styles.stack}>
          <p>{named(help, request.kind)}</p>
          {request.steps.some((step) => step.step === 'proposed') && <p>{t.proposedNote}</p>}
          {objectable.length > 0 && (
            <Checkbox.Group value={purposes} onChange={setPurposes} label={t.ground}>
              {objectable.map((basis) => (
                <Checkbox key={basis.purpose} value={basis.purpose} label={purposeName(basis.purpose)} mt={6} />
              ))}
            </Checkbox.Group>
          )}
          {request.kind !== 'erasure' && (
            <Textarea
              label={t.doneNote}
              required={request.kind === 'rectification'}
              maxLength={2000}
              value={done}
              onChange={(event) => setDone(event.currentTarget.value)}
            />
          )}
          <div>
            <Button
              loading={busy}
              color={request.kind === 'erasure' ? 'red' : undefined}
              disabled={request.kind === 'rectification' && !done.trim()}
              onClick={request.kind === 'erasure' ? () => setAsking(true) : carry}
            >
              {named(names, request.kind)}
            </Button>
          </div>
        </div>
      )}
      {asking && (
        <Ask
          title={named(names, request.kind)}
          help={t.erasing(request.person?.name ?? request.name ?? t.erased)}
          act={t.eraseNow}
          danger
          onAct={carry}
          onClose={() => setAsking(false)}
        />
      )}
      <Facts
        facts={[
          [t.doneNote, request.done],
          [t.certificate, request.certificateId && <code>{request.certificateId}</code>],
        ]}
      />
    </Card>
  );
}
