import type { StandardFloor } from '#analytics/protection/standard-floor.ts';
import type { ExpiryReport, Interval, Report, ReportPoint } from '#analytics/report.ts';
import type { Claim, Expected } from './claims.ts';

const DAYS = 365;
const points = (vol: number | null): number | null => (vol === null ? null : 100 * vol);
const ends = (interval: Interval | null): Expected =>
  interval === null ? null : [100 * interval[0], 100 * interval[1]];
const less = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : 100 * (a - b);

type Row = readonly (readonly string[])[];
type Figures = Readonly<Record<string, Expected>>;

/** An expiry goes by its label, or by that without its year where it stays unique. */
function expiryRow({ label }: Pick<ExpiryReport, 'label'>): Row {
  return [[label], [label.replace(/ \d\d(?= |$)/, '')]];
}

function tenorRow(days: number): Row {
  return [[`${days}D`], [`${days}D constant`]];
}

function claimsOf(table: Claim['table'], row: Row, figures: Figures): readonly Claim[] {
  return Object.entries(figures).map(([heading, value]) => {
    const [column = '', nth] = heading.split('#');
    return { table, row, column, nth: Number(nth ?? 0), value };
  });
}

/** Ends of an interval as the two columns of a data table. */
function twoColumns(lo: string, hi: string, interval: Interval | null): Figures {
  return { [lo]: points(interval?.[0] ?? null), [hi]: points(interval?.[1] ?? null) };
}

const LOWEST = 'lowest after the spread, vol points';
const HIGHEST = 'highest after the spread, vol points';

function termFigures(expiry: ExpiryReport, unit: string): Figures {
  const { atmVol, atmVolInterval, delta25, years } = expiry;
  return {
    days: DAYS * years,
    [`ATM, at the forward, ${unit}`]: points(atmVol),
    ...twoColumns(`ATM bid, ${unit}`, `ATM ask, ${unit}`, atmVolInterval),
    [`25Δ put, ${unit}`]: points(delta25.putVol),
    [`25Δ call, ${unit}`]: points(delta25.callVol),
  };
}

/** What a picture of contracts shows of one of them. */
function quoteFigures({ strike, bidVol, askVol, midVol, venueMarkVol, fitVol }: ReportPoint): Figures {
  return {
    'strike, USD': strike,
    'bid, vol points': points(bidVol),
    'ask, vol points': points(askVol),
    'mid, vol points': points(midVol),
    'venue mark, vol points': points(venueMarkVol),
    'fit, vol points': points(fitVol),
  };
}

/** The Overview: its table, the three pictures' data, the reasons of contracts left out. */
export function overviewClaims(report: Report, floors: StandardFloor): readonly Claim[] {
  const byExpiry = report.expiries.flatMap((expiry) => {
    const { delta25, fit, forward, atmVol } = expiry;
    const row = expiryRow(expiry);
    const reversal = claimsOf('25Δ risk reversal', row, {
      '25Δ call − put, vol points': points(delta25.riskReversal),
      ...twoColumns(LOWEST, HIGHEST, delta25.riskReversalInterval),
    });
    const table = claimsOf(/^By expiry/, row, {
      Days: DAYS * expiry.years,
      Forward: forward,
      'ATM vol': points(atmVol),
      '25Δ put': points(delta25.putVol),
      '25Δ call': points(delta25.callVol),
      'Risk reversal': points(delta25.riskReversal),
      'Spread leaves': ends(delta25.riskReversalInterval),
      Butterfly: points(delta25.butterfly),
      Quotes: fit?.quotes ?? null,
      'Fit error': points(fit?.rmse ?? null),
    });
    return [...table, ...reversal, ...claimsOf('Term structure', row, termFigures(expiry, 'vol points'))];
  });
  const tenors = report.constantMaturity.flatMap(({ days, atmVol }) =>
    claimsOf('Term structure', tenorRow(days), { 'ATM, at the forward, vol points': points(atmVol) }),
  );
  return [...byExpiry, ...tenors, ...floorClaims(report, floors)];
}

