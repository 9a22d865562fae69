import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { ActionsProvider } from './commands/actions-provider.tsx'
import { Announcer } from './components/announcer.tsx'
import { Toasts } from './components/toasts.tsx'
import { CallbacksProvider } from './pages/callbacks/callbacks-provider.tsx'
import { RepliesProvider } from './pages/callbacks/replies-provider.tsx'
import { ChatsDeskProvider } from './pages/chats/chats-desk.tsx'
import { SimulateDeskProvider } from './pages/simulate/simulate-desk.tsx'
import { PersonNamesProvider } from './people/person-names.tsx'
import { ReplayReports } from './replay-dialog/replay-reports.tsx'
import { SessionsProvider } from './session/sessions-provider.tsx'
import { Shell } from './shell/shell.tsx'
import { WorkbenchStateGate } from './state/workbench-state.tsx'

/** The page: everything it shows comes through the workbench client around it. */
export function App() {
  const [queries] = useState(newQueryClient)
  return (
    <I18nProvider locale="en-GB">
      <QueryClientProvider client={queries}>
        <Toasts>
          <Announcer>
            <WorkbenchStateGate>
              <PersonNamesProvider>
                <CallbacksProvider>
                  <RepliesProvider>
                    <ReplayReports>
                      <SimulateDeskProvider>
                        <ChatsDeskProvider>
                          <ActionsProvider>
                            <SessionsProvider>
                              <Shell />
                            </SessionsProvider>
                          </ActionsProvider>
                        </ChatsDeskProvider>
                      </SimulateDeskProvider>
                    </ReplayReports>
                  </RepliesProvider>
                </CallbacksProvider>
              </PersonNamesProvider>
            </WorkbenchStateGate>
          </Announcer>
        </Toasts>
      </QueryClientProvider>
    </I18nProvider>
  )
}

/** The services are on this machine: being offline does not matter, and an answer stays true until an event says so. */
function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 60_000,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
