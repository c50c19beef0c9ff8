import type { Answer, Body } from '@api/types';
import { zoned } from '@shared/format';
import type { ActivityKind } from './activityTexts';

export type Activity = Answer<'/api/v1/activities/{id}'>;
export type Linked = { id: string; name: string };

export type NeedValues = {
  text: string;
  field: string | null;
  tags: string[];
  urgency: string;
  accountId: string | null;
};

export type ActivityValues = {
  kind: ActivityKind;
  subject: string;
  text: string;
  at: string;
  dueOn: string;
  remindOn: string;
  assignee: Linked | null;
  contacts: Linked[];
  accounts: Linked[];
  need: NeedValues | null;
};

export const noNeed: NeedValues = { text: '', field: null, tags: [], urgency: 'normal', accountId: null };

export const blank = (kind: ActivityKind, contacts: Linked[] = [], accounts: Linked[] = []): ActivityValues => ({
  kind,
  subject: '',
  text: '',
  at: zoned.input(new Date().toISOString()),
  dueOn: '',
  remindOn: '',
  assignee: null,
  contacts,
  accounts,
  need: null,
});

export const valuesOf = (activity: Activity): ActivityValues => ({
  kind: activity.kind as ActivityKind,
  subject: activity.subject,
  text: activity.text ?? '',
  at: zoned.input(activity.at),
  dueOn: activity.dueOn ?? '',
  remindOn: activity.remindOn ?? '',
  assignee: activity.assignee ?? null,
  contacts: activity.contacts,
  accounts: activity.accounts,
  need: null,
});

const ids = (linked: Linked[]) => linked.map((one) => one.id);

export function bodyOf(values: ActivityValues): Body<'/api/v1/activities', 'post'> {
  const { need } = values;
  return {
    kind: values.kind,
    subject: values.subject.trim(),
    text: values.text.trim() || null,
    dueOn: (values.kind === 'task' && values.dueOn) || null,
    remindOn: (['task', 'meeting'].includes(values.kind) && values.remindOn) || null,
    contactIds: ids(values.contacts),
    accountIds: ids(values.accounts),
    ...(values.kind !== 'task' && values.at && { at: zoned.instant(values.at) }),
    ...(values.kind === 'task' && values.assignee && { assigneeId: values.assignee.id }),
    ...(values.kind === 'meeting' && need && { need: needBody(need) }),
  } as Body<'/api/v1/activities', 'post'>;
}

/** Only what changed, as the patch wants it. */
export const changesOf = (changed: Partial<ActivityValues>, whole: ActivityValues) =>
  ({
    ...('subject' in changed && { subject: whole.subject.trim() }),
    ...('text' in changed && { text: whole.text.trim() || null }),
    ...('at' in changed && whole.at && { at: zoned.instant(whole.at) }),
    ...('dueOn' in changed && { dueOn: whole.dueOn || null }),
    ...('remindOn' in changed && { remindOn: whole.remindOn || null }),
    ...('assignee' in changed && { assigneeId: whole.assignee?.id ?? null }),
    ...('contacts' in changed && { contactIds: ids(whole.contacts) }),
    ...('accounts' in changed && { accountIds: ids(whole.accounts) }),
  }) as Body<'/api/v1/activities/{id}', 'patch'>;

export const needBody = (need: NeedValues) => ({
  text: need.text.trim(),
  field: need.field,
  tags: need.tags,
  urgency: need.urgency,
  accountId: need.accountId,
});
