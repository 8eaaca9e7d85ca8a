import type { HedgeBill } from '#analytics/protection/hedge-bill.ts';
import type { ProtectionReport } from '#analytics/protection/protection-report.ts';
import { expiryLabel, utcFields } from '#base/calendar.ts';
import { DAYS_PER_YEAR, type EpochMs } from '#base/time.ts';
import { type TextColumn, alignedTable } from './aligned-table.ts';

const MISSING = '–';

/** A bill as text for a person: what was asked, the parts, the legs, what follows, every expiry, why and by what convention. */
export function protectionTable(report: ProtectionReport): string {
  const { bill, failure } = report;
  const body =
    bill === null
      ? [`no bill: ${failure?.reason ?? 'unknown'}${failureWords(report)}`]
      : [...billLines(bill), '', ...whyLines(report)];
  return [heading(report), '', ...body, '', everyExpiry(report), '', ...report.conventions, ''].join('\n');
}

function failureWords({ failure }: ProtectionReport): string {
  if (failure === null) return '';
  const facts = [
    failure.instrument,
    failure.fillable === null ? null : `${percent(failure.fillable)} of the size is offered`,
    failure.reachable === null ? null : `the smallest loss that can be had is ${percent(failure.reachable)}`,
  ].filter((fact) => fact !== null);
  return facts.length === 0 ? '' : ` (${facts.join(', ')})`;
}

function heading({ venue, underlying, asOf, spot, spotSource, plan }: ProtectionReport): string {
  const facts = [
    `${venue} ${underlying}, ${utcText(asOf)}`,
    spot === null
      ? 'spot not known'
      : `${spotSource === 'index' ? 'index' : 'spot (nearest forward)'} ${figure(spot)}`,
    `${figure(plan.amount)} held`,
    plan.structure.kind,
  ];
  return facts.join(' · ');
}

function billLines(bill: HedgeBill): readonly string[] {
  const { quoteCurrency, total, maximumLoss, sizing, amortisation, premium } = bill;
  const cap = bill.capStrike === null ? '' : `, cap ${figure(bill.capStrike)}`;
  const floor = bill.floorStrike === null ? '' : ` · floor ${figure(bill.floorStrike)}${cap}`;
  return [
    `${bill.label} (${(bill.years * DAYS_PER_YEAR).toFixed(2)} days) · forward ${figure(bill.forward)}${floor}`,
    `${figure(sizing.contracts)} contracts (${sizing.rule}, solved ${figure(sizing.solved)})`,
    '',
    alignedTable(partColumns(bill)),
    '',
    ...(bill.legs.length > 0 ? [alignedTable(legColumns(bill)), ''] : []),
    `skew ${percent(bill.skewShare)}, execution ${percent(bill.executionShare)} of the total (${bill.verdict})`,
    `largest loss ${percent(maximumLoss.share)} of ${bill.reference.is} ${figure(bill.reference.price)}, at ${figure(maximumLoss.at)}; break-even ${bill.breakEvens.map(figure).join(', ') || 'at no price'}`,
    `a year: ${percent(amortisation.annualSimple)} by simple scaling, ${percent(amortisation.annualRolls.share)} in ${amortisation.annualRolls.rolls} whole rolls`,
    ...(premium.coin === null
      ? []
      : [
          `premium ${figure(premium.coin)} coin: ${figure(premium.atForward)} ${quoteCurrency} at the forward, ${figure(premium.atSpot)} at spot`,
        ]),
    ...(bill.interpolated === null
      ? []
      : [
          `to ${dateText(bill.interpolated.at)} itself nothing expires: interpolated ${figure(bill.interpolated.perUnit)} ${quoteCurrency} per unit held, not tradable; what is bought would then still be worth ${figure(bill.interpolated.leftPerUnit)}`,
        ]),
    ...(bill.unknown.length > 0 ? [`not known and not in the total: ${bill.unknown.join(', ')}`] : []),
    `total ${figure(total.quote)} ${quoteCurrency}`,
  ];
}

