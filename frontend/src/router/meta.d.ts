import 'vue-router'

declare module 'vue-router' {
  interface RouteMeta {
    /** Who may open the page; the server decides again at every call. Without it: staff. */
    access?: 'public' | 'device' | 'staff'
    /** Key of the text shown in the browser's tab. */
    title?: string
    /** The page must open without a network: the service worker is installed here. */
    offline?: boolean
  }
}

export {}
