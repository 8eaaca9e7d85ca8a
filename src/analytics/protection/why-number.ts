import { DAYS_PER_YEAR } from '#base/time.ts';
import type { PartId } from './bill-parts.ts';
import type { HedgeBill } from './hedge-bill.ts';
import type { LegBill, LegParts } from './leg-bill.ts';
import { deliveryTerms } from './leg-fees.ts';

/** One input of a formula, with its unit in plain words. */
export interface WhyInput {
  readonly symbol: string;
  readonly meaning: string;
  /** Null where it is not known. */
  readonly value: number | null;
  readonly unit: string;
}

/** How one number of a bill came about. */
export interface WhyNumber {
  readonly id: PartId | 'total' | 'contracts' | 'maximum-loss' | 'break-even';
  readonly name: string;
  /** In symbols, the same for every bill. */
  readonly formula: string;
  /** The formula with this bill's numbers in it. */
  readonly worked: string;
  readonly inputs: readonly WhyInput[];
  /** What was agreed on and could have been chosen otherwise. */
  readonly convention: string;
  /** Quote currency per unit held, contracts, or a fraction, as `unit` says. */
  readonly value: number | null;
  readonly unit: string;
}

/** How every number of a bill came about, in the order of its parts, then total, contracts, maximum loss and break-even. */
export function whyNumbers(bill: HedgeBill): readonly WhyNumber[] {
  return [
    ...bill.parts.map(({ id, amounts }) => whyPart(id, amounts?.perUnit ?? null, bill)),
    whyTotal(bill),
    whyContracts(bill),
    whyMaximumLoss(bill),
    whyBreakEven(bill),
  ];
}

/** What is said of a part whatever the bill. */
interface PartWords {
  readonly name: string;
  readonly formula: string;
  readonly convention: string;
}

const PARTS: Readonly<Record<PartId, PartWords>> = {
  'flat-atm': {
    name: 'Flat-ATM value',
    formula: 'Σ ±u·Black(F, K, σ_ATM, T)',
    convention:
      'Black-76 on the forward, ACT/365F, at the at-the-money-forward vol of the expiry: the price without skew.',
  },
  skew: {
    name: 'Skew surcharge',
    formula: 'Σ ±u·(Black(F, K, σ_mid, T) − Black(F, K, σ_ATM, T))',
    convention:
      'σ_mid is halfway between the vols of bid and ask, or the fitted smile’s where one side is missing.',
  },
  'half-spread': {
    name: 'Half-spread',
    formula: 'Σ u·|P_best − Black(F, K, σ_mid, T)|',
    convention: 'Best ask for what is bought, best bid for what is sold, against the price at the mid vol.',
  },
  slippage: {
    name: 'Slippage',
    formula: 'Σ u·|P_mean − P_best|',
    convention: 'The mean price of walking the book level by level; nothing is extrapolated beyond it.',
  },
  fee: {
    name: 'Fee',
    formula: 'Σ u·min(taker·F, cap·P), fill by fill',
    convention: 'Taker on every leg; coin fees are valued at the forward.',
  },
  delivery: {
    name: 'Delivery fee',
    formula: 'Σ u·E[min(d·S, cap·payout)]',
    convention:
      'Charged only on options that end in the money: its expected value on the fitted law, from option prices.',
  },
  basis: {
    name: 'Basis',
    formula: 'S − F',
    convention:
      'Spot given up for the forward; negative where the future is dearer than spot and selling it earns.',
  },
  funding: {
    name: 'Funding',
    formula: '−f·T·S',
    convention:
      'The rate given is taken to hold until the expiry; a short position receives a positive rate.',
  },
};

const LEG_PART: Readonly<Partial<Record<PartId, keyof LegParts>>> = {
  'flat-atm': 'flatAtm',
  skew: 'skew',
  'half-spread': 'halfSpread',
  slippage: 'slippage',
  fee: 'fee',
  delivery: 'delivery',
};

function whyPart(id: PartId, value: number | null, bill: HedgeBill): WhyNumber {
  const { name, formula, convention } = PARTS[id];
  return {
    id,
    name,
    formula,
    worked: value === null ? 'not known' : `${workedPart(id, bill)} = ${plain(value)}`,
    inputs: [...commonInputs(bill), ...bill.legs.flatMap((leg, index) => legInputs(id, leg, index, bill))],
    convention: `${convention}${id === 'fee' || id === 'delivery' ? ratesFrom(bill) : ''}`,
    value,
    unit: `${bill.quoteCurrency} per unit held`,
  };
}

