/**
 * Roles that a table already has, said again: a table that is laid out as cards (`display: block`) loses its meaning
 * in Safari unless the roles are written out.
 */
export const tableRole = { role: 'table' } as const
export const groupRole = { role: 'rowgroup' } as const
export const rowRole = { role: 'row' } as const
export const cellRole = { role: 'cell' } as const
export const columnHeaderRole = { role: 'columnheader' } as const
export const rowHeaderRole = { role: 'rowheader' } as const
