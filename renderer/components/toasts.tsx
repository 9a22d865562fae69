import { X } from 'lucide-react'
import { createContext, type ReactNode, useCallback, useRef, useState } from 'react'
import type { WireError } from '#shared/rpc.ts'
import { classNames } from '../theme/class-names.ts'
import { Explanation } from './explanation.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './toasts.module.css'
import { useRequired } from './use-required.ts'

const SHOWN_MS = 5_000

export type ToastContent =
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'failed'; readonly error: WireError }

type Toast = ToastContent & { readonly id: number }

const ShowToastContext = createContext<((toast: ToastContent) => void) | null>(null)

export function useShowToast(): (toast: ToastContent) => void {
  return useRequired(ShowToastContext)
}

/** Short messages about things done in passing. Failures stay until they are closed. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const lastId = useRef(0)
  const close = useCallback(
    (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
    [],
  )
  const show = useCallback(
    (content: ToastContent) => {
      lastId.current += 1
      const id = lastId.current
      setToasts((shown) => [...shown.slice(-2), { ...content, id }])
      if (content.kind === 'done') setTimeout(() => close(id), SHOWN_MS)
    },
    [close],
  )
  return (
    <ShowToastContext value={show}>
      {children}
      <div className={styles.toasts} role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.id} className={classNames(styles.toast, toast.kind === 'failed' && styles.failed)}>
            {toast.kind === 'done' ? <p>{toast.text}</p> : <Explanation error={toast.error} />}
            <IconButton label="Close message" onPress={() => close(toast.id)}>
              <X size={14} aria-hidden />
            </IconButton>
          </div>
        ))}
      </div>
    </ShowToastContext>
  )
}
