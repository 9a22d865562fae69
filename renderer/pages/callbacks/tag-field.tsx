import { ChevronDown } from 'lucide-react'
import {
  Button,
  ComboBox,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Text,
} from 'react-aria-components'
import { type MessageTag, retiredTags } from '#shared/messenger/message-tags.ts'
import type { MessengerWindow } from '#shared/messenger/messenger-window.ts'
import { tagsFor } from '#shared/messenger/window-advice.ts'
import fieldStyles from '../../components/field.module.css'
import menuStyles from '../../components/menu.module.css'
import { classNames } from '../../theme/class-names.ts'
import { useDesk } from './callbacks-provider.tsx'
import styles from './tag-field.module.css'
import { type ReplyWarnings, warningOf } from './use-reply-warnings.ts'

type Props = { readonly window: MessengerWindow; readonly warnings: ReplyWarnings }

const RETIRED: readonly MessageTag[] = retiredTags.map((name) => ({ name, use: '' }))

/** Why one writes: a tag of the list, or any text. */
export function TagField({ window, warnings }: Props) {
  const { desk, edit } = useDesk()
  const warning = warningOf(warnings, 'tag')
  return (
    <ComboBox
      allowsCustomValue
      inputValue={desk.form.fields.tag}
      onInputChange={(tag) => edit({ tag })}
      className={classNames(fieldStyles.field)}
    >
      <Label>Tag</Label>
      <div className={styles.group}>
        <Input
          className={classNames(fieldStyles.input, fieldStyles.mono)}
          spellCheck={false}
          autoComplete="off"
        />
        <Button className={classNames(styles.open)} aria-label="Show the list">
          <ChevronDown size={14} aria-hidden />
        </Button>
      </div>
      {warning !== null && (
        <Text slot="description" className={classNames(fieldStyles.hint, fieldStyles.warn)}>
          {warning.hint}
        </Text>
      )}
      <Popover className={classNames(menuStyles.popover)} placement="bottom end" maxHeight={320}>
        <ListBox className={classNames(menuStyles.menu)}>
          <Tags title="Current" tags={tagsFor(window)} />
          <Tags title="Retired by Meta, may be refused" tags={RETIRED} />
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

function Tags({ title, tags }: { readonly title: string; readonly tags: readonly MessageTag[] }) {
  return (
    <ListBoxSection>
      <Header className={styles.title}>{title}</Header>
      {tags.map(({ name, use }) => (
        <ListBoxItem
          key={name}
          id={name}
          textValue={name}
          className={classNames(menuStyles.item, styles.option)}
        >
          <span className={styles.name}>{name}</span>
          {use !== '' && <span className={styles.use}>{use}</span>}
        </ListBoxItem>
      ))}
    </ListBoxSection>
  )
}