function floorClaims(report: Report, { floors }: StandardFloor): readonly Claim[] {
  return floors.flatMap(({ expiry, bill }) => {
    const listed = report.expiries.find((one) => one.expiry === expiry);
    if (!bill.ok || listed === undefined) return [];
    return claimsOf(/listed put nearest to 85 %/, expiryRow(listed), {
      Strike: bill.value.strike,
      'All-in, % of holding': 100 * bill.value.shareOfHolding,
      'Break-even': -100 * bill.value.maximumLoss,
    });
  });
}

/** Contracts that a picture of smiles shows. */
export function smileClaims(report: Report, drawn: ReadonlySet<string>): readonly Claim[] {
  return report.points
    .filter(({ instrument }) => drawn.has(instrument))
    .flatMap((point) => claimsOf('Smile', [[point.instrument]], quoteFigures(point)));
}

/** What the Smile panel tells beside. */
export function residualClaims(report: Report, drawn: ReadonlySet<string>): readonly Claim[] {
  return report.points
    .filter(({ instrument }) => drawn.has(instrument))
    .flatMap(({ instrument, midVol, fitVol }) =>
      claimsOf('Smile', [[instrument]], { 'mid less fit, vol points': less(midVol, fitVol) }),
    );
}

/** The Skew panel: verdicts, pictures and grid at 25 delta, the grid's 10-delta columns, and constant tenors. */
export function skewClaims(report: Report): readonly Claim[] {
  const byExpiry = report.expiries.flatMap((expiry) => {
    const { delta25, delta10, atmVol, years } = expiry;
    const row = expiryRow(expiry);
    const over = (vol: number | null): number | null => less(vol, atmVol);
    return [
      ...claimsOf('25Δ risk reversal by expiry', row, {
        days: DAYS * years,
        '25Δ call − put, vol points': points(delta25.riskReversal),
        ...twoColumns(LOWEST, HIGHEST, delta25.riskReversalInterval),
      }),
      ...claimsOf('25Δ butterfly by expiry', row, {
        '25Δ butterfly, vol points': points(delta25.butterfly),
        ...twoColumns(LOWEST, HIGHEST, delta25.butterflyInterval),
      }),
      ...claimsOf(/^By expiry/, row, {
        '25Δ put': points(delta25.putVol),
        '25Δ call': points(delta25.callVol),
        'Risk reversal': points(delta25.riskReversal),
        'Spread leaves': ends(delta25.riskReversalInterval),
        Butterfly: points(delta25.butterfly),
        'Spread leaves#1': ends(delta25.butterflyInterval),
      }),
      ...claimsOf('Vol by expiry and delta', row, {
        '25Δ put, vol points over ATM': over(delta25.putVol),
        '25Δ call, vol points over ATM': over(delta25.callVol),
        '10Δ put, vol points over ATM': over(delta10.putVol),
        '10Δ call, vol points over ATM': over(delta10.callVol),
      }),
    ];
  });
  return [...byExpiry, ...report.constantMaturity.flatMap(skewTenorClaims)];
}

function skewTenorClaims(tenor: Report['constantMaturity'][number]): readonly Claim[] {
  const { days, riskReversal25, butterfly25, riskReversal25Interval } = tenor;
  const row = tenorRow(days);
  return [
    ...claimsOf(/^By expiry/, row, {
      'Risk reversal': points(riskReversal25),
      'Spread leaves': ends(riskReversal25Interval),
      Butterfly: points(butterfly25),
    }),
    ...claimsOf('25Δ risk reversal by expiry', row, {
      '25Δ call − put, vol points': points(riskReversal25),
      ...twoColumns(LOWEST, HIGHEST, riskReversal25Interval),
    }),
    ...claimsOf('25Δ butterfly by expiry', row, { '25Δ butterfly, vol points': points(butterfly25) }),
  ];
}

