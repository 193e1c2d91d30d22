import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import RootView from './RootView.vue'
import { installI18n } from './i18n'
import { installRouter } from './router'
import { ensureChineseFont } from './theme/chineseFont'
import './theme/theme.css'
import './theme/base.css'

async function start(): Promise<void> {
  const app = createApp(RootView)
  app.use(createPinia())
  app.use(PiniaColada, { queryOptions: { staleTime: 5_000 } })
  await installI18n(app)
  installRouter(app)
  app.mount('#app')
  await ensureChineseFont()
}

void start()
