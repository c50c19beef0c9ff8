import { cause, type Problem, problemOf } from '@api/problem';
import { common } from './common';
import { useTexts } from './texts';

/** A problem in words that help: known causes are ours and translated, the rest is what the server said. */
export function useProblemText() {
  const t = useTexts(common);
  return (error: unknown): string => {
    const problem: Problem = problemOf(error);
    switch (cause(problem)) {
      case 'offline':
        return t.offline;
      case 'passive-record':
        return t.passiveRecord;
      case 'held-for-officer':
        return t.heldForOfficer;
      case 'no-address':
        return t.noAddress;
    }
    switch (problem.status) {
      case 403:
        return t.forbidden;
      case 404:
        return t.notFoundText;
      case 412:
        return t.stale;
      case 413:
        return problem.detail ?? t.tooLarge;
      case 422:
        return problem.detail ?? (Object.values(problem.errors ?? {}).flat()[0] || t.checkFields);
      case 429:
        return t.tooMany;
    }
    return problem.status && problem.status < 500 ? (problem.detail ?? problem.title ?? t.errorText) : t.errorText;
  };
}
