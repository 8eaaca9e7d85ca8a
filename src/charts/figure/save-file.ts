/** Hands a file to the browser's downloads. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `smirk-smile-2026-07-08-03-47-35-utc.svg`: letters, digits and dashes only, whatever the words hold. */
export function fileName(words: readonly string[], extension: string): string {
  const slug = ['smirk', ...words]
    .join(' ')
    .toLowerCase()
    .replaceAll('δ', 'd')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${slug.slice(0, 120)}.${extension}`;
}
