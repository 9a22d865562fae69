/** Runs beside the page: lays out bodies that would hold it up. One task at a time; whoever wants no answer ends it. */
import { type BodyTask, prepareBody } from './body-work.ts'

addEventListener('message', ({ data }: MessageEvent<BodyTask>) => {
  const prepared = prepareBody(data)
  const { bounds, kinds } = prepared.tokens
  postMessage(prepared, { transfer: [bounds.buffer, kinds.buffer] })
})
