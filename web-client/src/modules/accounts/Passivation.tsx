import { useTexts } from '@shared/texts';
import { Ask } from '@shared/ui/Ask';
import { useToast } from '@shared/useToast';
import { texts } from './texts';

type Props = {
  name: string;
  isPassive: boolean;
  help: string;
  turn: (passive: boolean, reason: string) => Promise<void>;
  onClose: () => void;
};

/** Puts a record aside, or back, with a reason; the toast undoes it. */
export function Passivation({ name, isPassive, help, turn, onClose }: Props) {
  const t = useTexts(texts);
  const show = useToast();
  const act = async (reason: string) => {
    const passive = !isPassive;
    await turn(passive, reason);
    show.done((passive ? t.passivated : t.activated)(name), () => turn(!passive, t.undoReason).catch(show.failed));
  };
  return (
    <Ask
      title={(isPassive ? t.activateTitle : t.passivateTitle)(name)}
      help={help}
      act={isPassive ? t.activate : t.passivate}
      reason
      onAct={act}
      onClose={onClose}
    />
  );
}
