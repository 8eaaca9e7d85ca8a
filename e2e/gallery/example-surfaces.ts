import { expiryColour } from '#charts/expiry-colour.ts';
import type {
  SurfaceCell,
  SurfaceContract,
  SurfaceExpiry,
  SurfaceModel,
} from '#charts/surface/surface-model.ts';

interface Listed {
  readonly label: string;
  readonly days: number;
}

const listed: readonly Listed[] = [
  { label: '9 JUL', days: 1.2 },
  { label: '17 JUL', days: 9 },
  { label: '31 JUL', days: 23 },
  { label: '28 AUG', days: 51 },
  { label: '25 SEP', days: 79 },
  { label: '25 DEC', days: 170 },
  { label: '25 JUN', days: 352 },
];
const places = Array.from({ length: 61 }, (_, i) => -3 + i * 0.1);

function volAt(place: number, days: number): number {
  return 38 + 2 * Math.log(days + 1) + 2.4 * place * place - 3 * place;
}

function expiryAt({ label, days }: Listed, rank: number, all: readonly Listed[]): SurfaceExpiry {
  return {
    expiryId: label,
    label,
    days,
    colour: expiryColour(rank, all.length),
    absence: null,
    chosen: false,
  };
}

function contractAt({ expiryId, days }: SurfaceExpiry, place: number): SurfaceContract {
  const vol = volAt(place, days);
  const residual = 0.6 * Math.sin(7 * place + days);
  return {
    id: `${expiryId} ${place}`,
    expiryId,
    strike: Math.round(600 * Math.exp(0.08 * place)) * 100,
    right: place <= 0 ? 'put' : 'call',
    place,
    k: 0.08 * place,
    mid: vol + residual,
    values: {
      vol,
      residual,
      spread: 0.6 + place * place,
      interest: 10 ** (3 - Math.abs(place)),
      density: 30,
      localVol: vol + 3,
    },
    used: true,
  };
}

type CellChange = (cell: SurfaceCell, place: number, days: number) => Partial<SurfaceCell>;

export function exampleSurface(
  change: Partial<SurfaceModel> = {},
  cellChange: CellChange = () => ({}),
  expiryList: readonly Listed[] = listed,
): SurfaceModel {
  const expiries = expiryList.map(expiryAt);
  const [near = 1, far = near] = [expiryList[0]?.days, expiryList.at(-1)?.days];
  const days = near === far ? [near] : Array.from({ length: 41 }, (_, i) => near * (far / near) ** (i / 40));
  return {
    axis: 'moves',
    quantity: 'vol',
    kind: 'field',
    unit: 'fitted vol, %',
    spread: 'linear',
    decimals: 1,
    strikeDecimals: 0,
    places,
    days,
    rows: days.map((at) =>
      places.map((place) => {
        const vol = volAt(place, at);
        const cell: SurfaceCell = { vol, value: vol, extrapolated: Math.abs(place) > 2.4, fails: null };
        return Object.assign(cell, cellChange(cell, place, at));
      }),
    ),
    expiries,
    contracts: expiries.flatMap((expiry) =>
      Array.from({ length: 17 }, (_, i) => contractAt(expiry, (i - 8) * 0.3)),
    ),
    quantities: [
      { quantity: 'vol', name: 'fitted vol, %', decimals: 1, signed: false },
      { quantity: 'residual', name: 'mid less fit, vol points', decimals: 2, signed: true },
      { quantity: 'spread', name: 'ask less bid, vol points', decimals: 1, signed: false },
    ],
    warnings: [],
    domains: null,
    emptyText: 'No quote of this market can be drawn.',
    ...change,
  };
}

export const surfaceText = {
  title: 'Volatility surface',
  howToRead:
    'Near expiries on top, log time down; hatched is extrapolated, crosses and bars are failed tests',
  summary: 'Vol over strike and time.',
};
