import type { Body } from '@api/types';
import { useForm } from '@mantine/form';

export type ListValues = {
  name: string;
  kind: string;
  group: string;
  monthly: boolean;
  dayOfMonth: number | string;
  topic: string;
  purpose: string;
  unit: string;
  roles: string[];
  languages: string[];
  programmes: string[];
  forms: string[];
  graduatedFrom: number | string;
  graduatedTo: number | string;
  q: string;
};

export type ListBody = Body<'/api/v1/mailing-list-exports', 'post'>;

/** What an alumni list hands over in the address when one goes from it to a mailing list. */
export type ListStart = {
  group?: string;
  roles?: string;
  q?: string;
  programme?: string;
  form?: string;
  graduatedFrom?: unknown;
  graduatedTo?: unknown;
};

export const useListForm = (from: ListStart) =>
  useForm<ListValues>({
    initialValues: {
      name: '',
      kind: 'marketing',
      group: from.group ?? '',
      monthly: false,
      dayOfMonth: 1,
      topic: 'alumni',
      purpose: '',
      unit: 'communications',
      roles: from.roles ? [from.roles] : [],
      languages: [],
      programmes: from.programme ? [from.programme] : [],
      forms: from.form ? [from.form] : [],
      graduatedFrom: Number(from.graduatedFrom) || '',
      graduatedTo: Number(from.graduatedTo) || '',
      q: from.q ?? '',
    },
  });

const some = (list: string[]) => (list.length > 0 ? list : undefined);
const year = (value: number | string) => (Number(value) >= 1900 ? Number(value) : undefined);

/** The filter as the API wants it: only what was chosen, so that an empty choice narrows nothing. */
export function filterOf(values: ListValues) {
  const alumni = {
    programmes: some(values.programmes),
    graduatedFrom: year(values.graduatedFrom),
    graduatedTo: year(values.graduatedTo),
    forms: some(values.forms),
  };
  const limited = Object.values(alumni).some((value) => value !== undefined);
  return {
    ...(some(values.roles) && { roles: values.roles }),
    ...(some(values.languages) && { languages: values.languages }),
    ...(values.q.trim() && { q: values.q.trim() }),
    ...(limited && { alumni: JSON.parse(JSON.stringify(alumni)) as typeof alumni }),
  };
}

/** Whom and how: a saved group alone, or the filter below it. */
export const targetOf = (values: ListValues) => ({
  channel: 'email',
  topic: values.topic,
  ...(values.kind !== 'marketing' && { kind: values.kind }),
  ...(values.group ? { targetGroupId: values.group } : { contactFilter: filterOf(values) }),
});

export const bodyOf = (values: ListValues): ListBody =>
  ({
    ...targetOf(values),
    name: values.name,
    purpose: values.purpose,
    recipient: 'liana',
    unit: values.unit,
  }) as ListBody;
