import { useMutation } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { Explanation } from '../components/explanation.tsx'
import { IconButton } from '../components/icon-button.tsx'
import { useShowToast } from '../components/toasts.tsx'
import { explanationOf } from '../state/explanation-of.ts'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import styles from './banner.module.css'

/** What the person should know, until they say they do. */
export function NoticeBanners() {
  const { notices } = useWorkbenchState()
  const { dismissNotice } = useWorkbench()
  const showToast = useShowToast()
  const { mutate } = useMutation({
    mutationFn: (id: string) => dismissNotice({ id }),
    onError: (reason) => showToast({ kind: 'failed', error: explanationOf(reason) }),
  })
  return (
    <div role="status">
      {notices.map(({ id, explanation }) => (
        <div key={id} className={styles.banner}>
          <Explanation error={explanation} />
          <IconButton label="Dismiss notice" onPress={() => mutate(id)}>
            <X size={15} aria-hidden />
          </IconButton>
        </div>
      ))}
    </div>
  )
}
