import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Ctx } from '@/lib/desk/context';
import { inputError } from '@/lib/desk/wire-error';
import { answerError } from './errors';
import { errorSchema } from './schemas';

/** What the edge knows of every request that got in. */
export type ApiEnv = {
  Variables: { ctx: Ctx };
};

/** A part of the API; refused input is answered in one form, with its first fault unless told. */
export function newApi(errorOf: typeof inputError = inputError) {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      return answerError(c, 400, errorOf(result.error));
    },
  });
}

const ERRORS = {
  400: 'The request does not fit; `field` names what is wrong',
  401: 'Nobody is signed in, or the token is unknown or revoked',
  403: 'The caller may not do this',
  404: 'There is no such thing',
  409: 'Somebody else was quicker, or something stands in the way',
  413: 'The body is larger than fits: 1 MB, unless the call says otherwise',
} as const;

const errorContent = { 'application/json': { schema: errorSchema } };
/** How every call is refused. */
export const errorAnswers = {
  400: { description: ERRORS[400], content: errorContent },
  401: { description: ERRORS[401], content: errorContent },
  403: { description: ERRORS[403], content: errorContent },
  404: { description: ERRORS[404], content: errorContent },
  409: { description: ERRORS[409], content: errorContent },
  413: { description: ERRORS[413], content: errorContent },
} as const;

/** What a successful call answers. */
export function answers<S extends z.ZodType>(schema: S, description: string) {
  return {
    200: { description, content: { 'application/json': { schema } } },
    ...errorAnswers,
  } as const;
}

/** What a call that makes something answers. */
export function creates<S extends z.ZodType>(schema: S, description: string) {
  return {
    201: { description, content: { 'application/json': { schema } } },
    ...errorAnswers,
  } as const;
}

/** What a call answers that makes something, or finds it there. */
export function createsOrFinds<S extends z.ZodType>(schema: S, description: string) {
  return { ...answers(schema, description), ...creates(schema, description) } as const;
}

/** What a call answers that has nothing to say. */
export const answersNothing = {
  204: { description: 'Done' },
  ...errorAnswers,
} as const;

/** A JSON body that must be there. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return { content: { 'application/json': { schema } }, required: true } as const;
}

export { createRoute };
