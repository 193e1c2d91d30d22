import { fileURLToPath, URL } from 'node:url'
import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import elementPlus from 'unplugin-element-plus/vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'

const backend = process.env.JX_BACKEND ?? 'http://127.0.0.1:8000'
const isTest = process.env.VITEST === 'true'

export default defineConfig({
  base: '/',
  plugins: [
    vue(),
    // Messages are compiled at build time: the pages' CSP forbids eval, and the compiler is not shipped.
    vueI18n({
      include: fileURLToPath(new URL('./src/**/locales/*.json', import.meta.url)),
      runtimeOnly: !isTest,
      fullInstall: false,
      strictMessage: true,
    }),
    elementPlus({}),
    VitePWA({
      registerType: 'prompt',
      injectRegister: null,
      includeManifestIcons: false,
      manifest: {
        name: '匠心 Jiangxin',
        short_name: '匠心',
        description: '劳动和技能竞赛与职业技能评价 · Skills competitions and vocational assessment',
        lang: 'zh-CN',
        start_url: '/',
        display: 'standalone',
        background_color: '#f7f3ec',
        theme_color: '#f7f3ec',
        icons: [
          { src: '/icons/seal.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icons/seal-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/seal-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/seal-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['index.html', 'assets/*.{js,css}', 'icons/seal.svg'],
        globIgnores: ['**/charts-*', '**/chineseFontFaces-*'],
        navigateFallback: '/index.html',
        // Answers of the server are never kept: a stale mark or session is worse than none.
        navigateFallbackDenylist: [/^\/(api|ws|_allauth|admin|healthz|static|media)(\/|$)/],
        cleanupOutdatedCaches: true,
        runtimeCaching: [],
      },
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'dist',
    assetsDir: 'assets',
    manifest: true,
    target: ['es2022', 'chrome107', 'safari16', 'firefox110'],
    assetsInlineLimit: 0,
  },
  server: {
    host: '127.0.0.1',
    // The console hands out the workbooks of ../examples.
    fs: { allow: ['..'] },
    proxy: {
      '/api': backend,
      '/_allauth': backend,
      '/admin': backend,
      '/static': backend,
      '/healthz': backend,
      '/ws': { target: backend, ws: true },
    },
  },
  // The policy that Django sends, so that a preview fails where the real site would.
  preview: {
    host: '127.0.0.1',
    headers: {
      'Content-Security-Policy':
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
        "font-src 'self'; connect-src 'self'; frame-ancestors 'none'",
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['./src/test/setup.ts'],
    restoreMocks: true,
    testTimeout: 20_000,
    server: { deps: { inline: ['element-plus'] } },
    css: false,
  },
})
