import { client } from '@api/client';
import { faults } from '@api/problem';
import type { Body } from '@api/types';
import { Button, Group, Stack } from '@mantine/core';
import { common } from '@shared/common';
import { useMe } from '@shared/me';
import { useStored } from '@shared/stored';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useToast } from '@shared/useToast';
import { type FormEvent, useState } from 'react';
import { AttendeePicker } from './AttendeePicker';
import { activityTexts } from './activityTexts';
import { type Linked, type NeedValues, needBody, noNeed } from './activityValues';
import { NeedFields } from './NeedFields';
import { useFreshActivities } from './useActivities';

/** A need that was heard outside any meeting. */
export function NewNeed({ onClose }: { onClose: () => void }) {
  const t = useTexts(activityTexts);
  const c = useTexts(common);
  const me = useMe();
  const show = useToast();
  const fresh = useFreshActivities();
  const [draft, keep] = useStored<{ account?: Linked; need: NeedValues } | null>(`crm.draft.${me.user.id}.need`, null);
  const { account, need } = draft ?? { account: undefined, need: noNeed };
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [saving, setSaving] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    const body = { ...needBody(need), accountId: account?.id ?? '' } as Body<'/api/v1/needs', 'post'>;
    const { error } = account
      ? await client.POST('/api/v1/needs', { body })
      : { error: { errors: { '/accountId': [t.needNoAccount] } } };
    setSaving(false);
    if (error) {
      setWrong(faults(error));
      if (Object.keys(faults(error)).length === 0) show.failed(error);
      return;
    }
    keep(null);
    onClose();
    show.done(t.needSaved);
    await fresh();
  };
  return (
    <Dialog open onClose={onClose} title={t.newNeed} size="lg">
      <form onSubmit={submit}>
        <Stack>
          <AttendeePicker
            only="accounts"
            label={t.whose}
            required
            contacts={[]}
            accounts={account ? [account] : []}
            error={wrong.accountId}
            onChange={(_, accounts) => keep({ account: accounts.at(-1), need })}
          />
          <NeedFields
            need={need}
            onChange={(next) => keep({ account, need: next })}
            accounts={[]}
            faults={{ ...wrong, accountId: '' }}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={saving}>
              {c.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
