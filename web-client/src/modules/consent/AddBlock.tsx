import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { channelNames, common, topicNames } from '@shared/common';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useRefused } from '@shared/useRefused';
import { moreTexts } from './moreTexts';
import { texts } from './texts';
import { useGroupNames } from './useGroupNames';

type Block = { channel?: string | null; topic?: string | null; listId?: string | null; reason: string };
type Props = { onAdd: (block: Block) => Promise<void>; onClose: () => void };

const options = (names: Record<string, string>, every: string) => [
  { value: '', label: every },
  ...Object.entries(names).map(([value, label]) => ({ value, label })),
];

export function AddBlock({ onAdd, onClose }: Props) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const channels = useTexts(channelNames);
  const topics = useTexts(topicNames);
  const m = useTexts(moreTexts);
  const me = useMe();
  const groups = useGroupNames(me.may('targetGroups'));
  const form = useForm({ initialValues: { channel: 'email', topic: '', listId: '', reason: '' } });
  const refused = useRefused(form);
  const submit = form.onSubmit(async ({ channel, topic, listId, reason }) => {
    try {
      await onAdd({ channel: channel || null, topic: topic || null, listId: listId || null, reason });
      onClose();
    } catch (error) {
      refused(error, (path) => path.split('.').pop() ?? path);
    }
  });
  return (
    <Dialog open onClose={onClose} title={t.addBlock}>
      <form onSubmit={submit}>
        <Stack>
          <Text c="dimmed">{t.blocksHelp}</Text>
          <Select
            label={t.channel}
            allowDeselect={false}
            data={options(channels, t.everyChannel)}
            {...form.getInputProps('channel')}
          />
          <Select
            label={t.topic}
            allowDeselect={false}
            data={options(topics, t.everyTopic)}
            {...form.getInputProps('topic')}
          />
          {me.may('targetGroups') && (
            <Select
              label={m.list}
              searchable
              allowDeselect={false}
              data={[
                { value: '', label: m.everyList },
                ...groups.map((group) => ({ value: group.id, label: group.name })),
              ]}
              {...form.getInputProps('listId')}
            />
          )}
          <Textarea label={c.reason} required maxLength={500} data-autofocus {...form.getInputProps('reason')} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {t.addBlock}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
