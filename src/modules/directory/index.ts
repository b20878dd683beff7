export { type Language, languageCodes, languageOf, wordsOf } from './languages/index.ts'
export { PublicPage } from './pages/public-page.tsx'