/** Whose rates they are and of when; a user's own rate stands in the place of one of them. */
function ratesFrom({ legs }: HedgeBill): string {
  const source = legs[0]?.fees?.source;
  if (source === undefined) return '';
  const whose = source.perContract ? 'told with the contract' : 'of the base tier';
  return ` Rates ${whose}: ${source.name}, ${source.date}; a rate typed by hand stands in for the venue’s.`;
}

function workedPart(id: PartId, bill: HedgeBill): string {
  if (id === 'basis') return `${plain(bill.spot ?? 0)} − ${plain(bill.forward)}`;
  const key = LEG_PART[id];
  if (key === undefined || bill.legs.length === 0) return 'as quoted';
  return bill.legs.map((leg) => workedLeg(id, leg, leg.parts[key] ?? 0, bill)).join(' + ');
}

function workedLeg(id: PartId, leg: LegBill, part: number, bill: HedgeBill): string {
  const scale = bill.premiumUnit === 'underlying' ? leg.forward : 1;
  const [best, mean] = [leg.bestPrice * scale, leg.averagePrice * scale];
  const black = (vol: number | null): string =>
    `Black(${plain(leg.forward)}, ${plain(leg.strike)}, ${percent(vol)}, ${plain(bill.years * DAYS_PER_YEAR)} d, ${leg.right})`;
  const { taker = null, premiumCap = null, perTrade = 0 } = leg.fees ?? {};
  const { delivery, deliveryCap } = deliveryTerms(leg.fees);
  const ticket = perTrade === 0 ? '' : ` + ${plain(perTrade)}/${plain(leg.units)}`;
  const inside: Partial<Record<PartId, string>> = {
    'flat-atm': black(bill.atmVol),
    skew: `(${black(leg.midVol)} − ${black(bill.atmVol)})`,
    'half-spread': `|${plain(best)} − ${black(leg.midVol)}|`,
    slippage: `|${plain(mean)} − ${plain(best)}|`,
    fee: `min(${percent(taker)} × ${plain(leg.forward)}, ${percent(premiumCap)} × ${plain(mean)})${ticket}`,
    delivery: `E[min(${percent(delivery)} × S, ${percent(deliveryCap)} × payout)]`,
  };
  const sign = leg.side === 'sell' && (id === 'flat-atm' || id === 'skew') ? '−' : '';
  return `${sign}${plain(leg.units / bill.amount)} × ${inside[id] ?? ''} [${plain(part)}]`;
}

function commonInputs(bill: HedgeBill): readonly WhyInput[] {
  const { forward, spot, spotSource, years, atmVol, quoteCurrency, discount } = bill;
  return [
    { symbol: 'F', meaning: 'forward of the expiry', value: forward, unit: quoteCurrency },
    {
      symbol: 'S',
      meaning:
        spotSource === 'nearest-forward' ? 'spot: the nearest forward, as no index is known' : 'spot index',
      value: spot,
      unit: quoteCurrency,
    },
    { symbol: 'T', meaning: 'time to expiry, ACT/365F', value: years, unit: 'years' },
    { symbol: 'σ_ATM', meaning: 'at-the-money-forward vol', value: atmVol, unit: 'a year' },
    { symbol: 'df', meaning: 'discount factor to expiry', value: discount, unit: '' },
  ];
}

function legInputs(id: PartId, leg: LegBill, index: number, bill: HedgeBill): readonly WhyInput[] {
  const sub = bill.legs.length > 1 ? `_${index + 1}` : '';
  const premium = bill.premiumUnit === 'underlying' ? 'coin' : bill.quoteCurrency;
  const of = `of ${leg.instrument}, ${leg.side === 'buy' ? 'bought' : 'sold'}`;
  const input = (symbol: string, meaning: string, value: number | null, unit: string): WhyInput => ({
    symbol: `${symbol}${sub}`,
    meaning: `${meaning} ${of}`,
    value,
    unit,
  });
  const shared = [
    input('K', 'strike', leg.strike, bill.quoteCurrency),
    input('u', 'units traded per unit held', leg.units / bill.amount, ''),
  ];
  const own: Partial<Record<PartId, readonly WhyInput[]>> = {
    skew: [input('σ_mid', `mid vol (${leg.middle})`, leg.midVol, 'a year')],
    'half-spread': [
      input('σ_mid', `mid vol (${leg.middle})`, leg.midVol, 'a year'),
      input('P_best', 'best price', leg.bestPrice, premium),
    ],
    slippage: [
      input('P_best', 'best price', leg.bestPrice, premium),
      input('P_mean', `mean price (${leg.depth})`, leg.averagePrice, premium),
    ],
    fee: [
      input('taker', 'taker rate', leg.fees?.taker ?? null, ''),
      input('cap', 'cap on the premium', leg.fees?.premiumCap ?? null, ''),
      ...(leg.fees?.perTrade === undefined
        ? []
        : [input('t', 'charged on each trade besides', leg.fees.perTrade, bill.quoteCurrency)]),
    ],
    delivery: [
      input('d', 'delivery rate', leg.fees?.delivery ?? null, ''),
      input('cap', 'cap on the payout', deliveryTerms(leg.fees).deliveryCap, ''),
    ],
  };
  return [...shared, ...(own[id] ?? [])];
}

