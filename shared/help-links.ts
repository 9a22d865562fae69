/** Where help is, as the desktop menu and the page's commands both offer it; `id` is that of the command. */
export const helpLinks = {
  documentation: {
    id: 'help.messages-api-documentation',
    menuLabel: 'Messages API Documentation',
    url: 'https://developer.vonage.com/en/messages/overview',
  },
  dashboard: {
    id: 'help.dashboard',
    menuLabel: 'Vonage Dashboard',
    url: 'https://dashboard.vonage.com/applications',
  },
} as const
