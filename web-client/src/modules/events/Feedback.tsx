import { client } from '@api/client';
import { useFormat } from '@shared/format';
import { useTexts } from '@shared/texts';
import { Card } from '@shared/ui/Page';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { useQuery } from '@tanstack/react-query';
import styles from './events.module.css';
import { texts } from './texts';

/** What was said of the event, question by question; few answers are not shown. */
export function Feedback({ id }: { id: string }) {
  const t = useTexts(texts);
  const f = useFormat();
  const read = useQuery({
    queryKey: ['event', id, 'feedback'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/events/{id}/feedback', { params: { path: { id } }, signal })),
  });
  return (
    <Card title={t.feedback}>
      {read.error ? (
        <ErrorState error={read.error} onRetry={() => read.refetch()} />
      ) : !read.data ? (
        <Loading lines={3} />
      ) : read.data.questions.length === 0 ? (
        <p className="muted">{t.noFeedback}</p>
      ) : (
        read.data.questions.map((one) => (
          <section key={one.text} className={styles.question}>
            <h3 className={styles.small}>{one.text}</h3>
            {one.isTooFew ? (
              <p className="muted">{t.tooFew(read.data.fewest)}</p>
            ) : (
              <p className="muted small">
                {[t.answers(f.number(one.answers)), one.mean != null && t.mean(f.number(one.mean))]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            )}
            <ul className={styles.plain}>
              {one.choices.map((choice) => (
                <li key={choice.answer} className={styles.choice}>
                  <span>{choice.answer}</span>
                  <meter min={0} max={one.answers ?? 1} value={choice.count} aria-label={choice.answer} />
                  <span className="muted">{f.number(choice.count)}</span>
                </li>
              ))}
            </ul>
            {one.texts.length > 0 && (
              <details>
                <summary>{t.texts}</summary>
                <ul className={styles.quotes}>
                  {one.texts.map((text, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two people may say the same
                    <li key={at}>{text}</li>
                  ))}
                </ul>
              </details>
            )}
          </section>
        ))
      )}
    </Card>
  );
}
