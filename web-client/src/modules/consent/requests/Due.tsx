import { useFormat, zoned } from '@shared/format';
import { useTexts } from '@shared/texts';
import { StatusDot } from '@shared/ui/Badges';
import { requestTexts } from './texts';

type Props = { dueOn: string; state: string; today?: string };

const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** How long is left, in words; what is late shouts. */
export function Due({ dueOn, state, today = zoned.today() }: Props) {
  const t = useTexts(requestTexts);
  const f = useFormat();
  if (state === 'answered') return <StatusDot tone="quiet">{t.answered}</StatusDot>;
  const left = days(today, dueOn);
  return (
    <StatusDot tone={left < 0 ? 'bad' : left <= 7 ? 'warn' : 'good'}>
      {left < 0 ? t.overdueBy(-left) : t.daysLeft(left)} <span className="muted">({f.date(dueOn)})</span>
    </StatusDot>
  );
}
