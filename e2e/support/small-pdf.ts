/** The smallest document that a reader opens: one empty page. */
export function aDischargeLetter(): { name: string; mimeType: string; buffer: Buffer } {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, position) => {
    const place = text.length
    text += `${position + 1} 0 obj\n${object}\nendobj\n`
    return String(place).padStart(10, '0')
  })
  const table = text.length
  const rows = ['0000000000 65535 f ', ...places.map((place) => `${place} 00000 n `)]
  text += `xref\n0 ${rows.length}\n${rows.join('\n')}\ntrailer\n<< /Size ${rows.length} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return { name: 'ontslagbrief.pdf', mimeType: 'application/pdf', buffer: Buffer.from(text, 'latin1') }
}
