import { z } from 'zod'
import { call } from '../rpc.ts'
import { FilterText } from '../search/filter-text.ts'
import { Timeline } from './timeline.ts'

/** The part of the contract that counts callbacks by time. */
export const timelineContract = {
  /**
   * How many callbacks that a filter shows were received when, each event once, in at most so many buckets. From
   * `fromMs` and before `toMs`, as far as the filter allows; null: from the first, to the last that matches. Throws
   * BAD_FILTER.
   */
  timeline: call(
    z.object({
      filter: FilterText,
      fromMs: z.number().nullable(),
      toMs: z.number().nullable(),
      buckets: z.int().min(2).max(240),
    }),
    Timeline,
  ),
} as const
