import { listName } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { Card, Page } from '@shared/ui/Page';
import { NoRight } from '@shared/ui/States';
import { Link, useParams } from '@tanstack/react-router';
import { ExpertFacts } from './ExpertFacts';
import { texts } from './texts';
import { useExpert } from './useExpert';

/** One expert on a page of its own; the name leads to all that is known of the person. */
export function ExpertPage() {
  const t = useTexts(texts);
  const me = useMe();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const expert = useExpert(id, me.may('experts')).data?.value;
  return (
    <Page
      narrow
      title={expert ? listName(expert) : t.expert}
      note={
        expert && (
          <Link to="." search={((now: object) => ({ ...now, person: id })) as never}>
            {[expert.task, expert.employer].filter(Boolean).join(' · ') || expert.email || listName(expert)}
          </Link>
        )
      }
    >
      {me.may('experts') ? (
        <Card>
          <ExpertFacts contactId={id} isPassive={expert?.isPassive ?? false} />
        </Card>
      ) : (
        <NoRight />
      )}
    </Page>
  );
}
