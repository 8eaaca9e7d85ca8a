import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { asFile, type PickedFile } from './recording-files.ts';

/** One message of a recording. */
export interface SavedMessage {
  readonly at: number;
  readonly via: 'http' | 'ws';
  readonly request: string;
  readonly body: string;
}

/** What "Save recording" gave: the file as it can be opened again, and the messages in it. */
export interface SavedRecording {
  readonly file: PickedFile;
  readonly messages: readonly SavedMessage[];
}

/** Saves the recording of the session as a person does. */
export async function saveRecording(page: Page): Promise<SavedRecording> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /Save recording/ }).click();
  const saved = await download;
  const bytes = readFileSync(await saved.path());
  const [, ...lines] = gunzipSync(bytes).toString().trim().split('\n');
  return {
    file: asFile(saved.suggestedFilename(), bytes),
    messages: lines.map((line) => JSON.parse(line) as SavedMessage),
  };
}
