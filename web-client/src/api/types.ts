import type { paths } from './schema';

type Json<R> = R extends { content: { 'application/json': infer T } } ? T : never;
type Success<R> = Json<
  R extends { 200: infer T } ? T : R extends { 201: infer T } ? T : R extends { 202: infer T } ? T : never
>;

type Path = keyof paths;
type Operation<P extends Path, M extends string> = M extends keyof paths[P] ? paths[P][M] : never;

/** The body of a successful answer: `Answer<'/api/v1/contacts/{id}'>`. */
export type Answer<P extends Path, M extends string = 'get'> =
  Operation<P, M> extends { responses: infer R } ? Success<R> : never;

/** One row of a list's answer. */
export type Item<P extends Path> = Answer<P> extends { items: Array<infer T> } ? T : never;

/** The body of a request. */
export type Body<P extends Path, M extends string> =
  Operation<P, M> extends { requestBody?: { content: { 'application/json': infer T } } } ? T : never;

/** The query of a list. */
export type Query<P extends Path> =
  Operation<P, 'get'> extends { parameters: { query?: infer T } } ? NonNullable<T> : never;
