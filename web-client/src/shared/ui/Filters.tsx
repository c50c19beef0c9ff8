import { Combobox, NumberInput, Popover, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { dictionary, useTexts } from '@shared/texts';
import { IconCheck, IconChevronDown, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import styles from './Filters.module.css';

const texts = dictionary({
  clearOf: { fi: (what: string) => `Poista rajaus: ${what}`, en: (what: string) => `Remove filter: ${what}` },
  find: { fi: 'Etsi…', en: 'Find…' },
  nothing: { fi: 'Ei osumia', en: 'No matches' },
  from: { fi: 'Alkaen', en: 'From' },
  to: { fi: 'Päättyen', en: 'To' },
});

type Option = { value: string; label: string };
type ChoiceProps = { label: string; options: Option[]; value?: string; onChange: (value?: string) => void };

/** One choice of a list; long lists can be searched. */
export function ChoiceFilter({ label, options, value, onChange }: ChoiceProps) {
  const t = useTexts(texts);
  const [find, setFind] = useState('');
  const long = options.length > 8;
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setFind('');
    },
    onDropdownOpen: () => {
      if (long) combobox.focusSearchInput();
      combobox.selectActiveOption();
    },
  });
  const chosen = options.find((option) => option.value === value);
  const hits = options.filter((option) => option.label.toLocaleLowerCase('fi').includes(find.toLocaleLowerCase('fi')));

  return (
    <span className={styles.chip} data-on={value !== undefined || undefined}>
      <Combobox
        store={combobox}
        width={260}
        keepMounted={false}
        position="bottom-start"
        onOptionSubmit={(next) => {
          onChange(next === value ? undefined : next);
          combobox.closeDropdown();
        }}
      >
        <Combobox.Target targetType="button">
          <button type="button" className={styles.open} onClick={() => combobox.toggleDropdown()}>
            {value === undefined ? (
              label
            ) : (
              <>
                <span className={styles.what}>{label}:</span>{' '}
                <span className={styles.value}>{chosen?.label ?? value}</span>
              </>
            )}
            <IconChevronDown size={15} aria-hidden />
          </button>
        </Combobox.Target>
        <Combobox.Dropdown className={styles.dropdown}>
          {long && (
            <Combobox.Search
              value={find}
              onChange={(event) => setFind(event.currentTarget.value)}
              placeholder={t.find}
              aria-label={`${label}: ${t.find}`}
            />
          )}
          <Combobox.Options tabIndex={0} aria-label={label} mah={300} className={styles.options}>
            {hits.length === 0 && <Combobox.Empty>{t.nothing}</Combobox.Empty>}
            {hits.map((option) => (
              <Combobox.Option key={option.value} value={option.value} active={option.value === value}>
                <span className={styles.option}>
                  {option.label}
                  {option.value === value && <IconCheck size={16} aria-hidden />}
                </span>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {value !== undefined && <Clear label={label} onClear={() => onChange(undefined)} />}
    </span>
  );
}

function Clear({ label, onClear }: { label: string; onClear: () => void }) {
  const t = useTexts(texts);
  return (
    <button type="button" className={styles.clear} aria-label={t.clearOf(label)} onClick={onClear}>
      <IconX size={15} aria-hidden />
    </button>
  );
}

type YearsProps = {
  label: string;
  from?: number;
  to?: number;
  min?: number;
  max?: number;
  onChange: (from?: number, to?: number) => void;
};

export function YearsFilter({ label, from, to, min = 1950, max = 2100, onChange }: YearsProps) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const id = useId();
  const on = from !== undefined || to !== undefined;
  const year = (value: string | number) => (Number(value) >= 1900 && Number(value) <= 2200 ? Number(value) : undefined);
  const value = from === to ? `${from}` : `${from ?? ''}–${to ?? ''}`;
  return (
    <span className={styles.chip} data-on={on || undefined}>
      <Popover opened={open} onChange={setOpen} trapFocus position="bottom-start" withRoles={false} returnFocus>
        <Popover.Target>
          <button
            type="button"
            className={styles.open}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            {on ? (
              <>
                <span className={styles.what}>{label}:</span> <span className={styles.value}>{value}</span>
              </>
            ) : (
              label
            )}
            <IconChevronDown size={15} aria-hidden />
          </button>
        </Popover.Target>
        <Popover.Dropdown className={styles.dropdown}>
          <fieldset id={id} aria-label={label} className={styles.years}>
            <NumberInput
              label={t.from}
              value={from ?? ''}
              min={min}
              max={max}
              hideControls
              data-autofocus
              onChange={(next) => onChange(year(next), to)}
            />
            <NumberInput
              label={t.to}
              value={to ?? ''}
              min={min}
              max={max}
              hideControls
              onChange={(next) => onChange(from, year(next))}
            />
          </fieldset>
        </Popover.Dropdown>
      </Popover>
      {on && <Clear label={label} onClear={() => onChange(undefined, undefined)} />}
    </span>
  );
}

type SearchProps = { label: string; value?: string; onChange: (value?: string) => void };

/** Filters as one types, a breath after the last key. */
export function SearchFilter({ label, value, onChange }: SearchProps) {
  const [typed, setTyped] = useState(value ?? '');
  const send = useDebouncedCallback((next: string) => onChange(next.trim() || undefined), 220);
  useEffect(() => {
    setTyped((now) => (now.trim() === (value ?? '') ? now : (value ?? '')));
  }, [value]);
  return (
    <TextInput
      type="search"
      className={styles.search}
      aria-label={label}
      placeholder={label}
      maxLength={200}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
    />
  );
}
