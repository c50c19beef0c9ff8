import { ActionIcon, Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';

type Props = { label: string; children: () => ReactNode };

/** A small explanation beside a label; it asks nothing of the server before it is opened. */
export function Why({ label, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      width={280}
      shadow="md"
      withRoles={false}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <ActionIcon
          size={24}
          aria-label={label}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          <IconInfoCircle size={15} stroke={1.6} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown id={id} role="dialog" aria-label={label}>
        <div tabIndex={-1} data-autofocus>
          {children()}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
