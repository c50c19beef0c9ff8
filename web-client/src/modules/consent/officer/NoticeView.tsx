import type { Answer } from '@api/types';
import styles from './officer.module.css';

export type Draft = Answer<'/api/v1/privacy-notice/draft'>;

/** The sixteen sections, as people read them. */
export function NoticeText({ notice }: { notice: Draft['notice'] }) {
  return (
    <article className={styles.notice} lang={notice.language}>
      {notice.sections.map((section) => (
        <section key={section.number}>
          <h2>
            {section.number}. {section.title}
          </h2>
          {section.blocks.map((block) => (
            <div key={block.heading + block.lines[0]}>
              {block.heading && <h3>{block.heading}</h3>}
              {block.isList ? (
                <ul className={styles.lines}>
                  {block.lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              ) : (
                block.lines.map((line) => <p key={line}>{line}</p>)
              )}
            </div>
          ))}
        </section>
      ))}
    </article>
  );
}
