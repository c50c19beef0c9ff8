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

const common = (values: ActivityValues) => ({
  subject: values.subject.trim(),
  text: values.text.trim() || null,
  dueOn: values.dueOn || null,
  remindOn: values.remindOn || null,
  contactIds: ids(values.contacts),
  accountIds: ids(values.accounts),
});

export function bodyOf(values: ActivityValues): Body<'/api/v1/activities', 'post'> {
  const { need } = values;
  return {
    ...common(values),
    kind: values.kind,
    ...(values.kind !== 'task' && values.at && { at: zoned.instant(values.at) }),
    ...(values.assignee && { assigneeId: values.assignee.id }),
    ...(values.kind === 'meeting' && need && { need: needBody(need) }),
  } as Body<'/api/v1/activities', 'post'>;
}

export const changesOf = (values: ActivityValues) =>
  ({
    ...common(values),
    ...(values.kind !== 'task' && values.at && { at: zoned.instant(values.at) }),
    assigneeId: values.assignee?.id ?? null,
  }) as Body<'/api/v1/activities/{id}', 'patch'>;

export const needBody = (need: NeedValues) => ({
  text: need.text.trim(),
  field: need.field,
  tags: need.tags,
  urgency: need.urgency,
  accountId: need.accountId,
});
