import type { ReactElement } from 'react';
import { Picker } from '#app/reading/Picker.tsx';
import type { HorizonChoice, PlanForm } from '#state/plan-form.ts';
import { NumberField } from './NumberField.tsx';

interface HorizonFieldsProps {
  readonly form: PlanForm;
  readonly dates: readonly { readonly date: string; readonly label: string }[];
  readonly onChange: (fields: Partial<PlanForm>) => void;
}

const DAYS_OF: Readonly<Record<'weekly' | 'monthly' | 'quarterly', number>> = {
  weekly: 90,
  monthly: 180,
  quarterly: 365,
};

function chosen(value: string, days: number): HorizonChoice {
  if (value === 'days') return { kind: 'days', days };
  if (value === 'weekly' || value === 'monthly' || value === 'quarterly') {
    return { kind: 'rolling', every: value, days: DAYS_OF[value] };
  }
  return { kind: 'date', date: value };
}

/** Until when: some days, a listed expiry, or a programme. */
export function HorizonFields({ form, dates, onChange }: HorizonFieldsProps): ReactElement {
  const { horizon } = form;
  const days = horizon.kind === 'date' ? 30 : horizon.days;
  const value = horizon.kind === 'date' ? horizon.date : horizon.kind === 'days' ? 'days' : horizon.every;
  const listed =
    dates.some(({ date }) => date === value) || horizon.kind !== 'date'
      ? dates
      : [{ date: value, label: value }, ...dates];
  const options = [
    { value: 'days', label: 'for days' },
    ...listed.map(({ date, label }) => ({ value: date, label: `to ${label}` })),
    { value: 'weekly', label: 'rolled weekly for days' },
    { value: 'monthly', label: 'rolled monthly for days' },
    { value: 'quarterly', label: 'rolled quarterly for days' },
  ];
  return (
    <>
      <Picker
        name="Horizon"
        value={value}
        options={options}
        onChoose={(next) => onChange({ horizon: chosen(next, days) })}
      />
      {horizon.kind !== 'date' && (
        <NumberField
          name="Days"
          value={horizon.days}
          onChange={(next) =>
            onChange({ horizon: { ...horizon, days: Math.max(1, Math.min(3650, Math.round(next ?? days))) } })
          }
        />
      )}
    </>
  );
}
