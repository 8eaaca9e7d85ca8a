import type { ReactElement } from 'react';
import type { PlanStudy } from '#analytics/protection/protection-study.ts';
import { numberText } from '#charts/number-text.ts';
import control from '#app/reading/control.module.css';
import panel from '#app/reading/panel.module.css';
import { useApp } from '#state/app-context.ts';
import { leastHolding } from './least-holding.ts';

interface SmallestOrderProps {
  readonly study: PlanStudy;
  readonly contractSize: number | null;
  readonly coin: string;
}

/** What one contract is of, and a way to hold as much, where the holding is less. */
export function SmallestOrder({ study, contractSize, coin }: SmallestOrderProps): ReactElement | null {
  const { selection } = useApp();
  const least = leastHolding(study, contractSize);
  if (least === null) return null;
  const size = `${numberText(least, Number.isInteger(least) ? 0 : 2)} ${coin}`;
  return (
    <p className={panel.basis}>
      One contract is of {size}.{' '}
      <button
        type="button"
        className={control.button}
        onClick={() => selection.setState(({ plan }) => ({ plan: { ...plan, amount: least } }))}
      >
        Hold {size}
      </button>
    </p>
  );
}
