import { ActionIcon, Tooltip } from '@mantine/core';
import { ColumnChooser } from '@shared/list/ColumnChooser';
import type { ListLook } from '@shared/list/useListLook';
import { dictionary, useTexts } from '@shared/texts';
import { IconBaselineDensityMedium, IconBaselineDensitySmall } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './ListTools.module.css';

const texts = dictionary({
  dense: { fi: 'Tiiviit rivit', en: 'Compact rows' },
  roomy: { fi: 'Väljät rivit', en: 'Comfortable rows' },
});

type Choice = { id: string; header: string; drop: number; min: number; optional?: boolean; quiet?: boolean };
type Props = { look: ListLook; columns: Choice[]; children?: ReactNode };

export function ListTools({ look, columns, children }: Props) {
  const t = useTexts(texts);
  const density = look.dense ? t.roomy : t.dense;
  return (
    <span className={styles.tools}>
      {children}
      <Tooltip label={density}>
        <ActionIcon aria-label={density} onClick={() => look.setDense(!look.dense)}>
          {look.dense ? <IconBaselineDensityMedium size={18} /> : <IconBaselineDensitySmall size={18} />}
        </ActionIcon>
      </Tooltip>
      <ColumnChooser look={look} columns={columns} />
    </span>
  );
}
