import { ActionIcon, Button, Progress } from '@mantine/core';
import { common } from '@shared/common';
import { useFormat } from '@shared/format';
import list from '@shared/list/list.module.css';
import { named, useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useJob } from '@shared/useJob';
import { useToast } from '@shared/useToast';
import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { bulkTexts, reasonNames } from './bulkTexts';
import { type Field, type Operation, operation, undo } from './useBulk';

type Props = { started: { operationId: string; jobId: string }; onChanged: () => void; onClose: () => void };

/** A bulk change on its way, what it did, and the way back. */
export function BulkProgress({ started, onChanged, onClose }: Props) {
  const t = useTexts(bulkTexts);
  const c = useTexts(common);
  const f = useFormat();
  const show = useToast();
  const reasons = useTexts(reasonNames);
  const [jobId, setJobId] = useState(started.jobId);
  const [result, setResult] = useState<Operation>();
  const [looking, setLooking] = useState(false);
  const job = useJob(jobId, async () => {
    try {
      setResult(await operation(started.operationId));
    } catch (error) {
      show.failed(error);
    }
    onChanged();
  });

  const goBack = async () => {
    try {
      const back = await undo(started.operationId);
      setResult(undefined);
      setJobId(back.jobId);
    } catch (error) {
      show.failed(error);
    }
  };

  const isUndo = jobId !== started.jobId;
  const of = result?.operation;
  const what = of ? t[of.change.field as Field] : '';
  const total = job?.total ?? 0;
  return (
    <section className={list.chosen} aria-label={t.progress}>
      <span role="status" className={list.count}>
        {!of
          ? (isUndo ? t.undoing : t.running)(total ? t.of(f.number(job?.done), f.number(total)) : '…')
          : of.state === 'undone'
            ? t.undone(what, f.number(of.undo?.undone ?? 0))
            : of.state === 'failed'
              ? t.failed(what)
              : t.done(what, f.number(of.changed))}
      </span>
      {!of && (
        <Progress
          style={{ flex: '1 1 140px' }}
          value={total ? (100 * (job?.done ?? 0)) / total : 0}
          aria-label={t.progress}
        />
      )}
      {of && result.leftOut.length > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setLooking(true)}>
          {t.leftOut(f.number(result.leftOut.length))}
        </Button>
      )}
      {of?.state === 'done' && of.changed > 0 && (
        <Button
          variant="default"
          size="compact-md"
          fz="sm"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={goBack}
        >
          {c.undo}
        </Button>
      )}
      {of && (
        <ActionIcon className={list.end} aria-label={c.close} onClick={onClose}>
          <IconX size={17} />
        </ActionIcon>
      )}
      <Dialog title={t.leftOutTitle} open={looking} onClose={() => setLooking(false)}>
        <ul>
          {result?.leftOut.map((one) => (
            <li key={one.id}>
              {one.name} – {named(reasons, one.reason)}
            </li>
          ))}
        </ul>
      </Dialog>
    </section>
  );
}
