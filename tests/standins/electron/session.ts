import type { Session } from 'electron'
import type { CdpSession } from './cdp.ts'

type Handlers = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>
type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type Permission = Parameters<CheckHandler>[1]

/** Electron's names of the permissions a page can ask for, and Chromium's. */
const PERMISSIONS: readonly (readonly [Permission, string])[] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['midi', 'midi'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['persistent-storage', 'persistent-storage'],
]

export type StandinSession = {
  readonly defaultSession: Handlers
  /** Has Chromium answer the pages of an origin as the app's handlers do. */
  readonly applyPermissions: (root: CdpSession, chromiumOrigin: string, origin: string) => Promise<void>
}

/** Electron's session: who may do what. Without a handler everything is granted, as in Electron. */
export function createSession(): StandinSession {
  let check: CheckHandler | null = null
  let request: RequestHandler | null = null

  function isGranted(permission: Permission, origin: string): boolean {
    let isRequestGranted = true
    const details = { isMainFrame: true, requestingUrl: origin }
    // The handlers of an app that answers by permission alone; there is no web contents to ask about here.
    if (request !== null) {
      Reflect.apply(request, null, [
        null,
        permission,
        (granted: boolean) => (isRequestGranted = granted),
        details,
      ])
    }
    return isRequestGranted && (check?.(null, permission, origin, details) ?? true)
  }

  return {
    defaultSession: {
      setPermissionRequestHandler: (handler) => {
        request = handler
      },
      setPermissionCheckHandler: (handler) => {
        check = handler
      },
      setDevicePermissionHandler: () => undefined,
    },
    async applyPermissions(root, chromiumOrigin, origin) {
      for (const [permission, name] of PERMISSIONS) {
        const setting = isGranted(permission, origin) ? 'granted' : 'denied'
        await root.send('Browser.setPermission', {
          origin: chromiumOrigin,
          permission: { name },
          setting,
        })
      }
    },
  }
}
