import { client } from '@api/client';
import type { Item } from '@api/types';
import { Button, Group, SegmentedControl } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useLanguage, useTexts } from '@shared/texts';
import { StatusDot, type Tone } from '@shared/ui/Badges';
import { unwrap } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ArchiveClasses } from './ArchiveClasses';
import { EditRule } from './EditRule';
import { OfficerPage } from './Officer';
import styles from './officer.module.css';
import { RetentionRuns } from './RetentionRuns';
import { actionNames, categoryNames, texts, triggerNames } from './texts';

export type Rule = Item<'/api/v1/retention/rules'>;

const tones: Record<string, Tone> = { approved: 'good', proposed: 'warn', 'not-decided': 'quiet' };

/** How long data is kept: rules, what they would touch, and runs that carry them out. */
export function RetentionPage() {
  const t = useTexts(texts);
  const me = useMe();
  const [view, setView] = useState<'rules' | 'runs' | 'archive'>('rules');
  const rules = useQuery({
    queryKey: ['retention', 'rules'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/retention/rules', { signal })),
    enabled: me.may('officer'),
  });
  return (
    <OfficerPage title={t.retention} note={t.retentionNote} of={rules}>
      {() => (
        <>
          <div className={styles.tools}>
            <SegmentedControl
              aria-label={t.view}
              value={view}
              onChange={(value) => setView(value as typeof view)}
              data={[
                { value: 'rules', label: t.rules },
                { value: 'runs', label: t.runs },
                { value: 'archive', label: t.archive },
              ]}
            />
          </div>
          {view === 'runs' ? (
            <RetentionRuns />
          ) : view === 'archive' ? (
            <ArchiveClasses />
          ) : (
            <Rules rules={rules.data?.items ?? []} />
          )}
        </>
      )}
    </OfficerPage>
  );
}

function Rules({ rules }: { rules: Rule[] }) {
  const t = useTexts(texts);
  const f = useFormat();
  const { language } = useLanguage();
  const categories = useTexts(categoryNames);
  const triggers = useTexts(triggerNames);
  const actions = useTexts(actionNames);
  const show = useToast();
  const queries = useQueryClient();
  const [editing, setEditing] = useState<Rule>();
  const [tried, setTried] = useState<{ rule: Rule; total: number; some: string[] }>();

  const approve = async (rule: Rule) => {
    const { error } = await client.POST('/api/v1/retention/rules/{id}/approve', { params: { path: { id: rule.id } } });
    if (error) return show.failed(error);
    await queries.invalidateQueries({ queryKey: ['retention'] });
    show.done(t.approved);
  };
  const tryOut = async (rule: Rule) => {
    const { data, error } = await client.GET('/api/v1/retention/rules/{id}/due', {
      params: { path: { id: rule.id }, query: { limit: 10, count: true } },
    });
    if (!data) return show.failed(error);
    const some = data.items.map((one) => `${one.name ?? '–'} (${t.since(f.date(one.since))})`);
    setTried({ rule, total: data.total ?? 0, some });
  };

  return (
    <>
      <ul className={styles.list}>
        {rules.map((rule) => {
          const name = named(categories, rule.category);
          const months = rule.months == null ? t.undecided : t.months(rule.months);
          return (
            <li key={rule.id} className={styles.item}>
              <div className={styles.head}>
                <h2>{name}</h2>
                <StatusDot tone={tones[rule.state] ?? 'quiet'}>
                  {rule.state === 'approved' ? t.approved : rule.state === 'proposed' ? t.proposed : t.undecided}
                </StatusDot>
              </div>
              <p>
                {rule.months == null
                  ? `${named(actions, rule.action)}; ${t.undecided}`
                  : t.ruleText(named(actions, rule.action), months, named(triggers, rule.trigger))}
              </p>
              <p className="muted small">{language === 'fi' ? rule.groundFi : rule.groundEn}</p>
              {rule.isAhead && <p className="small">{t.ruleAhead}</p>}
              {rule.approvedBy && (
                <p className="muted small">
                  {t.approvedBy}: {rule.approvedBy} {f.date(rule.approvedAt)}
                </p>
              )}
              {tried?.rule.id === rule.id && (
                <div role="status">
                  <p>{t.wouldTouch(f.number(tried.total))}</p>
                  <ul className={styles.lines}>
                    {tried.some.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                </div>
              )}
              <Group gap="xs">
                {rule.state === 'proposed' && (
                  <Button size="compact-sm" aria-label={t.approveOf(name)} onClick={() => approve(rule)}>
                    {t.approve}
                  </Button>
                )}
                {rule.months != null && (
                  <Button size="compact-sm" variant="default" aria-label={t.tryOf(name)} onClick={() => tryOut(rule)}>
                    {t.tryRule}
                  </Button>
                )}
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t.changeOf(name)}
                  onClick={() => setEditing(rule)}
                >
                  {t.change}
                </Button>
              </Group>
            </li>
          );
        })}
      </ul>
      {editing && <EditRule rule={editing} onClose={() => setEditing(undefined)} />}
    </>
  );
}
