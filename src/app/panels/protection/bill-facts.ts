import type { HedgeBill } from '#analytics/protection/hedge-bill.ts';
import type { PlanStudy } from '#analytics/protection/protection-study.ts';
import { numberText, signedText } from '#charts/number-text.ts';
import { daysInWords } from '#app/reading/expiry-words.ts';
import { money, percent } from './bill-text.ts';
import { sizingInWords } from './plan-words.ts';

/** A fact beside the bill. */
export interface BillFact {
  readonly name: string;
  readonly value: string;
  readonly note: string;
}

function premiumFact({ premium, quoteCurrency }: HedgeBill, coin: string): readonly BillFact[] {
  if (premium.coin === null) return [];
  const differ =
    premium.basis === null
      ? 'Valued at the forward, since no spot is known.'
      : `At spot it would fetch ${money(premium.atSpot)} ${quoteCurrency}; the ${money(Math.abs(premium.basis))} between are the forward’s basis, since a price in coin is an undiscounted price.`;
  return [
    {
      name: `Premium in ${coin}`,
      value: `${numberText(premium.coin, 4)} ${coin} = ${money(premium.atForward)} ${quoteCurrency}`,
      note: differ,
    },
  ];
}

function interpolatedFact({ interpolated, quoteCurrency }: HedgeBill, coin: string): readonly BillFact[] {
  if (interpolated === null) return [];
  return [
    {
      name: 'To the very date asked for',
      value: `${money(interpolated.perUnit)} ${quoteCurrency} per ${coin}`,
      note: `Fair value read off the surface, ${daysInWords(interpolated.days)}; nothing expires then, so that nobody quotes it. What is bought would still be worth ${money(interpolated.leftPerUnit)} then.`,
    },
  ];
}

function lossFacts(bill: HedgeBill): readonly BillFact[] {
  const { quoteCurrency, breakEvens, maximumLoss, reference, forward } = bill;
  return [
    {
      name: 'Largest loss, bill included',
      value: `${percent(maximumLoss.share, 1)} (${money(maximumLoss.quote)} ${quoteCurrency})`,
      note: `At expiry, against ${reference.is} ${money(reference.price)}; reached at ${money(maximumLoss.at)}.`,
    },
    {
      name: 'Break-even',
      value:
        breakEvens.length === 0 ? 'at no price' : `${breakEvens.map(money).join(' and ')} ${quoteCurrency}`,
      note: `Price at expiry at which the holding is worth the same with the hedge as without${bill.structure === 'zero-cost-collar' && breakEvens.length === 2 ? '; between the two the hedge neither costs nor pays' : ''}.`,
    },
    {
      name: 'Strikes',
      value: strikesInWords(bill),
      note: `Forward ${money(forward)}${strikeNotes(bill)}.`,
    },
  ];
}

const strikeText = (strike: number): string => numberText(strike, Number.isInteger(strike) ? 0 : 2);

/** Every strike with what is done there, the floor first. */
function strikesInWords({ legs }: HedgeBill): string {
  if (legs.length === 0) return 'none';
  const [floor, ...others] = legs.map(({ side, right, strike, units }) => {
    const times = units / (legs[0]?.units ?? units);
    const many =
      Math.abs(times - 1) < 0.005
        ? ''
        : `${numberText(times, Math.abs(times - Math.round(times)) < 0.005 ? 0 : 2)} × `;
    return `${many}${strikeText(strike)} ${right} ${side === 'buy' ? 'bought' : 'sold'}`;
  });
  return [floor, ...others].join(', ');
}

