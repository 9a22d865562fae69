import type { MenuItemConstructorOptions } from 'electron'
import { strict } from './strict.ts'

type Role = NonNullable<MenuItemConstructorOptions['role']>

/** What a click on an item with a role does; other roles throw by name. */
export type RoleActions = Readonly<Partial<Record<Role, () => void>>>

type Item = {
  readonly id: string | undefined
  readonly label: string
  readonly role: Role | undefined
  readonly submenu: StandinMenu | null
  readonly click: () => void
}

export type StandinMenu = {
  readonly items: readonly Item[]
  readonly getMenuItemById: (id: string) => Item | null
}

/** Electron's Menu without pictures: the items are there and can be clicked by a test. */
export function createMenuModule(roles: RoleActions) {
  let applicationMenu: StandinMenu | null = null

  function build(template: readonly MenuItemConstructorOptions[]): StandinMenu {
    const items = template.map(itemOf)
    return strict('Menu', {
      items,
      getMenuItemById: (id: string) => flatten(items).find((item) => item.id === id) ?? null,
    })
  }

  function itemOf({ id, label, role, submenu, click }: MenuItemConstructorOptions): Item {
    return {
      id,
      label: label ?? role ?? '',
      role,
      submenu: Array.isArray(submenu) ? build(submenu) : null,
      click: () => (click === undefined ? runRole(role) : Reflect.apply(click, null, [])),
    }
  }

  function runRole(role: Role | undefined): void {
    const action = role === undefined ? undefined : roles[role]
    if (action === undefined) throw new Error(`stand-in: a click on the menu role ${role} is not implemented`)
    action()
  }

  return {
    buildFromTemplate: build,
    getApplicationMenu: () => applicationMenu,
    setApplicationMenu: (menu: StandinMenu | null) => {
      applicationMenu = menu
    },
  }
}

function flatten(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...flatten(item.submenu?.items ?? [])])
}
