import { runReport } from './run-report.ts';

const BAD_INPUT = 2;

// A reader that has seen enough (`| head`) closes the pipe; that is no failure of the report.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const printed = await runReport(process.argv.slice(2), (line) => process.stderr.write(`report: ${line}\n`));
if (printed.ok) process.stdout.write(printed.value);
else {
  process.stderr.write(`report: ${printed.error}\n`);
  process.exitCode = BAD_INPUT;
}
