import type { FigureText } from '#charts/figure/figure-text.ts';
import { numberText, signedText } from '#charts/number-text.ts';
import type { RiskReversalModel } from '#charts/risk-reversal/risk-reversal-model.ts';
import type { SmileModel } from '#charts/smile/smile-model.ts';
import type { TermModel } from '#charts/term/term-model.ts';
import { daysInWords } from '#app/reading/expiry-words.ts';

/** The words around the three pictures. */
export interface FigureWords {
  readonly smile: FigureText;
  readonly riskReversal: FigureText;
  readonly term: FigureText;
}

function smileSummary({ curves }: SmileModel): string {
  const fitted = curves.filter(({ fit }) => fit.length > 0);
  const names = fitted.map(({ label, quotes }) => `${label} on ${quotes.length} quotes`);
  return names.length === 0
    ? 'No smile could be fitted.'
    : `Implied vol by strike, with a fitted curve for ${names.join(', ')}.`;
}

function riskReversalSummary({ points, decimals }: RiskReversalModel): string {
  const known = points.flatMap(({ label, days, value }) => (value === null ? [] : [{ label, days, value }]));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return 'No risk reversal is known.';
  const text = ({ label, days, value }: typeof first): string =>
    `${signedText(value, decimals)} vol points at ${label} (${daysInWords(days)})`;
  return first === last ? `${text(first)}.` : `From ${text(first)} to ${text(last)}.`;
}

function termSummary({ points, decimals }: TermModel): string {
  const known = points.flatMap(({ label, days, atm }) => (atm === null ? [] : [{ label, days, atm }]));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return 'No at-the-money vol is known.';
  const slope = last.atm > first.atm ? 'rises' : 'falls';
  const text = ({ label, days, atm }: typeof first): string =>
    `${numberText(atm, decimals)} % at ${label} (${daysInWords(days)})`;
  return first === last
    ? `At-the-money vol is ${text(first)}.`
    : `At-the-money vol ${slope} from ${text(first)} to ${text(last)}.`;
}

export function figureWords(models: {
  readonly smile: SmileModel;
  readonly riskReversal: RiskReversalModel;
  readonly term: TermModel;
}): FigureWords {
  return {
    smile: {
      title: 'Smile',
      howToRead: 'Bid to ask, and the fit; dashed beyond the quotes',
      summary: smileSummary(models.smile),
    },
    riskReversal: {
      title: '25Δ risk reversal',
      howToRead: 'Call minus put vol, bid to ask',
      summary: riskReversalSummary(models.riskReversal),
    },
    term: {
      title: 'Term structure',
      howToRead: `ATM ${models.term.atmLabel}, with 25Δ puts and calls`,
      summary: termSummary(models.term),
    },
  };
}
