import { client } from '@api/client';
import type { Body } from '@api/types';
import { Button, SegmentedControl } from '@mantine/core';
import { channelNames, common, topicNames } from '@shared/common';
import type { ContactPart } from '@shared/contactTab';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { StatusDot } from '@shared/ui/Badges';
import { Section } from '@shared/ui/Facts';
import { ErrorState, Loading } from '@shared/ui/States';
import { useTagged } from '@shared/useTagged';
import { useToast } from '@shared/useToast';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { AddBlock } from './AddBlock';
import styles from './Consents.module.css';
import { Objection } from './Objection';
import { PreferenceLink } from './PreferenceLink';
import { texts } from './texts';
import { useFreshConsents } from './useFreshConsents';

type Block = {
  channel?: string | null;
  topic?: string | null;
  listId?: string | null;
  list?: string | null;
  reason: string;
};
type Preferences = { preferences: { channel: string; topic: string; choice: string }[]; blocks: Block[] };

/** What the person wants by email, and what has been stopped altogether. Each change is saved at once. */
export function Messaging({ contactId, isPassive }: ContactPart) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const f = useFormat();
  const me = useMe();
  const topics = useTexts(topicNames);
  const channels = useTexts(channelNames);
  const show = useToast();
  const fresh = useFreshConsents();
  const [adding, setAdding] = useState(false);
  const path = { id: contactId };
  const loaded = useTagged(['contact', contactId, 'preferences'], (signal) =>
    client.GET('/api/v1/contacts/{id}/preferences', { params: { path }, signal }),
  );

  if (loaded.isPending) return <Loading />;
  if (loaded.error) return <ErrorState error={loaded.error} onRetry={() => loaded.refetch()} />;
  const { preferences, blocks } = loaded.data.value;
  const fixed = isPassive || !me.may('editPreferences');

  const asBody = (): Preferences => ({
    preferences: preferences.map(({ channel, topic, choice }) => ({ channel, topic, choice })),
    blocks: blocks.map(({ channel, topic, listId, reason }) => ({ channel, topic, listId, reason })),
  });
  /** The whole set goes in one request, under the version that was read last. */
  const put = async (body: Preferences) => {
    const { error } = await client.PUT('/api/v1/contacts/{id}/preferences', {
      params: { path, header: { 'If-Match': loaded.data.tag } },
      // Codes come from lists of ours or from the server, so they are the contract's.
      body: body as Body<'/api/v1/contacts/{id}/preferences', 'put'>,
    });
    if (error) throw error;
    await fresh();
  };
  const choose = (topic: string, choice: string) => {
    const body = asBody();
    const rest = body.preferences.filter((one) => one.channel !== 'email' || one.topic !== topic);
    put({ ...body, preferences: [...rest, { channel: 'email', topic, choice }] })
      .then(() => show.done(t.saved))
      .catch(show.failed);
  };
  const label = (block: Pick<Block, 'channel' | 'topic' | 'list'>) =>
    [
      block.channel ? named(channels, block.channel) : t.everyChannel,
      block.topic ? named(topics, block.topic) : t.everyTopic,
      block.list,
    ]
      .filter(Boolean)
      .join(', ');

  return (
    <>
      {isPassive && <p className="muted">{t.passiveNote}</p>}
      <Objection contactId={contactId} isPassive={isPassive} objection={loaded.data.value.objection} />
      <Section
        title={`${channels.email}: ${t.topics.toLowerCase()}`}
        action={!isPassive && me.may('sendPreferenceLink') && <PreferenceLink contactId={contactId} />}
      >
        <p className="muted small">{t.topicsHelp}</p>
        <div>
          {Object.entries(topics).map(([topic, name]) => {
            const held = preferences.find((one) => one.channel === 'email' && one.topic === topic);
            return (
              <div key={topic} className={styles.topic}>
                <span id={`topic-${topic}`}>{name}</span>
                <SegmentedControl
                  size="xs"
                  aria-labelledby={`topic-${topic}`}
                  disabled={fixed}
                  value={held?.choice ?? 'none'}
                  onChange={(choice) => choose(topic, choice)}
                  data={[
                    { value: 'in', label: t.in },
                    { value: 'none', label: t.none },
                    { value: 'out', label: t.out },
                  ]}
                />
              </div>
            );
          })}
        </div>
      </Section>
      <Section
        title={t.blocks}
        action={
          !fixed && (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {t.addBlock}
            </Button>
          )
        }
      >
        <p className="muted small">{blocks.length === 0 ? t.noBlocks : t.blocksHelp}</p>
        {blocks.map((block) => (
          <div key={block.id} className={styles.block}>
            <div>
              <StatusDot tone="bad">{label(block)}</StatusDot>
              <p>{block.reason}</p>
              <p className="muted small">{t.blockSet(block.setBy, f.date(block.setAt))}</p>
            </div>
            {!fixed && (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t.removeBlock(label(block))}
                onClick={() => {
                  const body = asBody();
                  put({ ...body, blocks: body.blocks.filter((_, index) => blocks[index]?.id !== block.id) })
                    .then(() => show.done(t.blockRemoved))
                    .catch(show.failed);
                }}
              >
                {c.remove}
              </Button>
            )}
          </div>
        ))}
      </Section>
      {adding && (
        <AddBlock
          onClose={() => setAdding(false)}
          onAdd={async (block) => {
            const body = asBody();
            await put({ ...body, blocks: [...body.blocks, block] });
            show.done(t.blockAdded);
          }}
        />
      )}
    </>
  );
}
