import { faults } from '@api/problem';
import type { UseFormReturnType } from '@mantine/form';
import { faultText } from './faultText';
import { useLanguage } from './texts';
import { useToast } from './useToast';

/** What a form does with a no: faults stand at their fields, the first of them is gone to, and the rest is said in a toast. */
export function useRefused<T extends Record<string, unknown>>(form: UseFormReturnType<T>) {
  const { language } = useLanguage();
  const show = useToast();
  /** `place`: the field here of a fault that the server names otherwise. */
  return (error: unknown, place: (path: string) => string = (path) => path) => {
    const wrong = Object.entries(faults(error)).map(
      ([path, said]) => [place(path), faultText(language, said)] as const,
    );
    form.setErrors(Object.fromEntries(wrong));
    const first = wrong.find(([path]) => (path.split('.')[0] ?? '') in form.getValues())?.[0];
    if (first) requestAnimationFrame(() => form.getInputNode(first as never)?.focus());
    else show.failed(error);
  };
}
