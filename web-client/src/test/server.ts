import type { paths } from '@api/schema';
import type { Answer } from '@api/types';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';

export const server = setupServer();

type Path = keyof paths;
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export type Call = { request: Request; url: URL; params: Record<string, string>; body: unknown };

const url = (path: string) => `*${path.replace(/\{(\w+)\}/g, ':$1')}`;

/** Answers a path of the contract with a body of the contract's shape. */
export function answer<P extends Path>(path: P, body: Answer<P> | ((call: Call) => Answer<P>), etag?: string) {
  respond('get', path, (call) => ({
    body: typeof body === 'function' ? (body as (call: Call) => unknown)(call) : body,
    etag,
  }));
}

type Response = { status?: number; body?: unknown; etag?: string };

/** Answers anything; gives back the calls that came. */
export function respond(method: Method, path: Path, reply: Response | ((call: Call) => Response)): Call[] {
  const calls: Call[] = [];
  server.use(
    http[method](url(path), async ({ request, params }) => {
      const type = request.headers.get('content-type') ?? '';
      const body = type.includes('json') ? await request.clone().json() : undefined;
      const call = { request, url: new URL(request.url), params: params as Record<string, string>, body };
      calls.push(call);
      const { status = 200, body: content, etag } = typeof reply === 'function' ? reply(call) : reply;
      return HttpResponse.json((content ?? null) as never, {
        status,
        headers: { ...(etag && { ETag: etag }), ...(status >= 400 && { 'content-type': 'application/problem+json' }) },
      });
    }),
  );
  return calls;
}