/** What the strikes beside the floor do to the holding. */
function strikeNotes({ legs, capStrike }: HedgeBill): string {
  const [floor] = legs;
  const lower = legs.find(({ side, right }) => side === 'sell' && right === 'put');
  if (floor !== undefined && lower !== undefined) {
    const times = lower.units / floor.units;
    const many = numberText(times, Math.abs(times - Math.round(times)) < 0.005 ? 0 : 2);
    const fast = many === '1' ? 'as fast as' : `${many} times as fast as`;
    return `; below ${strikeText(lower.strike)} the holding falls again, ${fast} without a hedge`;
  }
  if (capStrike === null) return '';
  const calls = legs.filter(({ right }) => right === 'call').map(({ strike }) => strikeText(strike));
  return calls.length > 1
    ? `; gains slow at ${calls[0] ?? ''} and stop at ${calls.at(-1) ?? ''}`
    : `; gains stop at ${strikeText(capStrike)}`;
}

function timeFacts({ amortisation, quoteCurrency }: HedgeBill): readonly BillFact[] {
  const { annualRolls, annualSimple, perDayPerPercent, firstDay, straightLine } = amortisation;
  const each =
    perDayPerPercent === null ? '' : ` ${money(perDayPerPercent)} a day for each percent that it can pay.`;
  return [
    {
      name: 'Per day',
      value: `${money(straightLine)} ${quoteCurrency} straight-line, ${money(firstDay)} the first day`,
      note: `The first day is what time alone takes off the value${firstDay < 0 ? '; below nothing it adds, since what was sold decays faster' : ''}.${each}`,
    },
    {
      name: 'Per year',
      value: `${percent(annualSimple, 1)} scaled, ${percent(annualRolls.share, 1)} in ${annualRolls.rolls} rolls`,
      note: 'Scaled by time; and as whole purchases at today’s price, each with its own fees.',
    },
  ];
}

function greeksFact({ greeks, quoteCurrency }: HedgeBill, coin: string): BillFact {
  const { delta, gammaPerPercent, vegaPerPoint, thetaPerDay, deltaStickyDelta } = greeks;
  return {
    name: 'Greeks of the hedge',
    value: `Δ ${signedText(delta, 2)} ${coin}, Γ ${signedText(gammaPerPercent, 3)} per 1 %, vega ${money(vegaPerPoint)} ${quoteCurrency} a vol point, Θ ${money(thetaPerDay)} ${quoteCurrency} a day`,
    note: `Each strike keeping its vol; with each delta keeping its vol Δ is ${signedText(deltaStickyDelta, 2)}.`,
  };
}

/** What trading a package in one order would save; where that is not known, so much is said. */
function comboFact({ comboSaving, quoteCurrency, legs }: HedgeBill): readonly BillFact[] {
  if (legs.length < 2) return [];
  if (comboSaving === null) {
    const reduced = legs[0]?.fees?.comboReduced;
    const said =
      reduced === undefined
        ? 'Whether the venue charges less for a package is not known.'
        : `The venue charges the cheaper direction of a package less (${reduced}), by how much is not known.`;
    return [
      {
        name: 'As one combination',
        value: 'saving not known',
        note: `${said} Here each leg pays its whole fee.`,
      },
    ];
  }
  return [
    {
      name: 'As one combination',
      value: `${money(comboSaving)} ${quoteCurrency} less in fees`,
      note: 'Not taken off the bill, since the legs are walked one by one.',
    },
  ];
}

function programmeFact({ programme, answer }: PlanStudy): readonly BillFact[] {
  if (programme === null || !answer.ok) return [];
  const { rolls, perRoll, total } = programme;
  return [
    {
      name: 'The whole programme',
      value: `${rolls} rolls, ${money(total)} ${answer.value.quoteCurrency}`,
      note: `If every roll cost what the first costs today, ${money(perRoll)}.`,
    },
  ];
}

/** What a bill means beside its parts: loss, break-even, sizes, time, sensitivities. */
export function billFacts(study: PlanStudy, bill: HedgeBill, coin: string): readonly BillFact[] {
  return [
    ...lossFacts(bill),
    { name: 'Contracts', value: numberText(bill.sizing.contracts, 2), note: sizingInWords(bill, coin) },
    ...premiumFact(bill, coin),
    ...interpolatedFact(bill, coin),
    ...programmeFact(study),
    ...timeFacts(bill),
    greeksFact(bill, coin),
    ...comboFact(bill),
  ];
}
