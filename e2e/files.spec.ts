import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { epochMs } from '#base/time.ts';
import { asFile, recordingText } from './support/recording-files.ts';
import { expect, test } from './support/smirk-test.ts';
import { standInVenue } from './support/stand-in-venue.ts';

const RECORDED = epochMs(Date.parse('2026-03-03T15:30:00Z'));
const recording = recordingText({ seed: 5, startedAt: RECORDED, frames: 4, everyMs: 6 * 3_600_000 });

test('opens a recording, plain or gzip, and replays it snapshot by snapshot', async ({ page, smirk }) => {
  await standInVenue(page);
  await smirk.open();
  await smirk.openFile(asFile('market.jsonl.gz', recording));
  await expect(smirk.status).toContainText('Replay · market.jsonl.gz');
  await expect(smirk.status).toContainText('2026-03-03');
  await expect(smirk.badge).toHaveText('Replay');
  const place = page.getByRole('slider', { name: 'Replay position' });
  await expect(place).toHaveAttribute('aria-valuetext', /1 of 4/);
  const first = await smirk.expiryTable();
  await page.getByRole('button', { name: 'Next snapshot' }).click();
  await expect(place).toHaveAttribute('aria-valuetext', /21:30:00 UTC, 2 of 4/);
  await expect.poll(async () => smirk.expiryTable()).not.toEqual(first);
  await page.getByRole('button', { name: 'Previous snapshot' }).click();
  await expect.poll(async () => smirk.expiryTable()).toEqual(first);
  await page.keyboard.press('>');
  await expect(page.getByRole('radio', { name: '10×' })).toBeChecked();
  await page.getByRole('radio', { name: 'Max' }).check();
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(place).toHaveAttribute('aria-valuetext', /4 of 4/);
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await smirk.openFile(asFile('plain.jsonl', recording));
  await expect(smirk.status).toContainText('Replay · plain.jsonl');
  await expect.poll(async () => smirk.expiryTable()).toEqual(first);
  await page.getByRole('button', { name: 'Close file' }).click();
  await expect(smirk.status).toContainText('Live');
});

test('takes a recording that is dropped on the page', async ({ page, smirk }) => {
  await standInVenue(page);
  await smirk.open();
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.jsonl'));
    return data;
  }, recording);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop a recording to open it')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(smirk.status).toContainText('Replay · dropped.jsonl');
  await expect(page.getByText('Drop a recording to open it')).toHaveCount(0);
});

test.describe('a file that cannot be opened leaves the market on screen and says why', () => {
  const zipped = gzipSync(recording);
  const refusals = [
    { file: asFile('holiday.jsonl', 'Dear diary,\nit rained.\n'), words: /holiday\.jsonl was not opened/ },
    {
      file: asFile('picture.gz', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4])),
      words: /was not opened/,
    },
    {
      file: asFile('cut.jsonl.gz', zipped.subarray(0, Math.floor(zipped.length / 2))),
      words: /cut\.jsonl\.gz was not opened: .*(cut off|damaged)/,
    },
    { file: asFile('empty.jsonl', ''), words: /empty\.jsonl was not opened: .*empty/i },
    {
      file: asFile(
        'future.jsonl',
        '{"format":"smirk-recording","version":99,"venue":"deribit","startedAt":1}\n',
      ),
      words: /future\.jsonl was not opened: .*version/,
    },
    {
      file: asFile('half.jsonl', recording.slice(0, recording.length - 40_000)),
      words: /half\.jsonl was not opened: .*[Ll]ine/,
    },
    {
      file: asFile('<script>alert(1)</script>.jsonl', 'nothing'),
      words: /<script>alert\(1\)<\/script>\.jsonl was not opened/,
    },
  ];
  for (const { file, words } of refusals) {
    test(file.name, async ({ page, smirk }) => {
      await standInVenue(page);
      await smirk.open();
      const rows = (await smirk.expiryTable()).length;
      await smirk.openFile(file);
      await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
      await expect(smirk.status).toContainText('Live');
      await expect(smirk.figures).toHaveCount(3);
      expect((await smirk.expiryTable()).length).toBe(rows);
      await page.getByRole('button', { name: 'Dismiss' }).click();
      await expect(page.getByText(words)).toHaveCount(0);
    });
  }
});

test('refuses a file of one gigabyte by its size, without reading it', async ({ page, smirk }) => {
  await standInVenue(page);
  await smirk.open();
  const wasRead = await page.evaluateHandle(() => {
    const reads = { count: 0 };
    const file = new File(['x'], 'huge.jsonl');
    Object.defineProperty(file, 'size', { value: 1_000_000_000 });
    for (const door of ['slice', 'stream', 'text', 'arrayBuffer', 'bytes'])
      Object.defineProperty(file, door, {
        value: () => {
          reads.count++;
          throw new Error('the file was read');
        },
      });
    const event = new Event('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files: [file] } });
    document.body.dispatchEvent(event);
    return reads;
  });
  await expect(
    page.getByRole('alert').filter({ hasText: /huge\.jsonl was not opened: .*1000 MB/ }),
  ).toBeVisible();
  expect(await wasRead.evaluate(({ count }) => count)).toBe(0);
  await expect(smirk.status).toContainText('Live');
});

test('shows markup inside a recording as plain text or not at all', async ({ page, smirk }) => {
  await standInVenue(page);
  await smirk.open();
  const evil = '<img src=x onerror=document.title=1><script>document.title=2</script>';
  const text = recordingText({
    seed: 5,
    startedAt: RECORDED,
    frames: 1,
    everyMs: 1,
    change: (body) => {
      const document = JSON.parse(body) as { result: Record<string, unknown>[] };
      const [first, second] = document.result;
      if (first) first['instrument_name'] = evil;
      if (second) second['underlying_index'] = evil;
      return JSON.stringify(document);
    },
  });
  await smirk.openFile(asFile('evil.jsonl', text));
  await expect(smirk.status).toContainText('Replay · evil.jsonl');
  await smirk.main.locator('summary').first().click();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  await expect(page).toHaveTitle(/evil|Smirk/);
});

test('saves what was received and opens it again to the same figures', async ({ page, smirk }) => {
  const venue = await standInVenue(page);
  await smirk.open();
  const live = await smirk.expiryTable();
  await page.clock.pauseAt(venue.now() + 500);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /Save recording/ }).click();
  const saved = await download;
  const name = saved.suggestedFilename();
  expect(name).toMatch(/^smirk-.*\.jsonl\.gz$/);
  const bytes = readFileSync(await saved.path());
  const plain = name.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString();
  const [header, ...messages] = plain
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(header).toMatchObject({ format: 'smirk-recording', version: 1, venue: 'deribit' });
  expect(messages.length).toBeGreaterThanOrEqual(1);
  expect(messages[0]).toMatchObject({ via: 'http' });
  expect(JSON.stringify(messages[0])).toContain('https://www.deribit.com/api/v2/public/');
  await page.clock.resume();
  await smirk.openFile(asFile(name, bytes));
  await expect(smirk.status).toContainText(`Replay · ${name}`);
  await expect.poll(async () => smirk.expiryTable()).toEqual(live);
});

test('never lets a recording of the sample market pass for data', async ({ page, smirk }) => {
  await standInVenue(page, { how: { kind: 'refuse-connection' } });
  await smirk.open('?market=sample');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /Save recording/ }).click();
  const saved = await download;
  await smirk.openFile(asFile(saved.suggestedFilename(), readFileSync(await saved.path())));
  await expect(smirk.badge).toContainText('Sample market');
  await expect(page.getByText(/no real prices/)).toBeVisible();
});
