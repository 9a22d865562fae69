import { CircleQuestionMark } from 'lucide-react'
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { IconButton } from '../components/icon-button.tsx'
import menuStyles from '../components/menu.module.css'
import { classNames } from '../theme/class-names.ts'
import { filterExamples } from './filter-examples.ts'
import styles from './filter-help.module.css'

/** How a filter is written, by example. */
export function FilterHelp() {
  return (
    <DialogTrigger>
      <IconButton label="How to write a filter">
        <CircleQuestionMark size={15} aria-hidden />
      </IconButton>
      <Popover className={classNames(menuStyles.popover, styles.popover)} placement="bottom end">
        <Dialog className={classNames(styles.dialog)}>
          <Heading slot="title" className={classNames(styles.title)}>
            How to write a filter
          </Heading>
          <p className={styles.intro}>
            Conditions stand side by side, and all must hold. Values with spaces go in quotation marks.
          </p>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Write</th>
                <th scope="col">To find</th>
              </tr>
            </thead>
            <tbody>
              {filterExamples.map(({ example, finds }) => (
                <tr key={example}>
                  <th scope="row">
                    <code>{example}</code>
                  </th>
                  <td>{finds}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
