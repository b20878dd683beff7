import type { Routes } from '#platform/http/house.ts'

export const routes: Routes = () => undefined
