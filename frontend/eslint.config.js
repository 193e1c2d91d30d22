import vueI18n from '@intlify/eslint-plugin-vue-i18n'
import boundaries from 'eslint-plugin-boundaries'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import tseslint from 'typescript-eslint'

const shared = ['api', 'components', 'i18n', 'live', 'session', 'theme', 'scoring', 'lib']

const may = (from, ...to) => ({
  from: { element: { type: from } },
  allow: to.map((type) => ({ to: { element: { type } } })),
})
const ownFeature = { type: 'feature', captured: { feature: '{{ from.element.captured.feature }}' } }

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'src/api/schema.d.ts', 'screenshots/'] },
  ...tseslint.configs.strict,
  ...vue.configs['flat/strongly-recommended'],
  ...vueI18n.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    settings: {
      'vue-i18n': {
        localeDir: [
          { pattern: './src/i18n/locales/*.json', localeKey: 'file' },
          { pattern: './src/features/*/locales/*.json', localeKey: 'file' },
        ],
        messageSyntaxVersion: '^11.0.0',
      },
    },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    files: ['src/**/*.{ts,vue}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { project: './tsconfig.json' } },
      'boundaries/elements': [
        { type: 'feature', pattern: 'src/features/*', capture: ['feature'] },
        { type: 'router', pattern: 'src/router' },
        { type: 'shared', pattern: `src/(${shared.join('|')})` },
        { type: 'test', pattern: 'src/test' },
        { type: 'app', pattern: 'src' },
      ],
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            may('app', 'app', 'shared', 'router'),
            may('router', 'router', 'shared', 'feature'),
            may('feature', 'shared', 'test'),
            { from: { element: { type: 'feature' } }, allow: { to: { element: ownFeature } } },
            may('shared', 'shared', 'test'),
            may('test', 'shared', 'router', 'feature', 'app', 'test'),
          ],
        },
      ],
      'vue/no-v-html': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/max-attributes-per-line': 'off',
      'vue/require-default-prop': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['warn', { html: { void: 'always', normal: 'always', component: 'always' } }],
      'vue/multi-word-component-names': 'error',
      'max-lines': ['error', 250],
      'no-console': 'error',
      eqeqeq: 'error',
      '@intlify/vue-i18n/no-raw-text': [
        'error',
        { ignorePattern: '^[\\s\\d\\p{P}\\p{S}→←×·]*$', ignoreText: ['匠心', 'Jiangxin', '中文', 'English'] },
      ],
      '@intlify/vue-i18n/no-missing-keys': 'error',
      '@intlify/vue-i18n/no-missing-keys-in-other-locales': 'error',
      '@intlify/vue-i18n/no-v-html': 'error',
      '@intlify/vue-i18n/no-duplicate-keys-in-locale': 'error',
    },
  },
  {
    files: ['**/*.test.ts', 'src/test/**'],
    rules: { 'max-lines': ['error', 400], 'vue/one-component-per-file': 'off' },
  },
  {
    files: ['*.config.{js,ts}', 'scripts/*.mjs'],
    languageOptions: { globals: { ...globals.node } },
  },
)
