/** An answer of the API that says no: RFC 9457, with field faults by JSON pointer. */
export type Problem = {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  traceId?: string;
  errors?: Record<string, string[]>;
};

/** Anything thrown by a request, as a problem: a body, a text, or a connection that failed (status 0). */
export function problemOf(error: unknown): Problem {
  if (error && typeof error === 'object' && !(error instanceof Error)) return error as Problem;
  if (error instanceof TypeError) return { type: 'offline', status: 0 };
  return { type: 'about:blank', status: 500, detail: typeof error === 'string' ? error.slice(0, 300) : undefined };
}

/** The cause without its prefix: `/problems/passive-record` is `passive-record`. */
export const cause = (problem: Problem) => problem.type?.split(/[/:]/).pop() ?? '';

/** `/emails/0/address` becomes `emails.0.address`, the path of a form field. */
export function faults(error: unknown): Record<string, string> {
  const errors = problemOf(error).errors ?? {};
  return Object.fromEntries(
    Object.entries(errors).map(([pointer, messages]) => [
      pointer.replace(/^\//, '').replaceAll('/', '.'),
      messages.join(' '),
    ]),
  );
}
