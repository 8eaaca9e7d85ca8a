import { parseArgs } from 'node:util';
import { type Result, err, ok } from '#base/result.ts';
import { PLAN_GRAMMAR } from '#analytics/protection/plan-text.ts';
import type { DeltaConvention } from '#analytics/report.ts';

export const USAGE =
  'usage: npm run --silent report -- FILE [--underlying BTC] [--format json|table|csv] [--delta forward|premium-adjusted] [--protect "PLAN"]; --help tells more';

const FORMATS = ['json', 'table', 'csv'] as const;
const DELTAS = ['forward', 'premium-adjusted'] as const;

/** What `--help` prints. */
export const HELP = `${USAGE}

Prints the analysis of the last complete snapshot in a recording or a venue's file.

  --protect PLAN   prints the bill of a plan of protection instead, in the same three formats:
  ${PLAN_GRAMMAR}

  npm run --silent report -- day.jsonl.gz --protect "10 BTC floor 85% 30d"
  npm run --silent report -- day.jsonl.gz --protect "25 BTC put spread 90%/75% 31JUL26" --format csv
  npm run --silent report -- month.jsonl.gz --protect "10 BTC floor 90% rolled weekly" also rolls it through the whole file
`;

export type ReportFormat = (typeof FORMATS)[number];

export interface ReportArguments {
  readonly file: string;
  /** Null asks for the first underlying of the file. */
  readonly underlying: string | null;
  readonly format: ReportFormat;
  readonly delta: DeltaConvention;
  /** A plan of protection in words; null prints the report of the market. */
  readonly protect: string | null;
}

/** Reads the command line; the error is one line for the person who typed it. */
export function readReportArguments(args: readonly string[]): Result<ReportArguments | 'help', string> {
  const parsed = parse(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help === true) return ok('help');
  const [file, ...more] = positionals;
  if (file === undefined || file === '') return err(`no file named; ${USAGE}`);
  if (more.length > 0) return err(`one file at a time, was ${positionals.length}; ${USAGE}`);
  const format = oneOf('--format', values.format ?? 'table', FORMATS);
  if (!format.ok) return format;
  const delta = oneOf('--delta', values.delta ?? 'forward', DELTAS);
  if (!delta.ok) return delta;
  const empty = (['underlying', 'protect'] as const).find((flag) => values[flag] === '');
  if (empty !== undefined) return err(`--${empty} was empty`);
  return ok({
    file,
    underlying: values.underlying ?? null,
    format: format.value,
    delta: delta.value,
    protect: values.protect ?? null,
  });
}

interface Parsed {
  readonly values: {
    readonly underlying?: string;
    readonly format?: string;
    readonly delta?: string;
    readonly protect?: string;
    readonly help?: boolean;
  };
  readonly positionals: readonly string[];
}

function parse(args: readonly string[]): Result<Parsed, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        underlying: { type: 'string' },
        format: { type: 'string' },
        delta: { type: 'string' },
        protect: { type: 'string' },
        help: { type: 'boolean' },
      },
      allowPositionals: true,
      strict: true,
    });
    return ok({ values, positionals });
  } catch (error) {
    const [line = 'unreadable arguments'] = error instanceof Error ? error.message.split('\n') : [];
    return err(`${line}; ${USAGE}`);
  }
}

function oneOf<T extends string>(flag: string, text: string, choices: readonly T[]): Result<T, string> {
  const choice = choices.find((word) => word === text);
  return choice === undefined
    ? err(`${flag} was ${JSON.stringify(text)}, known are ${choices.join(', ')}`)
    : ok(choice);
}
