import { PiniaColada } from '@pinia/colada'
import { mount, type ComponentMountingOptions } from '@vue/test-utils'
import { createPinia } from 'pinia'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter, type RouteRecordRaw } from 'vue-router'
import { i18n, setLanguage } from '@/i18n'
import type { Language } from '@/i18n/languages'

// Loaded while the file is imported, so that no test's clock runs meanwhile.
await setLanguage('en')
await setLanguage('zh-CN')

const anywhere: RouteRecordRaw = { path: '/:rest(.*)*', component: { template: '<div />' } }

interface Options {
  language?: Language
  path?: string
  routes?: RouteRecordRaw[]
  props?: Record<string, unknown>
  slots?: ComponentMountingOptions<Component>['slots']
  attachTo?: Element
}

/** Mounts with the real texts, a router and a fresh store: what a person would see in that language. */
export async function mountPage(component: Component, options: Options = {}) {
  const { language = 'zh-CN', path = '/', routes = [anywhere], props, slots, attachTo } = options
  await setLanguage(language)
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(path)
  const pinia = createPinia()
  const wrapper = mount(component, {
    props: props ?? {},
    slots: slots ?? {},
    ...(attachTo === undefined ? {} : { attachTo }),
    global: { plugins: [pinia, PiniaColada, i18n, router] },
  })
  return { wrapper, router, pinia }
}
