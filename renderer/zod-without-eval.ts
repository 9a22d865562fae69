import { z } from 'zod'

// The page's policy forbids eval. Zod would try it once, and the refusal would be reported as a violation.
z.config({ jitless: true })
