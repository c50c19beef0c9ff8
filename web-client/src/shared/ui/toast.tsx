import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import styles from './toast.module.css';

type Undo = { label: string; run: () => void };

/** Says what happened, with the way back when there is one. Errors stay until they are closed. */
export function toast(message: string, { undo, bad, close }: { undo?: Undo; bad?: boolean; close: string }) {
  const id = notifications.show({
    color: bad ? 'red' : 'karelia',
    autoClose: bad ? false : undo ? 30_000 : 5_000,
    closeButtonProps: { 'aria-label': close },
    role: bad ? 'alert' : 'status',
    message: (
      <span className={styles.line}>
        <span>{message}</span>
        {undo && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              notifications.hide(id);
              undo.run();
            }}
          >
            {undo.label}
          </Button>
        )}
      </span>
    ),
  });
}
