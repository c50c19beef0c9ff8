import type { AnyRoute } from '@tanstack/react-router';

/** The shell that the module's pages stand in; the router of app/ gives it. */
export type Shell = AnyRoute;
