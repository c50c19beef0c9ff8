import { Modal } from '@mantine/core';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import type { ReactNode } from 'react';

type Props = {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  closable?: boolean;
  size?: string;
  /** Over any other dialog. */
  topmost?: boolean;
};

/** Mantine's dialog with a name and a named close button, which it lacks by itself. */
export function Dialog({ title, open, onClose, children, closable = true, size = 'md', topmost }: Props) {
  const t = useTexts(common);
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={title}
      size={size}
      centered
      zIndex={topmost ? 1000 : undefined}
      radius="lg"
      withCloseButton={closable}
      closeOnClickOutside={closable}
      closeOnEscape={closable}
      closeButtonProps={{ 'aria-label': t.close }}
      overlayProps={{ backgroundOpacity: 0.45, blur: 2 }}
      styles={{
        title: { fontWeight: 650, fontSize: '1.125rem' },
        content: { background: 'var(--crm-raised)' },
        header: { background: 'var(--crm-raised)' },
      }}
    >
      {children}
    </Modal>
  );
}
