import type { Answer } from '@api/types';
import { Button, TextInput } from '@mantine/core';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { ChoiceFilter } from '@shared/ui/Filters';
import bar from '@shared/ui/ListTools.module.css';
import { useId } from 'react';
import styles from './experts.module.css';
import type { ExpertsSearch } from './routes';
import { texts } from './texts';
import { useCodes, useLanguageNames } from './useCodes';

type Props = {
  search: ExpertsSearch;
  change: (next: Partial<ExpertsSearch>) => void;
  facets?: Answer<'/api/v1/experts/facets'>;
  onClear?: () => void;
};

export function ExpertFilters({ search, change, facets, onClear }: Props) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const fields = useCodes('expert-fields');
  const forms = useCodes('expert-forms');
  const tags = useCodes('competences');
  const languageOf = useLanguageNames();
  const day = useId();
  return (
    <div className={bar.bar}>
      <ChoiceFilter
        label={t.field}
        value={search.field}
        options={fields.options}
        onChange={(field) => change({ field })}
      />
      <ChoiceFilter label={t.form} value={search.form} options={forms.options} onChange={(form) => change({ form })} />
      <ChoiceFilter label={t.tag} value={search.tag} options={tags.options} onChange={(tag) => change({ tag })} />
      <ChoiceFilter
        label={t.language}
        value={search.language}
        options={(facets?.languages ?? []).map((code) => ({ value: code, label: languageOf(code) }))}
        onChange={(language) => change({ language })}
      />
      <ChoiceFilter
        label={c.town}
        value={search.town}
        options={(facets?.towns ?? []).map((town) => ({ value: town, label: town }))}
        onChange={(town) => change({ town })}
      />
      <ChoiceFilter
        label={t.mailing}
        value={search.mailable === undefined ? undefined : String(search.mailable)}
        onChange={(value) => change({ mailable: value === undefined ? undefined : value === 'true' })}
        options={[
          { value: 'true', label: t.mailable },
          { value: 'false', label: t.notMailable },
        ]}
      />
      <span className={styles.day}>
        <label htmlFor={day}>{t.availableOn}</label>
        <TextInput
          id={day}
          type="date"
          size="xs"
          value={search.availableOn ?? ''}
          onChange={(event) => change({ availableOn: event.currentTarget.value || undefined })}
        />
      </span>
      {onClear && (
        <Button variant="subtle" size="compact-sm" onClick={onClear}>
          {c.clear}
        </Button>
      )}
    </div>
  );
}
