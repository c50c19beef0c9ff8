import { signIn } from '@api/signIn';
import { Button } from '@mantine/core';
import { useTexts } from '@shared/texts';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './SignedOut.module.css';
import { texts } from './texts';

function Outside({ title, children }: { title: string; children: ReactNode }) {
  const t = useTexts(texts);
  return (
    <main className={styles.outside}>
      <div className={styles.card}>
        <img src="/icon.svg" alt="" width={44} height={44} />
        <h1>{title}</h1>
        <p className="muted">{children}</p>
        <Button fullWidth size="md" component="a" href={signIn.page('/')}>
          {t.signIn}
        </Button>
      </div>
    </main>
  );
}

export function SignedOut() {
  const t = useTexts(texts);
  return <Outside title={t.signedOutTitle}>{t.signedOutText}</Outside>;
}

export function SignInProblem() {
  const t = useTexts(texts);
  const { why } = useSearch({ strict: false });
  return (
    <Outside title={t.problemTitle}>
      {why === 'no-access' ? t.problemNoAccess : why === 'cancelled' ? t.problemCancelled : t.problemFailed}
    </Outside>
  );
}
