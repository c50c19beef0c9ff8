import { cause, type Problem, problemOf } from '@api/problem';
import { useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { type Draft, drafts } from './drafts';
import { useMe } from './me';
import { decide, differing, merge3, pick, type Side } from './merge3';
import { useRefused } from './useRefused';
import { useToast } from './useToast';

type Values = Record<string, unknown>;
type Version<T> = { value: T; tag?: string };
type Saved = { error?: unknown; id?: string; tag?: string };

export type RecordForm<T extends Values> = ReturnType<typeof useRecordForm<T>>;

type Options<T extends Values> = {
  /** What drafts are kept under: `contact/<id>`, `account/new`. */
  record: string;
  base: T;
  /** What the form proposes beyond what the record says. */
  start?: Partial<T>;
  /** The version that is edited; none for a new record. */
  tag?: string;
  /** Sends the changed fields under a version. */
  save: (changed: Partial<T>, whole: T, tag?: string) => Promise<Saved>;
  /** The record as it is now, when somebody was faster. */
  load?: () => Promise<Version<T>>;
  /** Where a fault of the server belongs, when the field here has another name. */
  rename?: Record<string, string>;
  onSaved: (values: T, id?: string, undo?: () => void) => void;
  onRefused?: (problem: Problem) => void;
};

/**
 * The one way of adding and editing: what is typed is kept at each key, a newer version is merged field by field, faults of the
 * server stand at their fields, and a save can be taken back.
 */
export function useRecordForm<T extends Values>(options: Options<T>) {
  const { record, save, load, rename = {}, onSaved, onRefused } = options;
  const user = useMe().user.id;
  const show = useToast();
  const [left] = useState(() => drafts.of<T>(user, record));
  const now: Version<T> = { value: options.base, tag: options.tag };
  // A draft over an older version is merged into the present one before it is shown.
  const [opened] = useState(() => reopened(left, now, options.start));
  const [known, setKnown] = useState(now);
  const [conflict, setConflict] = useState(opened.conflict);
  const [restored, setRestored] = useState(opened.restored);
  const [saving, setSaving] = useState(false);
  const form = useForm<T>({ initialValues: opened.value });
  const refused = useRefused(form);
  const mine = form.values;

  useEffect(() => {
    if (conflict) return;
    if (differing(known.value, mine).length === 0) drafts.drop(user, record);
    else drafts.keep(user, record, { base: known.value, tag: known.tag, values: mine, at: new Date().toISOString() });
  }, [user, record, known, mine, conflict]);

  const fail = (error: unknown) => {
    const problem = problemOf(error);
    onRefused?.(problem);
    // A likely duplicate is shown by the form itself.
    if (cause(problem) !== 'duplicate' || !onRefused) refused(error, (path) => rename[path] ?? path);
  };

  const done = (values: T, id?: string, undo?: () => void) => {
    drafts.drop(user, record);
    onSaved(values, id, undo);
  };

  const send = async (values: T, against: Version<T>, again = false): Promise<void> => {
    const keys = differing(against.value, values);
    if (against.tag && keys.length === 0) return done(values);
    const answer = await save(pick(values, keys), values, against.tag);
    if (!answer.error) {
      const undo = async () => {
        const back = await save(pick(against.value, keys), against.value, answer.tag);
        if (back.error) show.failed(back.error);
      };
      return done(values, answer.id, against.tag ? undo : undefined);
    }
    if (problemOf(answer.error).status !== 412 || !load || again) return fail(answer.error);
    const theirs = await load();
    const { merged, conflicts } = merge3(against.value, values, theirs.value);
    if (conflicts.length === 0) return send(merged, theirs, true);
    setConflict({ base: against.value, mine: values, theirs: theirs.value, tag: theirs.tag });
  };

  const run = async (values: T, against: Version<T>) => {
    setSaving(true);
    try {
      await send(values, against);
    } catch (error) {
      show.failed(error);
    } finally {
      setSaving(false);
    }
  };

  return {
    form,
    saving,
    conflict,
    /** When the restored draft was typed. */
    restored,
    changed: differing(known.value, mine),
    submit: form.onSubmit((values) => run(values, known)),
    /** Each conflict decided: goes on with theirs as the version underneath. */
    resolve: (choices: Partial<Record<keyof T, Side>>, thenSave = true) => {
      if (!conflict) return;
      const theirs = { value: conflict.theirs, tag: conflict.tag };
      const values = decide(conflict.base, conflict.mine, conflict.theirs, choices);
      setKnown(theirs);
      form.setValues(values);
      setConflict(undefined);
      if (thenSave) run(values, theirs);
    },
    /** Back to what the register says. */
    discard: () => {
      drafts.drop(user, record);
      setRestored(undefined);
      setConflict(undefined);
      form.setValues(known.value);
      form.clearErrors();
    },
    /** Closed on purpose: nothing is kept. */
    drop: () => drafts.drop(user, record),
  };
}

type Conflict<T> = { base: T; mine: T; theirs: T; tag?: string; fromDraft?: boolean };

/** What a form opens with: the register's values, or the draft that was left, with what has changed meanwhile under it. */
export function reopened<T extends Values>(
  left: Draft<T> | undefined,
  now: Version<T>,
  start?: Partial<T>,
): { value: T; restored?: string; conflict?: Conflict<T> } {
  if (!left || differing(left.base, left.values).length === 0) return { value: { ...now.value, ...start } };
  const { merged, conflicts } = merge3(left.base, left.values, now.value);
  const opened = { value: merged, restored: left.at };
  if (conflicts.length === 0) return opened;
  return {
    ...opened,
    conflict: { base: left.base, mine: left.values, theirs: now.value, tag: now.tag, fromDraft: true },
  };
}
