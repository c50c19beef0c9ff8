import { client } from '@api/client';
import type { Answer } from '@api/types';
import { Button } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { Notice } from '@shared/ui/Notice';
import { useToast } from '@shared/useToast';
import { useState } from 'react';
import { texts } from './texts';

type Result = Answer<'/api/v1/audit/verify', 'post'>;

/** Reads all evidence again and says whether it is as it was sealed. */
export function VerifyAudit() {
  const t = useTexts(texts);
  const f = useFormat();
  const show = useToast();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Result>();
  const verify = async () => {
    setBusy(true);
    const { data, error } = await client.POST('/api/v1/audit/verify');
    setBusy(false);
    if (data) setResult(data);
    else show.failed(error);
  };
  return (
    <>
      <Button variant="default" loading={busy} onClick={verify}>
        {t.verify}
      </Button>
      {result && (
        <Dialog open onClose={() => setResult(undefined)} title={t.verify}>
          <Notice
            tone={result.holds ? 'info' : 'bad'}
            role={result.holds ? 'status' : 'alert'}
            title={result.holds ? t.evidenceHolds : t.evidenceBroken}
          >
            <p>{t.sealed(f.number(result.sealedRows), f.number(result.seals))}</p>
            <ul>
              {result.faults.map((fault) => (
                <li key={`${fault.table} ${fault.seal}`}>
                  {fault.table}
                  {fault.seal != null && `, ${t.seal(fault.seal)}`}
                  {fault.rows.length > 0 && `, ${t.row(fault.rows.join(', '))}`}: {fault.what}
                </li>
              ))}
            </ul>
          </Notice>
        </Dialog>
      )}
    </>
  );
}
