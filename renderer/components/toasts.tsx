import { X } from 'lucide-react'
import { createContext, type ReactNode, useCallback, useRef, useState } from 'react'
import type { WireError } from '#shared/rpc.ts'
import { classNames } from '../theme/class-names.ts'
import { Button } from './button.tsx'
import { Explanation } from './explanation.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './toasts.module.css'
import { useHandOverFocus } from './use-hand-over-focus.ts'
import { useIsDialogOpen } from './use-is-dialog-open.ts'
import { useRequired } from './use-required.ts'
import { useToldHeight } from './use-told-height.ts'

const SHOWN_MS = 5_000
const SHOWN_WITH_LINK_MS = 10_000

type ToastBody =
  | { readonly kind: 'done'; readonly text: string }
  /** How far something is; stays until a message about the same thing takes its place. */
  | { readonly kind: 'under-way'; readonly text: string }
  | { readonly kind: 'failed'; readonly error: WireError }

export type ToastContent = ToastBody & {
  /** What it is about: a later message about the same takes the place of an earlier one. */
  readonly about?: string
  /** Where more can be seen. */
  readonly link?: { readonly href: string; readonly text: string }
  /** What can be done about it, for so long. */
  readonly action?: { readonly text: string; readonly onPress: () => void; readonly forMs: number }
}

type Toast = ToastContent & { readonly id: number }

const ShowToastContext = createContext<((toast: ToastContent) => void) | null>(null)

export function useShowToast(): (toast: ToastContent) => void {
  return useRequired(ShowToastContext)
}

/**
 * Short messages about things done in passing. Failures stay until they are closed. A dialog makes room for them: what
 * they offer, for a time, can be taken while it is open.
 */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const lastId = useRef(0)
  const region = useToldHeight('--toasts-height')
  const isBesideDialog = useIsDialogOpen()
  /** What the person has closed while it was under way: only its end is told. */
  const unwanted = useRef(new Set<string>())
  const remove = useCallback(
    (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
    [],
  )
  const show = useCallback(
    (content: ToastContent) => {
      const { about, kind } = content
      if (kind === 'under-way' && about !== undefined && unwanted.current.has(about)) return
      lastId.current += 1
      const id = lastId.current
      setToasts((shown) => withToast(shown, { ...content, id }))
      const shownMs = content.action?.forMs ?? (content.link === undefined ? SHOWN_MS : SHOWN_WITH_LINK_MS)
      if (kind === 'done') setTimeout(() => remove(id), shownMs)
    },
    [remove],
  )
  const close = (toast: Toast) => {
    if (toast.kind === 'under-way' && toast.about !== undefined) unwanted.current.add(toast.about)
    remove(toast.id)
  }
  return (
    <ShowToastContext value={show}>
      {children}
      <div
        ref={region}
        className={classNames(styles.toasts, isBesideDialog && styles.besideDialog)}
        role="status"
        aria-live="polite"
        // React Aria makes everything else beside a dialog inert.
        data-react-aria-top-layer
      >
        {toasts.map((toast) => (
          <OneToast key={toast.about ?? toast.id} toast={toast} onClose={() => close(toast)} />
        ))}
      </div>
    </ShowToastContext>
  )
}

function withToast(shown: readonly Toast[], toast: Toast): readonly Toast[] {
  const isAboutSame = (other: Toast) => toast.about !== undefined && other.about === toast.about
  if (shown.some(isAboutSame)) return shown.map((other) => (isAboutSame(other) ? toast : other))
  return [...shown.slice(-2), toast]
}

/** A dialog that is open, or else the page, has the focus after a message that took it. */
const AFTER_TOAST: readonly string[] = ['[role="dialog"]', '[role="alertdialog"]', 'main [data-pane-focus]']

function OneToast({ toast, onClose }: { readonly toast: Toast; readonly onClose: () => void }) {
  // Screen readers hear that something began and how it ended, not every step between.
  const isUnderWay = toast.kind === 'under-way'
  const box = useRef<HTMLDivElement>(null)
  useHandOverFocus(box, 'body', AFTER_TOAST)
  return (
    <div
      ref={box}
      className={classNames(styles.toast, toast.kind === 'failed' && styles.failed)}
      {...(isUnderWay && { 'aria-live': 'off' })}
    >
      <div className={styles.text}>
        {toast.kind === 'failed' ? <Explanation error={toast.error} /> : <p>{toast.text}</p>}
        {toast.link !== undefined && <a href={toast.link.href}>{toast.link.text}</a>}
      </div>
      {toast.action !== undefined && <ToastAction key={toast.id} action={toast.action} onDone={onClose} />}
      <IconButton label="Close message" onPress={onClose}>
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  )
}

type ActionProps = {
  readonly action: NonNullable<ToastContent['action']>
  readonly onDone: () => void
}

/** The button, and a bar that says how long it is there. */
function ToastAction({ action, onDone }: ActionProps) {
  return (
    <>
      <Button
        size="small"
        onPress={() => {
          onDone()
          action.onPress()
        }}
      >
        {action.text}
      </Button>
      <span className={styles.timeLeft} style={{ animationDuration: `${action.forMs}ms` }} aria-hidden />
    </>
  )
}