/** The Term panel: its table, the picture's data and constant tenors. */
export function termClaims(report: Report): readonly Claim[] {
  const byExpiry = report.expiries.flatMap((expiry, i) => {
    const { varianceSwapVol, forwardVolFromPrevious, atmVol, atmVolInterval, delta25 } = expiry;
    const row = expiryRow(expiry);
    const since: Figures = i === 0 ? {} : { 'forward vol, %': points(forwardVolFromPrevious) };
    return [
      ...claimsOf('Term structure of vol', row, {
        ...termFigures(expiry, '%'),
        'variance swap, %': points(varianceSwapVol),
        ...since,
      }),
      ...claimsOf(/^By expiry/, row, {
        Days: DAYS * expiry.years,
        'ATM vol': points(atmVol),
        'Bid to ask': ends(atmVolInterval),
        '25Δ put': points(delta25.putVol),
        '25Δ call': points(delta25.callVol),
        'Variance swap': points(varianceSwapVol),
        'Swap − ATM': less(varianceSwapVol, atmVol),
        ...(i === 0 ? {} : { 'Forward vol': points(forwardVolFromPrevious) }),
      }),
    ];
  });
  const tenors = report.constantMaturity.flatMap(({ days, atmVol, riskReversal25, butterfly25 }) => {
    const measure = (name: string, value: number | null): readonly Claim[] =>
      claimsOf('Constant tenors', [[name]], { [`${days}D`]: points(value) });
    return [
      ...measure('ATM vol, at the forward', atmVol),
      ...measure('25Δ risk reversal', riskReversal25),
      ...measure('25Δ butterfly', butterfly25),
      ...claimsOf('Term structure of vol', tenorRow(days), { 'ATM, at the forward, %': points(atmVol) }),
    ];
  });
  return [...byExpiry, ...tenors];
}

/** The Surface panel's data: keyed by expiry, strike and side as they are printed. */
export function surfaceClaims(report: Report, printedStrike: (strike: number) => string): readonly Claim[] {
  const expiries = new Map(report.expiries.map((one) => [one.expiry, one]));
  return report.points.flatMap((point) => {
    const { strike, right, midVol, fitVol, bidVol, askVol, k, expiry } = point;
    const listed = expiries.get(expiry);
    const forward = listed?.forward ?? null;
    const outOfTheMoney = forward !== null && (right === 'put') === strike <= forward;
    if (listed === undefined || !outOfTheMoney || fitVol === null || k === null) return [];
    const row = expiryRow(listed).map(([label = '']) => [label, printedStrike(strike), right]);
    return claimsOf('Volatility surface', row, {
      'ln(K/F)': k,
      'mid vol, %': points(midVol),
      'fitted vol, %': points(fitVol),
      'mid less fit, vol points': less(midVol, fitVol),
      'ask less bid, vol points': less(askVol, bidVol),
    });
  });
}

/** The Data panel's tables of expiries. */
export function dataClaims(report: Report): readonly Claim[] {
  return report.expiries.flatMap((expiry) => {
    const { counts, forward, parityForward, forwardSource, years } = expiry;
    const venue = forwardSource === 'venue' ? forward : null;
    return [
      ...claimsOf('Forward against put-call parity', expiryRow(expiry), {
        Days: DAYS * years,
        'Venue’s forward': venue,
        'Parity forward': parityForward,
        'Difference, bp':
          venue === null || parityForward === null ? null : 10_000 * (venue / parityForward - 1),
      }),
      ...claimsOf('Coverage by expiry', expiryRow(expiry), {
        Contracts: counts.instruments,
        Used: counts.quotesUsed,
      }),
    ];
  });
}

/** Every contract of the Data panel's long table. */
export function contractClaims(report: Report): readonly Claim[] {
  return report.points.flatMap((point) => {
    const { instrument, bidVol, askVol, markVol, venueMarkVol, fitVol } = point;
    return claimsOf('Contracts', [[instrument]], {
      'Spread, vol': less(askVol, bidVol),
      'Bid vol': points(bidVol),
      'Ask vol': points(askVol),
      'Mark vol': points(markVol),
      'Venue’s': points(venueMarkVol),
      'Ours − theirs': less(markVol, venueMarkVol),
      Fit: points(fitVol),
    });
  });
}
