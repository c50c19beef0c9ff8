import { useMe } from '@shared/me';
import { useStored } from '@shared/stored';
import { useAddress } from '@shared/useAddress';
import { type Place, readLayout, writeLayout } from './layout';

export type ListLook = ReturnType<typeof useListLook>;

/** How this person wants this list: density for all lists, columns for each. A view's own columns, in the address, go first. */
export function useListLook(list: string) {
  const me = useMe();
  const { search, change } = useAddress<{ columns?: string }>();
  const [dense, setDense] = useStored('crm.dense', false);
  const [own, setOwn] = useStored(`crm.layout.${me.user.id}.${list}`, '');
  const text = search.columns ?? own;
  return {
    dense,
    setDense,
    /** Empty while the usual columns show. */
    text,
    layout: readLayout(text),
    setLayout: (layout: Place[] | undefined) => {
      const next = layout ? writeLayout(layout) : '';
      setOwn(next);
      if (search.columns !== undefined) change({ columns: next || undefined });
    },
  };
}
