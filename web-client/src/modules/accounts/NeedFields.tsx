import { Select, TagsInput, Textarea } from '@mantine/core';
import { useTexts } from '@shared/texts';
import styles from './ActivityComposer.module.css';
import { activityTexts, educationFields, options, urgencies } from './activityTexts';
import type { Linked, NeedValues } from './activityValues';

type Props = {
  need: NeedValues;
  onChange: (need: NeedValues) => void;
  faults: Record<string, string>;
  /** Whose need it can be; a choice when there are several. */
  accounts: Linked[];
};

export function NeedFields({ need, onChange, faults, accounts }: Props) {
  const t = useTexts(activityTexts);
  const fields = useTexts(educationFields);
  const urgency = useTexts(urgencies);
  const set = (change: Partial<NeedValues>) => onChange({ ...need, ...change });
  return (
    <>
      <Textarea
        label={t.needText}
        required
        maxLength={10_000}
        value={need.text}
        error={faults.text ?? faults.accountId}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <div className={styles.pair}>
        <Select
          label={t.field}
          data={options(fields)}
          value={need.field}
          error={faults.field}
          clearable
          clearButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
          onChange={(field) => set({ field })}
        />
        <Select
          label={t.urgency}
          data={options(urgency)}
          value={need.urgency}
          allowDeselect={false}
          onChange={(next) => set({ urgency: next ?? 'normal' })}
        />
        <TagsInput
          label={t.tags}
          placeholder={need.tags.length === 0 ? t.tagsHint : undefined}
          value={need.tags}
          error={faults.tags}
          maxTags={20}
          comboboxProps={{ keepMounted: false }}
          onChange={(tags) => set({ tags })}
        />
        {accounts.length > 1 && (
          <Select
            label={t.whose}
            data={accounts.map((one) => ({ value: one.id, label: one.name }))}
            value={need.accountId ?? accounts[0]?.id ?? null}
            allowDeselect={false}
            onChange={(accountId) => set({ accountId })}
          />
        )}
      </div>
    </>
  );
}
