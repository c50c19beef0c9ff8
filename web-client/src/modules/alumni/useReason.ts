import type { Item } from '@api/types';
import { channelNames } from '@shared/common';
import { useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { cooperationTexts } from './cooperationTexts';
import { useForms } from './useForms';

type Reason = Item<'/api/v1/alumni/candidates'>['reasons'][number];

/** Why somebody is among the answers, in words. */
export function useReason() {
  const t = useTexts(cooperationTexts);
  const channels = useTexts(channelNames);
  const f = useFormat();
  const forms = useForms();
  return ({ code, value, text, year, day }: Reason) => {
    switch (code) {
      case 'offers':
        return [t.offers(forms.name(value ?? '')), text].filter(Boolean).join(' – ');
      case 'degree':
        return t.studied(value ?? '', year ? String(year) : '');
      case 'work':
        return t.works(value ?? '');
      case 'lives':
        return t.lives(value ?? '');
      case 'contacted':
        return t.contacted(f.date(day));
      case 'never-contacted':
        return t.neverContacted;
      case 'allowed':
        return t.allowed(named(channels, value ?? ''));
      case 'free':
        return t.free(f.date(day));
      default:
        return value ?? code;
    }
  };
}
