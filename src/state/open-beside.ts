import type { AppContext } from './app-context.ts';
import { readChosenFile } from './open-file.ts';

/** Opens a second file to compare the market on screen with, in the place of one that was open. */
export async function openBeside(
  app: Pick<AppContext, 'session' | 'selection' | 'doors'>,
  file: File,
): Promise<void> {
  const beside = await readChosenFile(app, file, new AbortController());
  if (beside === null) return;
  app.session.getState().beside?.close();
  app.session.setState({ beside });
  app.selection.setState({ compare: { kind: 'file' } });
}
