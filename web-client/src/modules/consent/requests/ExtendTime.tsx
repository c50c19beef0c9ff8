import { client } from '@api/client';
import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useState } from 'react';
import { requestTexts } from './texts';
import { type Request, useStep } from './useRequest';

/** Two months at most, once, and the person is told why. */
export function ExtendTime({ request }: { request: Request }) {
  const t = useTexts(requestTexts);
  const c = useTexts(common);
  const [asking, setAsking] = useState(false);
  const [months, setMonths] = useState('2');
  const [reason, setReason] = useState('');
  const { busy, take } = useStep(request.id);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t.extend}
      </Button>
      {asking && (
        <Dialog open onClose={() => setAsking(false)} title={t.extend}>
          <form
            onSubmit={async (event) => {
              event.preventDefault();
              const extended = await take(
                () =>
                  client.POST('/api/v1/data-subject-requests/{id}/extend', {
                    params: { path: { id: request.id } },
                    body: { months: Number(months), reason },
                  }),
                t.extended,
              );
              if (extended) setAsking(false);
            }}
          >
            <Stack>
              <Text c="dimmed">{t.extendHelp}</Text>
              <Select
                label={t.months}
                allowDeselect={false}
                data={['1', '2']}
                value={months}
                onChange={(next) => setMonths(next ?? '2')}
              />
              <Textarea
                label={t.extensionReason}
                required
                maxLength={1000}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <Group justify="end">
                <Button variant="default" onClick={() => setAsking(false)}>
                  {c.cancel}
                </Button>
                <Button type="submit" loading={busy}>
                  {t.extend}
                </Button>
              </Group>
            </Stack>
          </form>
        </Dialog>
      )}
    </>
  );
}
