import type { ReactElement } from 'react';
import type { CostScale } from '#charts/frame/cost-scale.ts';
import { type BillCells, BILL_PARTS, type PartId } from './protection-view.ts';
import styles from './protection-table.module.css';

/** Parts differ by filling as well as by hue: full, slanted, upright, dotted, full. */
const PATTERNS: Readonly<Record<Exclude<PartId, 'flatAtm' | 'fee'>, { path: string; size: number }>> = {
  skew: { path: 'M-1,1l2,-2M0,5l5,-5M4,6l2,-2', size: 5 },
  halfSpread: { path: 'M1,0v4', size: 3 },
  slippage: { path: 'M1,2h2', size: 4 },
};

function patternId(scope: string, id: PartId): string {
  return `${scope}-${id}`;
}

/** The fillings, drawn once and used by every bar of one table. */
export function BillPatterns({ scope }: { readonly scope: string }): ReactElement {
  return (
    <svg className={styles.patterns} aria-hidden="true">
      <defs>
        {BILL_PARTS.map(([id]) => {
          const pattern = id === 'flatAtm' || id === 'fee' ? null : PATTERNS[id];
          const size = pattern?.size ?? 4;
          return (
            <pattern
              key={id}
              id={patternId(scope, id)}
              className={styles[id]}
              patternUnits="userSpaceOnUse"
              width={size}
              height={size}
            >
              <rect className={pattern ? styles.tint : styles.full} width={size} height={size} />
              {pattern && <path className={styles.stroke} d={pattern.path} />}
            </pattern>
          );
        })}
      </defs>
    </svg>
  );
}

/** A patch of one part's filling. */
export function BillSwatch({ scope, id }: { readonly scope: string; readonly id: PartId }): ReactElement {
  return (
    <svg className={styles.swatch} width="14" height="10" aria-hidden="true">
      <rect width="14" height="10" fill={`url(#${patternId(scope, id)})`} />
    </svg>
  );
}

interface ProtectionBarProps {
  readonly scope: string;
  readonly scale: CostScale;
  readonly bill: BillCells;
}

/** One bill as a stacked bar on the scale of all rows. */
export function ProtectionBar({ scope, scale, bill }: ProtectionBarProps): ReactElement {
  const { parts, total, spoken } = bill;
  return (
    <svg className={styles.bar} aria-hidden="true">
      <title>{spoken}</title>
      {scale.ticks.map(({ at, zero }) => (
        <line
          key={at}
          className={zero ? styles.zero : styles.tick}
          x1={`${at}%`}
          x2={`${at}%`}
          y1="0"
          y2="100%"
        />
      ))}
      {parts.map(({ id, from, to }) => (
        <rect
          key={id}
          x={`${scale.at(from)}%`}
          width={`${scale.at(to) - scale.at(from)}%`}
          y="8"
          height="12"
          fill={`url(#${patternId(scope, id)})`}
        />
      ))}
      {parts.some(({ from }) => from < 0) && (
        <line className={styles.total} x1={`${scale.at(total)}%`} x2={`${scale.at(total)}%`} y1="5" y2="23" />
      )}
    </svg>
  );
}
