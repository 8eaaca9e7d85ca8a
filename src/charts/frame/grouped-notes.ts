const mostListed = 6;

/** Each note once, with the labels it holds for; `everywhere` stands for all of them. */
export function groupedNotes(
  entries: readonly { readonly label: string; readonly note: string | null }[],
  everywhere: string,
): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { label, note } of entries)
    if (note !== null) groups.set(note, [...(groups.get(note) ?? []), label]);
  return [...groups].map(([note, labels]) =>
    labels.length === entries.length && labels.length > 1
      ? `${everywhere}: ${note}`
      : `${listed(labels)}: ${note}`,
  );
}

function listed(labels: readonly string[]): string {
  if (labels.length <= mostListed) return labels.join(', ');
  const first = labels.slice(0, mostListed - 2);
  return `${first.join(', ')} and ${labels.length - first.length} more`;
}
