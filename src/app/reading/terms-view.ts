import type { ContractTerms } from '#analytics/venues/contract-terms.ts';
import { utcFields } from '#base/calendar.ts';

/** One term of the contracts, in both markets' words. */
export interface TermsRow {
  readonly name: string;
  readonly a: string;
  readonly b: string;
  readonly differs: boolean;
}

const percent = (fraction: number): string => `${String(Number((fraction * 100).toPrecision(4)))} %`;

function feeWords({ example }: ContractTerms): string {
  const fees = example?.fees ?? null;
  if (fees === null) return 'not known';
  const cap = fees.premiumCap === null ? '' : `, at most ${percent(fees.premiumCap)} of the premium`;
  return `${percent(fees.taker)} of the underlying to take${cap}`;
}

function settlementWords({ settlementAverageMinutes, example }: ContractTerms): string {
  const at = example === null ? null : utcFields(example.expiry);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const time = at === null ? null : `${pad(at.hour)}:${pad(at.minute)} UTC`;
  if (settlementAverageMinutes === null)
    return `${time === null ? '' : `at ${time}; `}how it is averaged is not known`;
  return `average of the index over ${settlementAverageMinutes} min${time === null ? '' : ` before ${time}`}`;
}

const TERMS: readonly (readonly [name: string, words: (terms: ContractTerms) => string])[] = [
  [
    'Premium paid in',
    ({ example }) => {
      if (example === null) return 'not known';
      return example.premiumUnit === 'underlying' ? `coin, ${example.underlying}` : example.quoteCurrency;
    },
  ],
  ['Strikes and forward in', ({ example }) => example?.quoteCurrency ?? 'not known'],
  [
    'Contract size',
    ({ example }) => (example === null ? 'not known' : `${example.contractSize} of the underlying`),
  ],
  [
    'Price step',
    ({ example }) => {
      if (example === null) return 'not known';
      const { base, steps } = example.ticks;
      return [`${base}`, ...steps.map(({ above, tick }) => `${tick} from ${above}`)].join(', ');
    },
  ],
  ['Exercise', ({ example }) => example?.exercise ?? 'not known'],
  ['Fee', feeWords],
  ['Delivery', settlementWords],
];

/** What the contracts of the two markets are; null until both are known. */
export function termsRows(
  own: ContractTerms | null,
  other: ContractTerms | null,
): readonly TermsRow[] | null {
  if (own === null || other === null) return null;
  return TERMS.map(([name, words]) => {
    const [ours, theirs] = [words(own), words(other)];
    return { name, a: ours, b: theirs, differs: ours !== theirs };
  });
}
