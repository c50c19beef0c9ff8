import type { ComponentType } from 'react';
import type { Me } from './me';
import type { Language } from './texts';

export type ContactPart = { contactId: string; isPassive: boolean };

/** What a module shows of a person. The panel is assembled in app/, so that modules need not know each other. */
export type ContactTab = {
  id: string;
  label: Record<Language, string>;
  visible: (me: Me) => boolean;
  Component: ComponentType<ContactPart>;
};

/** The order of the people in the list behind the panel, for "previous" and "next". */
let order: string[] = [];
export const peopleInOrder = {
  set: (ids: string[]) => {
    order = ids;
  },
  beside: (id: string, step: 1 | -1) => order[order.indexOf(id) + step],
  has: (id: string) => order.includes(id),
};
