import type { Answer } from '@api/types';
import { Button } from '@mantine/core';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { ChoiceFilter, SearchFilter, YearsFilter } from '@shared/ui/Filters';
import bar from '@shared/ui/ListTools.module.css';
import type { ReactNode } from 'react';
import type { AlumniSearch } from './routes';
import { texts } from './texts';
import { useForms } from './useForms';

type Props = {
  search: AlumniSearch;
  change: (next: Partial<AlumniSearch>) => void;
  facets?: Answer<'/api/v1/alumni/facets'>;
  onClear?: () => void;
  tools: ReactNode;
};

const same = (values: string[] | undefined) => (values ?? []).map((value) => ({ value, label: value }));

export function AlumniFilters({ search, change, facets, onClear, tools }: Props) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const forms = useForms();
  const yesNo = (value: boolean | undefined) => (value === undefined ? undefined : String(value));
  const asFlag = (value: string | undefined) => (value === undefined ? undefined : value === 'true');
  return (
    <div className={bar.bar}>
      <SearchFilter label={t.filter} value={search.q} onChange={(q) => change({ q })} />
      <ChoiceFilter
        label={t.programme}
        value={search.programme}
        options={same(facets?.programmes)}
        onChange={(programme) => change({ programme })}
      />
      <YearsFilter
        label={t.graduated}
        from={search.graduatedFrom}
        to={search.graduatedTo}
        min={facets?.years?.from ?? undefined}
        max={facets?.years?.to ?? undefined}
        onChange={(graduatedFrom, graduatedTo) => change({ graduatedFrom, graduatedTo })}
      />
      <ChoiceFilter label={t.form} value={search.form} options={forms.options} onChange={(form) => change({ form })} />
      <ChoiceFilter
        label={c.town}
        value={search.town}
        options={same(facets?.towns)}
        onChange={(town) => change({ town })}
      />
      <ChoiceFilter
        label={t.mailing}
        value={yesNo(search.mailable)}
        onChange={(value) => change({ mailable: asFlag(value) })}
        options={[
          { value: 'true', label: t.mailable },
          { value: 'false', label: t.notMailable },
        ]}
      />
      <ChoiceFilter
        label={t.state}
        value={yesNo(search.passive)}
        onChange={(value) => change({ passive: asFlag(value) })}
        options={[
          { value: 'false', label: t.active },
          { value: 'true', label: t.passive },
        ]}
      />
      {onClear && (
        <Button variant="subtle" size="compact-sm" onClick={onClear}>
          {c.clear}
        </Button>
      )}
      {tools}
    </div>
  );
}
