import { cause, faults, type Problem, problemOf } from '@api/problem';
import { common } from './common';
import { faultText } from './faultText';
import { problemsInFinnish } from './problemText';
import { useLanguage, useTexts } from './texts';

/** A problem in words that help: in Finnish those of its cause, in English what the server said. */
export function useProblemText() {
  const t = useTexts(common);
  const { language } = useLanguage();
  return (error: unknown): string => {
    const problem: Problem = problemOf(error);
    const [fault] = Object.values(faults(error));
    if (fault) return faultText(language, fault);
    if (cause(problem) === 'offline') return t.offline;
    const finnish = language === 'fi' && problemsInFinnish[cause(problem)];
    if (finnish) return finnish;
    switch (problem.status) {
      case 403:
        return t.forbidden;
      case 404:
        return t.notFoundText;
      case 412:
        return t.stale;
      case 429:
        return t.tooMany;
    }
    return problem.status && problem.status < 500 ? (problem.detail ?? problem.title ?? t.errorText) : t.errorText;
  };
}
