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

/** The order of what stands in the list behind the panel, for "previous" and "next". */
function orderOf() {
  let order: string[] = [];
  return {
    set: (ids: string[]) => {
      order = ids;
    },
    beside: (id: string, step: 1 | -1) => (order.includes(id) ? order[order.indexOf(id) + step] : undefined),
    has: (id: string) => order.includes(id),
  };
}

export const peopleInOrder = orderOf();
export const accountsInOrder = orderOf();