function whyTotal({ parts, total, quoteCurrency, unknown }: HedgeBill): WhyNumber {
  const known = parts.flatMap(({ amounts }) => (amounts === null ? [] : [plain(amounts.perUnit)]));
  return {
    id: 'total',
    name: 'Total',
    formula: 'sum of the parts',
    worked: `${known.join(' + ')} = ${plain(total.perUnit)}`,
    inputs: [],
    convention:
      unknown.length === 0
        ? 'Premiums, fees and the expected delivery fee; no interest on what is paid today.'
        : `Without ${unknown.join(', ')}, not known here.`,
    value: total.perUnit,
    unit: `${quoteCurrency} per unit held`,
  };
}

function whyContracts({ sizing, amount, premiumUnit }: HedgeBill): WhyNumber {
  const { rule, solved, contracts, coinPerUnit, lot, unitsLeft } = sizing;
  const left = rule === 'coins-left';
  const rounded = lot === null ? '' : `, rounded to ${plain(contracts)} by lots of ${plain(lot)}`;
  return {
    id: 'contracts',
    name: 'Contracts',
    formula: left ? 'n = N/(1 + c)' : 'n = N',
    worked: left
      ? `${plain(amount)}/(1 + ${plain(coinPerUnit ?? 0)}) = ${plain(solved)}${rounded}`
      : `${plain(solved)}${rounded}`,
    inputs: [
      { symbol: 'N', meaning: 'units held', value: amount, unit: '' },
      { symbol: 'c', meaning: 'paid for one unit of the hedge, all in', value: coinPerUnit, unit: 'coin' },
      { symbol: 'N − n·c', meaning: 'units left', value: unitsLeft, unit: '' },
    ],
    convention: left
      ? 'The premium is paid in coin from the holding: as many puts as coins are left keep the value below the strike the same at every price.'
      : premiumUnit === 'underlying'
        ? 'The premium in coin is bought with cash: every unit held is protected.'
        : 'The premium is paid in cash: every unit held is protected.',
    value: contracts,
    unit: 'contracts',
  };
}

function whyMaximumLoss({ maximumLoss, reference, amount }: HedgeBill): WhyNumber {
  const { share, at, quote } = maximumLoss;
  const value = amount * reference.price;
  return {
    id: 'maximum-loss',
    name: 'Maximum loss',
    formula: '(N·P₀ − min value(S))/(N·P₀)',
    worked: `(${plain(value)} − ${plain(value - quote)})/${plain(value)} = ${percent(share)}, at S = ${plain(at)}`,
    inputs: [
      { symbol: 'P₀', meaning: `reference: ${reference.is}`, value: reference.price, unit: '' },
      { symbol: 'S', meaning: 'settlement price of the largest loss', value: at, unit: '' },
    ],
    convention:
      'At expiry, the whole bill and the delivery fee at that price included, prices from nothing to ten times P₀.',
    value: share,
    unit: 'of the reference value',
  };
}

function whyBreakEven({ breakEvens, quoteCurrency }: HedgeBill): WhyNumber {
  return {
    id: 'break-even',
    name: 'Break-even',
    formula: 'S with value hedged = value unhedged',
    worked: breakEvens.length === 0 ? 'at no price' : breakEvens.map(plain).join(', '),
    inputs: [],
    convention: 'At expiry; coin spent on the premium counts as coin, cash as cash.',
    value: breakEvens[0] ?? null,
    unit: quoteCurrency,
  };
}

/** Eight significant digits, no trailing noughts. */
function plain(value: number): string {
  return String(Number(value.toPrecision(8)));
}

function percent(value: number | null): string {
  return value === null ? 'no limit' : `${plain(100 * value)} %`;
}