function partColumns({ parts, total, quoteCurrency }: HedgeBill): readonly TextColumn[] {
  const rows = [
    ...parts.map(({ id, amounts }) => ({ name: id as string, amounts })),
    { name: 'total', amounts: total },
  ];
  const column = (title: string, unit: string, cell: (row: (typeof rows)[number]) => string): TextColumn => ({
    title,
    unit,
    align: 'right',
    cells: rows.map(cell),
  });
  return [
    { ...column('part', '', ({ name }) => name), align: 'left' },
    column('per unit held', quoteCurrency, ({ amounts }) => money(amounts?.perUnit)),
    column('holding', quoteCurrency, ({ amounts }) => money(amounts?.quote)),
    column('holding', 'coin', ({ amounts }) =>
      amounts === null || amounts.coin === null ? MISSING : amounts.coin.toFixed(6),
    ),
    column('share', '% of holding', ({ amounts }) => (amounts ? (100 * amounts.share).toFixed(4) : MISSING)),
    column('vol', 'points', ({ amounts }) =>
      amounts === null || amounts.vols === null ? MISSING : (100 * amounts.vols).toFixed(3),
    ),
    column('a day', quoteCurrency, ({ amounts }) => money(amounts?.perDay)),
  ];
}

function legColumns({ legs }: HedgeBill): readonly TextColumn[] {
  const column = (
    title: string,
    unit: string,
    cell: (leg: HedgeBill['legs'][number]) => string,
  ): TextColumn => ({ title, unit, align: 'right', cells: legs.map(cell) });
  return [
    { ...column('leg', '', ({ side, instrument }) => `${side} ${instrument}`), align: 'left' },
    column('size', 'contracts', ({ contracts }) => figure(contracts)),
    column('best', 'premium', ({ bestPrice }) => figure(bestPrice)),
    column('mean', 'premium', ({ averagePrice }) => figure(averagePrice)),
    column('mid', 'vol pts', ({ midVol }) => (100 * midVol).toFixed(2)),
    column('slippage', 'vol pts', ({ slippage }) =>
      slippage.vols === null ? MISSING : (100 * slippage.vols).toFixed(3),
    ),
    column('slippage', 'ticks', ({ slippage }) => slippage.ticks.toFixed(2)),
    column('within 1 pt', 'contracts', ({ sizeWithinVolPoint }) => figure(sizeWithinVolPoint)),
    { ...column('depth', '', ({ depth, middle }) => `${depth}, mid of ${middle}`), align: 'left' },
  ];
}

function everyExpiry({ everyExpiry: rows }: ProtectionReport): string {
  const column = (title: string, unit: string, cell: (row: (typeof rows)[number]) => string): TextColumn => ({
    title,
    unit,
    align: 'right',
    cells: rows.map(cell),
  });
  return alignedTable([
    { ...column('every expiry', '', ({ label }) => label), align: 'left' },
    column('left', 'days', ({ years }) => (years * DAYS_PER_YEAR).toFixed(2)),
    column('strike', '', ({ strike }) => figure(strike)),
    column('all in', '% of holding', ({ cost }) => (cost ? (100 * cost.share).toFixed(4) : MISSING)),
    column('a day', 'quote ccy', ({ cost }) => money(cost?.perDay)),
    column('largest loss', '%', ({ cost }) => (cost ? (100 * cost.maximumLoss).toFixed(2) : MISSING)),
    { ...column('no bill', '', ({ reason }) => reason ?? ''), align: 'left' },
  ]);
}

function whyLines({ why }: ProtectionReport): readonly string[] {
  return why.flatMap(({ name, formula, worked, convention }) => [
    `${name}: ${formula}`,
    `  ${worked}`,
    `  ${convention}`,
  ]);
}

function money(value: number | null | undefined): string {
  return value === null || value === undefined ? MISSING : value.toFixed(2);
}

function figure(value: number | null): string {
  return value === null ? MISSING : String(Number(value.toPrecision(8)));
}

function percent(share: number | null): string {
  return share === null ? MISSING : `${(100 * share).toFixed(2)} %`;
}

function dateText(at: EpochMs): string {
  return expiryLabel(at);
}

function utcText(at: EpochMs): string {
  const { year, month, day, hour, minute } = utcFields(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)} UTC`;
}
