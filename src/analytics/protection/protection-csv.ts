import type { ProtectionReport } from './protection-report.ts';

type Field = string | number | null;
type Row = readonly [section: string, item: string, value: Field, unit: string, note?: string];

/**
 * A protection report as CSV (RFC 4180) of five columns: section, item, value, unit, note. Decimals as in the report, times
 * in ms UTC, an empty value where nothing is known.
 */
export function protectionCsv(report: ProtectionReport): string {
  const rows: readonly Row[] = [
    ...inputRows(report),
    ...report.conventions.map((line, index): Row => ['convention', String(index + 1), null, '', line]),
    ...billRows(report),
    ...legRows(report),
    ...expiryRows(report),
  ];
  const lines = rows.map(([section, item, value, unit, note = '']) =>
    [section, item, value, unit, note].map(field).join(','),
  );
  return ['section,item,value,unit,note', ...lines, ''].join('\n');
}

function inputRows({
  venue,
  underlying,
  asOf,
  spot,
  spotSource,
  plan,
  failure,
}: ProtectionReport): readonly Row[] {
  return [
    ['input', 'venue', venue, ''],
    ['input', 'underlying', underlying, ''],
    ['input', 'asOf', asOf, 'ms UTC'],
    ['input', 'spot', spot, 'quote currency', spotSource ?? ''],
    ['input', 'amount', plan.amount, 'units held'],
    ['input', 'entry', plan.entry, 'quote currency'],
    ['input', 'floor', JSON.stringify(plan.floor), ''],
    ['input', 'horizon', JSON.stringify(plan.horizon), ''],
    ['input', 'structure', JSON.stringify(plan.structure), ''],
    ['input', 'funding', plan.funding, ''],
    ['input', 'fees', plan.fees === null ? 'venue' : JSON.stringify(plan.fees), ''],
    ...(failure === null
      ? []
      : [['bill', 'no bill', failure.fillable, 'share on offer', failure.reason] as const]),
  ];
}

function billRows({ bill, why }: ProtectionReport): readonly Row[] {
  if (bill === null) return [];
  const { quoteCurrency: money, total, maximumLoss, sizing } = bill;
  const unitOf = `${money} per unit held`;
  const worked = new Map<string, string>(why.map(({ id, worked: text }) => [id, text]));
  return [
    ...bill.parts.map(({ id, amounts }): Row => [
      'part',
      id,
      amounts?.perUnit ?? null,
      unitOf,
      worked.get(id) ?? '',
    ]),
    ['bill', 'total', total.perUnit, unitOf, worked.get('total') ?? ''],
    ['bill', 'total', total.quote, `${money} for the holding`],
    ['bill', 'total', total.coin, 'coin for the holding'],
    ['bill', 'total', total.share, 'of the holding'],
    ['bill', 'total', total.vols, 'vol, decimal'],
    ['bill', 'total', total.perDay, `${money} a day`],
    ['bill', 'skewShare', bill.skewShare, 'of the total'],
    ['bill', 'executionShare', bill.executionShare, 'of the total', bill.verdict],
    ['bill', 'expiry', bill.expiry, 'ms UTC', bill.label],
    ['bill', 'forward', bill.forward, money],
    ['bill', 'atmVol', bill.atmVol, 'decimal'],
    ['bill', 'floorStrike', bill.floorStrike, money],
    ['bill', 'capStrike', bill.capStrike, money],
    ['bill', 'contracts', sizing.contracts, 'contracts', worked.get('contracts') ?? ''],
    ['bill', 'premium', bill.premium.coin, 'coin'],
    ['bill', 'premium', bill.premium.atForward, `${money} at the forward`],
    ['bill', 'premium', bill.premium.atSpot, `${money} at spot`],
    ['bill', 'maximumLoss', maximumLoss.share, 'of the reference value', worked.get('maximum-loss') ?? ''],
    ...bill.breakEvens.map((price): Row => ['bill', 'breakEven', price, money]),
    ['bill', 'annualSimple', bill.amortisation.annualSimple, 'of the holding a year'],
    [
      'bill',
      'annualRolls',
      bill.amortisation.annualRolls.share,
      'of the holding a year',
      `${bill.amortisation.annualRolls.rolls} rolls`,
    ],
  ];
}

function legRows({ bill }: ProtectionReport): readonly Row[] {
  return (bill?.legs ?? []).flatMap((leg): readonly Row[] => {
    const item = `${leg.side} ${leg.instrument}`;
    return [
      ['leg', item, leg.contracts, 'contracts', leg.depth],
      ['leg', item, leg.bestPrice, 'best price, premium units'],
      ['leg', item, leg.averagePrice, 'mean price, premium units'],
      ['leg', item, leg.midVol, 'mid vol, decimal', leg.middle],
      ['leg', item, leg.slippage.vols, 'slippage, vol decimal'],
      ['leg', item, leg.sizeWithinVolPoint, 'contracts within one vol point'],
    ];
  });
}

function expiryRows({ everyExpiry, bill }: ProtectionReport): readonly Row[] {
  const money = bill?.quoteCurrency ?? 'quote currency';
  return everyExpiry.flatMap(({ label, strike, cost, reason }): readonly Row[] => [
    [
      'expiry',
      label,
      cost?.perUnit ?? null,
      `${money} per unit held`,
      reason ?? `strike ${strike ?? 'none'}`,
    ],
    ['expiry', label, cost?.perDay ?? null, `${money} a day`, reason ?? ''],
  ]);
}

function field(value: Field): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
