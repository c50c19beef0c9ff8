import { client } from '@api/client';
import type { Body } from '@api/types';
import { Button } from '@mantine/core';
import { basisNames, common, roleNames } from '@shared/common';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { RoleBadge } from '@shared/ui/Badges';
import { Section } from '@shared/ui/Facts';
import { useSourceText } from '@shared/useSourceText';
import { useToast } from '@shared/useToast';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './ContactOverview.module.css';
import { EndRole, GiveRole } from './RoleForms';
import { texts } from './texts';
import { type Contact, useFreshPeople } from './useContact';
import { WhyHeld } from './WhyHeld';

type Role = Contact['roles'][number];
export type NewRole = Body<'/api/v1/contacts/{id}/roles', 'post'>;

/** Giving and ending a role, each with its way back. */
export function useRoleActs(contactId: string) {
  const t = useTexts(texts);
  const names = useTexts(roleNames);
  const show = useToast();
  const fresh = useFreshPeople();
  const give = async (role: NewRole) => {
    const { data, error } = await client.POST('/api/v1/contacts/{id}/roles', {
      params: { path: { id: contactId } },
      body: role,
    });
    if (error) throw error;
    await fresh();
    return data;
  };
  const end = async (roleId: string, endedOn: string) => {
    const { error } = await client.POST('/api/v1/contacts/{id}/roles/{roleId}/end', {
      params: { path: { id: contactId, roleId } },
      body: { endedOn },
    });
    if (error) throw error;
    await fresh();
  };
  return {
    give: async (role: NewRole) => {
      const given = await give(role);
      show.done(t.roleGiven(named(names, role.role)), () => end(given.id, given.startedOn).catch(show.failed));
    },
    end: async (role: Role, endedOn: string) => {
      await end(role.id, endedOn);
      const { role: code, basis, source, startedOn } = role;
      show.done(t.roleEnded(named(names, code)), () =>
        give({ role: code, basis, source, startedOn } as NewRole).catch(show.failed),
      );
    },
  };
}

/** Roles with the ground they stand on. */
export function Roles({ contact }: { contact: Contact }) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const me = useMe();
  const names = useTexts(roleNames);
  const bases = useTexts(basisNames);
  const f = useFormat();
  const source = useSourceText();
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<Role>();
  const may = me.may('editContacts') && !contact.isPassive;
  const present = contact.roles.filter((role) => !role.endedOn);
  const past = contact.roles.filter((role) => role.endedOn);
  const one = (role: Role) => (
    <div key={role.id} className={styles.role}>
      <RoleBadge role={role.role} />
      <div className={styles.roleWords}>
        <div>
          <p>{t.since(f.date(role.startedOn), role.endedOn ? f.date(role.endedOn) : '')}</p>
          <p className="muted small">
            {t.basis(named(bases, role.basis))} · {t.source(source(role.source))}
          </p>
        </div>
        {may && !role.endedOn && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t.endRoleOf(named(names, role.role))}
            onClick={() => setEnding(role)}
          >
            {t.endRole}
          </Button>
        )}
      </div>
    </div>
  );

  return (
    <Section
      title={c.roles}
      why={<WhyHeld contactId={contact.id} field="contactRole.role" label={c.roles} />}
      action={
        may && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setGiving(true)}
          >
            {t.giveRole}
          </Button>
        )
      }
    >
      {present.length === 0 && <p className="muted">{t.noRoles}</p>}
      {present.map(one)}
      {past.length > 0 && (
        <details className={styles.earlier}>
          <summary>
            {t.pastRoles} ({past.length})
          </summary>
          {past.map(one)}
        </details>
      )}
      {giving && <GiveRole contact={contact} onClose={() => setGiving(false)} />}
      {ending && <EndRole contactId={contact.id} role={ending} onClose={() => setEnding(undefined)} />}
    </Section>
  );
}
