import { expect, it } from 'vitest';
import { readPlan } from '#analytics/protection/plan-text.ts';
import { studyPlan } from '#analytics/protection/protection-study.ts';
import { workedExampleMarket } from '#analytics/testing/worked-example-market.ts';
import { readPlanCode, withAmount } from '#state/plan-form.ts';
import { planWords } from '#state/plan-in-words.ts';
import { billView } from './bill-view.ts';

const market = workedExampleMarket('underlying');

/** The link that the page writes for the plan, read as the page reads it and answered as its worker does. */
function shownFor(link: string) {
  const form = readPlanCode(link);
  if (form === null) throw new Error(`${link} is no plan`);
  const read = readPlan(planWords(withAmount(form, 10)), market.asOf);
  if (!read.ok) throw new Error(read.error);
  const view = billView(studyPlan(market, read.value.plan));
  if (view.kind === 'none') throw new Error(view.sentence);
  return view;
}

it('shows the worked example of a bill, from its link to its words and figures', () => {
  const { sentence, basis, rows, facts } = shownFor('25~forward~85~30d~put~~~cash');
  const plain = (text: string): string => text.replaceAll('\u202f', '');
  expect(plain(sentence)).toMatch(
    /^A floor at 85 % of the forward to .* \(30 days\) costs 1\.59 % of the holding: 39706 USD for 25 BTC, 35 % of it skew, 12 % execution\.$/,
  );
  expect(basis).toContain(
    'Size walked through the order book. Without delivery fee, which the venue does not say.',
  );
  const shown = rows.map(({ label, cells }) => {
    const [perUnit, inAll, , share, vols, perDay] = cells.map(plain);
    return [label, perUnit, inAll, share, vols, perDay];
  });
  expect(shown).toEqual([
    ['Flat-ATM value', '847', '21163', '0.85 %', '12.78', '705'],
    ['Skew surcharge', '550', '13738', '0.55 %', '8.30', '458'],
    ['Half-spread', '100', '2512', '0.10 %', '1.52', '83.73'],
    ['Slippage', '61.74', '1543', '0.06 %', '0.93', '51.45'],
    ['Fee', '30.00', '750', '0.03 %', '0.45', '25.00'],
    ['Delivery fee, expected', 'not known', '', '', '', ''],
    ['All in', '1588', '39706', '1.59 %', '23.98', '1324'],
  ]);
  const even = facts.find(({ name }) => name === 'Break-even');
  expect(plain(even?.value ?? '')).toBe('83412 USD');
});
