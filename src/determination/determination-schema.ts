import { z } from 'zod'

/** The shape of an answer, for `schemas/` and for reading answers back. */
export const determinationSchema = z.looseObject({})
