import { api } from '@api/client';
import { Button } from '@mantine/core';
import { ContactsToConfirm } from '@modules/accounts/ContactsToConfirm';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { Page } from '@shared/ui/Page';
import { IconFileImport, IconMailForward } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { ComingEvents, Imports, Lists, Requests, Work } from './HomeCards';
import styles from './HomePage.module.css';
import { texts } from './texts';

/** Where one's own work stands: what waits, what was done last, how many people there are. */
export function HomePage() {
  const t = useTexts(texts);
  const me = useMe();

  return (
    <Page
      title={t.hello(me.user.name)}
      narrow
      actions={
        <>
          {me.may('makeMailingLists') && (
            <Button
              variant="default"
              leftSection={<IconMailForward size={18} aria-hidden />}
              renderRoot={(props) => <Link to="/mailing-lists/new" {...props} />}
            >
              {t.newList}
            </Button>
          )}
          {me.may('makeImports') && (
            <Button
              leftSection={<IconFileImport size={18} aria-hidden />}
              renderRoot={(props) => <Link to="/imports/new" {...props} />}
            >
              {t.newImport}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.figures}>
        {me.may('contacts') && <ContactCount />}
        {me.may('alumni') && <AlumniCounts />}
      </div>
      <div className={styles.cards}>
        {me.may('writeActivities') && <Work />}
        {me.may('requests') && <Requests />}
        {me.may('editContacts') && <ContactsToConfirm most={5} action={<Link to="/my-work">{t.seeAll}</Link>} />}
        {me.may('editEvents') && <ComingEvents />}
        {me.may('makeImports') && <Imports />}
        {me.may('mailingLists') && <Lists />}
      </div>
    </Page>
  );
}

type FigureProps = { label: string; value?: number | null; to: string; search?: object };

function Figure({ label, value, to, search }: FigureProps) {
  const f = useFormat();
  return (
    <Link to={to} search={search as never} className={styles.figure}>
      <span className="muted">{label}</span>
      <strong>{f.number(value)}</strong>
    </Link>
  );
}

function ContactCount() {
  const t = useTexts(texts);
  const all = api.useQuery('get', '/api/v1/contacts', { params: { query: { limit: 1, count: true } } });
  return <Figure label={t.contactCount} value={all.data?.total} to="/contacts" />;
}

function AlumniCounts() {
  const t = useTexts(texts);
  const all = api.useQuery('get', '/api/v1/alumni', { params: { query: { limit: 1, count: true } } });
  const mailable = api.useQuery('get', '/api/v1/alumni', {
    params: { query: { limit: 1, count: true, mailable: true } },
  });
  return (
    <>
      <Figure label={t.alumniCount} value={all.data?.total} to="/alumni" />
      <Figure label={t.mailableCount} value={mailable.data?.total} to="/alumni" search={{ mailable: true }} />
    </>
  );
}
