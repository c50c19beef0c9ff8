import { signIn } from '@api/signIn';
import { makeQueries, Providers } from '@app/Providers';
import { makeRouter } from '@app/router';
import type { Role } from '@shared/me';
import type { Language } from '@shared/texts';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { meOf } from '@test/given';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { answer } from './server';

type Options = { as?: Role[]; language?: Language };

/** The whole application at an address, signed in. */
export function open(address: string, { as = ['AlumniCoordinator', 'Communications'], language = 'fi' }: Options = {}) {
  const me = meOf(as, language);
  answer('/api/v1/me', me);
  const router = makeRouter(createMemoryHistory({ initialEntries: [address] }));
  const user = userEvent.setup();
  const shown = render(
    <Providers env="test" queries={makeQueries()} language={language}>
      <RouterProvider router={router} />
    </Providers>,
  );
  return { ...shown, user, router };
}

/** One component with everything that stands around it. */
export function show(
  children: ReactNode,
  { as = ['AlumniCoordinator', 'Communications'], language = 'fi' }: Options = {},
) {
  const queries = makeQueries();
  queries.setQueryData(['get', '/api/v1/me'], meOf(as, language));
  signIn.succeeded();
  const root = createRootRoute({ component: () => children });
  const router = createRouter({ routeTree: root, history: createMemoryHistory({ initialEntries: ['/'] }) });
  const user = userEvent.setup();
  const shown = render(
    <Providers env="test" queries={queries} language={language}>
      <RouterProvider router={router as never} />
    </Providers>,
  );
  return { ...shown, user };
}
