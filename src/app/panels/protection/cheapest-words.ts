import type { PlanElsewhere } from '#analytics/protection/protection-study.ts';
import { DAYS_PER_YEAR } from '#base/time.ts';
import { daysInWords } from '#app/reading/expiry-words.ts';
import { money } from './bill-text.ts';

/** A cost a day is no comparison for what ends within a day. */
const SHORTEST_YEARS = 1 / DAYS_PER_YEAR;

/** Where the same plan costs least a day, in one sentence; empty where there is nothing to compare. */
export function cheapestWords({ everyExpiry, answer, quoteCurrency }: PlanElsewhere): string {
  const bills = everyExpiry.flatMap((one) =>
    one.answer.ok && one.years >= SHORTEST_YEARS ? [one.answer.value] : [],
  );
  const least = bills.toSorted((a, b) => a.total.perDay - b.total.perDay)[0];
  if (least === undefined || bills.length < 2) return '';
  const sum = (perDay: number): string =>
    `${money(Math.abs(perDay))} ${quoteCurrency}${perDay < 0 ? ' received' : ''}`;
  const own = answer.ok ? answer.value : null;
  if (own?.expiry === least.expiry && own.label === least.label) {
    return `No listed expiry is cheaper a day: ${sum(least.total.perDay)}.`;
  }
  const against = own === null ? '' : `, here ${sum(own.total.perDay)}`;
  return `Cheapest a day to ${least.label} (${daysInWords(least.years * DAYS_PER_YEAR)}): ${sum(least.total.perDay)}${against}.`;
}
