import { useMutation } from '@tanstack/react-query'
import type { FetchedMedia, MediaKind } from '#shared/media.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { sizeText } from '../../format/format-size.ts'
import { explanationOf } from '../../state/explanation-of.ts'
import { mediaHost } from './media-host.ts'
import styles from './remote-media.module.css'

type Props = { readonly seq: number; readonly kind: MediaKind; readonly url: string }

/** What a message points to. Nothing is fetched before somebody asks for it, and the page itself never fetches it. */
export function RemoteMedia({ seq, kind, url }: Props) {
  const { fetchMedia } = useWorkbench()
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => fetchMedia({ seq }), gcTime: 0 })
  const host = mediaHost(url)
  if (host === null) return null
  return (
    <div className={styles.media}>
      {data === undefined && (
        <Button size="small" isBusy={isPending} onPress={() => mutate()}>
          {kind === 'file' ? `Look up the size at ${host}` : `Load from ${host}`}
        </Button>
      )}
      {isPending && <Waiting>{`Waiting for ${host}…`}</Waiting>}
      {error !== null && <ErrorBox error={explanationOf(error)} />}
      {data !== undefined && <Loaded kind={kind} media={data} />}
    </div>
  )
}

function Loaded({ kind, media }: { readonly kind: MediaKind; readonly media: FetchedMedia }) {
  const { contentType, sizeBytes, base64 } = media
  return (
    <figure className={styles.figure}>
      {base64 !== null && <Shown kind={kind} source={`data:${contentType};base64,${base64}`} />}
      <figcaption>
        {[contentType, sizeText(sizeBytes)].filter((part) => part !== '').join(' · ')}
        {base64 === null && ' · not downloaded'}
      </figcaption>
    </figure>
  )
}

function Shown({ kind, source }: { readonly kind: MediaKind; readonly source: string }) {
  switch (kind) {
    case 'image':
      return <img src={source} alt="What the person sent" />
    // What a person records comes without captions: the track stays empty.
    case 'audio':
      return (
        <audio src={source} controls aria-label="Audio message">
          <track kind="captions" />
        </audio>
      )
    case 'video':
      return (
        <video src={source} controls aria-label="Video message">
          <track kind="captions" />
        </video>
      )
    case 'file':
      return null
  }
}
