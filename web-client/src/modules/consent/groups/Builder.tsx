import { Button, SegmentedControl } from '@mantine/core';
import { useTexts } from '@shared/texts';
import { IconFolderPlus, IconPlus, IconTrash } from '@tabler/icons-react';
import { type Branch, isBranch, mostDepth, newBranch, newLeaf, type Part, replaced, type Word } from './definition';
import { FieldCondition } from './FieldCondition';
import styles from './groups.module.css';
import { texts } from './texts';

type Props = { tree: Branch; onChange: (tree: Branch) => void };

/** Conditions in groups, groups in groups: all, any or none of them hold. */
export function Builder({ tree, onChange }: Props) {
  const t = useTexts(texts);
  return (
    <div>
      <p className="muted small">{t.builderHelp}</p>
      <Conditions branch={tree} depth={1} onChange={(id, part) => onChange(replaced(tree, id, part))} />
    </div>
  );
}

type BranchProps = { branch: Branch; depth: number; onChange: (id: number, part: Part | undefined) => void };

function Conditions({ branch, depth, onChange }: BranchProps) {
  const t = useTexts(texts);
  const put = (part: Part) => onChange(branch.id, { ...branch, parts: [...branch.parts, part] });
  return (
    <fieldset className={styles.branch} data-depth={depth}>
      <legend className="visually-hidden">{t.holdOf(depth)}</legend>
      <div className={styles.word}>
        <SegmentedControl
          size="xs"
          aria-label={t.holdOf(depth)}
          value={branch.word}
          onChange={(word) => onChange(branch.id, { ...branch, word: word as Word })}
          data={[
            { value: 'all', label: t.all },
            { value: 'any', label: t.any },
            { value: 'none', label: t.none },
          ]}
        />
        <span className="muted">{t.hold}</span>
        {depth > 1 && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconTrash size={15} aria-hidden />}
            onClick={() => onChange(branch.id, undefined)}
          >
            {t.removeBranch}
          </Button>
        )}
      </div>
      {branch.parts.map((part) =>
        isBranch(part) ? (
          <Conditions key={part.id} branch={part} depth={depth + 1} onChange={onChange} />
        ) : (
          <FieldCondition
            key={part.id}
            leaf={part}
            onChange={(leaf) => onChange(part.id, leaf)}
            onRemove={() => onChange(part.id, undefined)}
          />
        ),
      )}
      <div className={styles.adds}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => put(newLeaf())}
        >
          {t.addCondition}
        </Button>
        {depth < mostDepth - 1 && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconFolderPlus size={15} aria-hidden />}
            onClick={() => put(newBranch('any', [newLeaf()]))}
          >
            {t.addBranch}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
