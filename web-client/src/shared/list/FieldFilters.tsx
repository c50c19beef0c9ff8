import { Checkbox, Popover, TextInput } from '@mantine/core';
import { dictionary, useTexts } from '@shared/texts';
import filters from '@shared/ui/Filters.module.css';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import styles from './list.module.css';

const texts = dictionary({
  clearOf: { fi: (what: string) => `Poista rajaus: ${what}`, en: (what: string) => `Remove filter: ${what}` },
  contains: { fi: 'Sisältää', en: 'Contains' },
  from: { fi: 'Alkaen', en: 'From' },
  to: { fi: 'Päättyen', en: 'To' },
  hint: { fi: 'Paina Enter', en: 'Press Enter' },
});

type ChipProps = {
  label: string;
  value?: string;
  onClear: () => void;
  startOpen?: boolean;
  children: (close: () => void) => ReactNode;
};

/** A filter as a chip: what it holds, a way to change it and a way to drop it. */
function Chip({ label, value, onClear, startOpen = false, children }: ChipProps) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(startOpen);
  const id = useId();
  return (
    <span className={filters.chip} data-on={value !== undefined || undefined}>
      <Popover opened={open} onChange={setOpen} trapFocus position="bottom-start" withRoles={false} returnFocus>
        <Popover.Target>
          <button
            type="button"
            className={filters.open}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            {value === undefined ? (
              label
            ) : (
              <>
                <span className={filters.what}>{label}:</span> <span className={filters.value}>{value}</span>
              </>
            )}
            <IconChevronDown size={15} aria-hidden />
          </button>
        </Popover.Target>
        <Popover.Dropdown className={styles.dropdown} id={id}>
          {children(() => setOpen(false))}
        </Popover.Dropdown>
      </Popover>
      {value !== undefined && (
        <button type="button" className={filters.clear} aria-label={t.clearOf(label)} onClick={onClear}>
          <IconX size={15} aria-hidden />
        </button>
      )}
    </span>
  );
}

type TextProps = { label: string; value?: string; startOpen?: boolean; onChange: (value?: string) => void };

export function TextFilter({ label, value, startOpen, onChange }: TextProps) {
  const t = useTexts(texts);
  return (
    <Chip label={label} value={value} startOpen={startOpen} onClear={() => onChange(undefined)}>
      {(close) => (
        <form
          className={styles.field}
          onSubmit={(event) => {
            event.preventDefault();
            onChange(String(new FormData(event.currentTarget).get('text')).trim() || undefined);
            close();
          }}
        >
          <TextInput
            name="text"
            label={`${label}: ${t.contains.toLowerCase()}`}
            description={t.hint}
            defaultValue={value}
            maxLength={100}
            data-autofocus
          />
        </form>
      )}
    </Chip>
  );
}

type DaysProps = {
  label: string;
  from?: string;
  to?: string;
  startOpen?: boolean;
  onChange: (from?: string, to?: string) => void;
};

export function DaysFilter({ label, from, to, startOpen, onChange }: DaysProps) {
  const t = useTexts(texts);
  const shown = from || to ? `${from ?? ''}–${to ?? ''}` : undefined;
  const day = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined);
  return (
    <Chip label={label} value={shown} startOpen={startOpen} onClear={() => onChange(undefined, undefined)}>
      {() => (
        <fieldset className={styles.check} aria-label={label}>
          <TextInput
            type="date"
            label={t.from}
            value={from ?? ''}
            data-autofocus
            onChange={(event) => onChange(day(event.currentTarget.value), to)}
          />
          <TextInput
            type="date"
            label={t.to}
            value={to ?? ''}
            onChange={(event) => onChange(from, day(event.currentTarget.value))}
          />
        </fieldset>
      )}
    </Chip>
  );
}

type Option = { value: string; label: string };
type ManyProps = {
  label: string;
  options: Option[];
  values: string[];
  startOpen?: boolean;
  onChange: (values: string[]) => void;
};

/** Any of several. */
export function ManyFilter({ label, options, values, startOpen, onChange }: ManyProps) {
  const shown = values.map((value) => options.find((option) => option.value === value)?.label ?? value).join(', ');
  return (
    <Chip label={label} value={shown || undefined} startOpen={startOpen} onClear={() => onChange([])}>
      {() => (
        <fieldset className={styles.check} aria-label={label}>
          {options.map((option, at) => (
            <Checkbox
              key={option.value}
              label={option.label}
              data-autofocus={at === 0 || undefined}
              checked={values.includes(option.value)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...values, option.value]
                    : values.filter((value) => value !== option.value),
                )
              }
            />
          ))}
        </fieldset>
      )}
    </Chip>
  );
}
