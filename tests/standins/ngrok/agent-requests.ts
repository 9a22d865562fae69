import { z } from 'zod'

/** What agents ask for, as far as the stand-in reads it. The rest is echoed. */
export const AuthRequest = z.looseObject({
  Version: z.array(z.string()),
  ClientId: z.string(),
  Extra: z.looseObject({
    AuthToken: z.string(),
    /** Nanoseconds. */
    HeartbeatInterval: z.number(),
    HeartbeatTolerance: z.number(),
  }),
})
export type AuthRequest = z.infer<typeof AuthRequest>

export const BindRequest = z.looseObject({
  Id: z.string(),
  Proto: z.string(),
  Opts: z.looseObject({ Domain: z.string().nullish(), Hostname: z.string().nullish() }),
  Extra: z.looseObject({ Token: z.string() }),
})
export type BindRequest = z.infer<typeof BindRequest>

export const UnbindRequest = z.looseObject({ Id: z.string() })
