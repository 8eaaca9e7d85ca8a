/** One thing that can be done, by the words that a person would look for. */
export interface Command {
  readonly id: string;
  /** `Go to`, `Underlying`: what kind of thing it is. */
  readonly group: string;
  readonly name: string;
  /** The key that does the same; null where there is none. */
  readonly key: string | null;
  readonly run: () => void;
}

const words = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}%]+/u)
    .filter(Boolean);

/**
 * Commands whose group and name hold every typed word, as a beginning of one of theirs; those whose name begins with
 * what was typed come first. Nothing typed gives all.
 */
export function matchCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const wanted = words(typed);
  const found = commands.filter(({ group, name }) => {
    const own = words(`${group} ${name}`);
    return wanted.every((word) => own.some((candidate) => candidate.startsWith(word)));
  });
  const [first] = wanted;
  const begins = ({ name }: Command): boolean =>
    first !== undefined && (words(name)[0] ?? '').startsWith(first);
  return [...found.filter(begins), ...found.filter((command) => !begins(command))];
}
