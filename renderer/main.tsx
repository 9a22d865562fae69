import './zod-without-eval.ts'
import './theme/tokens.css'
import './theme/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { openWorkbenchLink, WorkbenchProvider } from './bridge/workbench-client.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element #root.')

createRoot(root).render(
  <StrictMode>
    <WorkbenchProvider link={openWorkbenchLink()}>
      <App />
    </WorkbenchProvider>
  </StrictMode>,
)
