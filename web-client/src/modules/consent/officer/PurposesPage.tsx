import { client } from '@api/client';
import { Button, Group } from '@mantine/core';
import { roleNames } from '@shared/common';
import { useFormat } from '@shared/format';
import { named, useLanguage, useTexts } from '@shared/texts';
import { StatusDot } from '@shared/ui/Badges';
import { Facts } from '@shared/ui/Facts';
import { EmptyState } from '@shared/ui/States';
import { useToast } from '@shared/useToast';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { OfficerPage } from './Officer';
import styles from './officer.module.css';
import { ProposePurpose } from './ProposePurpose';
import { basisNames, texts } from './texts';
import { type Purpose, usePurposes } from './usePurposes';

/** What data is processed for, on which basis, for how long, to whom. */
export function PurposesPage() {
  const t = useTexts(texts);
  const f = useFormat();
  const { language } = useLanguage();
  const bases = useTexts(basisNames);
  const roles = useTexts(roleNames);
  const show = useToast();
  const queries = useQueryClient();
  const purposes = usePurposes();
  const [proposing, setProposing] = useState<Purpose>();
  const nameOf = (one: Purpose) => (language === 'fi' ? one.nameFi : one.nameEn);

  const approve = async (one: Purpose) => {
    const params = { path: { code: one.code, number: one.number } };
    const { error } = await client.POST('/api/v1/purposes/{code}/versions/{number}/approve', { params });
    if (error) return show.failed(error);
    await queries.invalidateQueries({ queryKey: ['purposes'] });
    show.done(t.approved);
  };

  return (
    <OfficerPage title={t.purposes} note={t.purposesNote} of={purposes}>
      {() =>
        purposes.data?.items.length ? (
          <>
            <ul className={styles.list}>
              {purposes.data.items.map((one) => (
                <li key={`${one.code} ${one.number}`} className={styles.item}>
                  <div className={styles.head}>
                    <h2>{nameOf(one)}</h2>
                    <StatusDot tone={one.state === 'current' ? 'good' : 'warn'}>
                      {named(t, one.state)} · {t.version(one.number)}
                    </StatusDot>
                  </div>
                  <Facts
                    facts={[
                      [t.basis, named(bases, one.basis)],
                      [t.ground, language === 'fi' ? one.groundFi : one.groundEn],
                      [
                        t.retentionTime,
                        [
                          language === 'fi' ? one.retentionFi : one.retentionEn,
                          one.retentionMonths != null && t.months(one.retentionMonths),
                        ]
                          .filter(Boolean)
                          .join('; ') || t.undecided,
                      ],
                      [t.recipients, one.recipients.join(', ')],
                      [t.roles, one.roles.map((role) => named(roles, role)).join(', ')],
                      [t.approvedBy, one.approvedBy && `${one.approvedBy} ${f.date(one.approvedAt)}`],
                    ]}
                  />
                  <Group gap="xs">
                    {one.state === 'proposed' && (
                      <Button size="compact-sm" aria-label={t.approveOf(nameOf(one))} onClick={() => approve(one)}>
                        {t.approve}
                      </Button>
                    )}
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t.proposeOf(nameOf(one))}
                      onClick={() => setProposing(one)}
                    >
                      {t.propose}
                    </Button>
                  </Group>
                </li>
              ))}
            </ul>
            {proposing && <ProposePurpose of={proposing} onClose={() => setProposing(undefined)} />}
          </>
        ) : (
          <EmptyState title={t.noPurposes} />
        )
      }
    </OfficerPage>
  );
}
