import { accountsRoutes } from '@modules/accounts/routes';
import { adminRoutes } from '@modules/admin/routes';
import { alumniRoutes } from '@modules/alumni/routes';
import { consentRoutes } from '@modules/consent/routes';
import { eventsRoutes } from '@modules/events/routes';
import { expertsRoutes } from '@modules/experts/routes';
import { importsRoutes } from '@modules/imports/routes';
import { oneOf, text } from '@shared/search';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
  redirect,
} from '@tanstack/react-router';
import { NotFound, PageError } from './Failures';
import { panelTabs } from './panelTabs';
import { SignedIn } from './SignedIn';
import { SignedOut, SignInProblem } from './SignedOut';

const root = createRootRoute({ notFoundComponent: NotFound });

/** Every page of the signed-in application; the open person is in the address of each. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: SignedIn,
  notFoundComponent: NotFound,
  validateSearch: (raw: Record<string, unknown>) => ({
    person: text(raw, 'person'),
    account: text(raw, 'account'),
    tab: oneOf(raw, 'tab', panelTabs),
  }),
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./HomePage'), 'HomePage'),
});

const signedOut = createRoute({ getParentRoute: () => root, path: '/signed-out', component: SignedOut });
const signInProblem = createRoute({
  getParentRoute: () => root,
  path: '/sign-in-problem',
  component: SignInProblem,
  validateSearch: (raw: Record<string, unknown>) => ({ why: text(raw, 'why') }),
});
/** Links that other systems and the API know: a person or an organisation by id. */
const person = createRoute({
  getParentRoute: () => root,
  path: '/contacts/$id',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/contacts', search: { person: params.id } as never });
  },
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$id',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/accounts' as string, search: { account: params.id } as never });
  },
});

const tree = root.addChildren([
  shell.addChildren([
    home,
    ...accountsRoutes(shell),
    ...alumniRoutes(shell),
    ...expertsRoutes(shell),
    ...consentRoutes(shell),
    ...eventsRoutes(shell),
    ...importsRoutes(shell),
    ...adminRoutes(shell),
  ]),
  signedOut,
  signInProblem,
  person,
  account,
]);

export const makeRouter = (history?: RouterHistory) =>
  createRouter({
    routeTree: tree,
    history,
    defaultPreload: false,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: false,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
