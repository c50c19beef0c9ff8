import createFetchClient from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import type { paths } from './schema';
import { signedInAgain } from './signIn';

const safe = ['GET', 'HEAD', 'OPTIONS'];

/**
 * The only way out of the browser. Unsafe methods carry the header that a foreign page cannot send;
 * a request that meets an ended session waits for the person to sign in again and is then repeated as it was.
 */
export async function send(request: Request): Promise<Response> {
  if (!safe.includes(request.method)) request.headers.set('X-CSRF', '1');
  const repeat = request.clone();
  const answer = await globalThis.fetch(request);
  if (answer.status !== 401) return answer;
  await signedInAgain();
  return send(repeat);
}

export const client = createFetchClient<paths>({ baseUrl: globalThis.location.origin, fetch: send });
export const api = createQueryClient(client);

/** Whether the failure is of what was asked for, or of the way there. */
export const serverAnswers = () =>
  globalThis.fetch('/health/ready', { cache: 'no-store' }).then(
    (answer) => answer.ok,
    () => false,
  );

/** Lets polling pass without keeping the session alive. */
export const background = { 'X-Background': '1' };
