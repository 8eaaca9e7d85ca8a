import type { ReactElement } from 'react';
import { Picker } from '#app/reading/Picker.tsx';
import { useApp } from '#state/app-context.ts';
import { FLOOR_UNITS, type PlanForm, STRUCTURES, type StructureChoice } from '#state/plan-form.ts';
import { HorizonFields } from './HorizonFields.tsx';
import { NumberField } from './NumberField.tsx';
import { STRUCTURE_NAMES, UNIT_NAMES } from './plan-words.ts';
import styles from './protection.module.css';

interface PlanSentenceProps {
  readonly form: PlanForm;
  readonly coin: string;
  /** Listed expiries as the plan names them, near to far. */
  readonly dates: readonly { readonly date: string; readonly label: string }[];
  /** The premium is paid in coin, so that it can come from the holding. */
  readonly inCoin: boolean;
}

const PAIRS: ReadonlySet<StructureChoice> = new Set(['put-spread', 'put-ratio']);
const FLOORLESS: ReadonlySet<StructureChoice> = new Set(['future', 'perpetual']);
/** A second strike that suits a floor, until one is chosen. */
const BELOW = 0.82;
const CAP = 115;

function withStructure(form: PlanForm, structure: StructureChoice): PlanForm {
  const second = PAIRS.has(structure)
    ? Number((form.level * (form.unit === 'delta' ? 0.5 : BELOW)).toPrecision(3))
    : structure === 'collar'
      ? form.unit === 'strike'
        ? Number((form.level * 1.3).toPrecision(3))
        : CAP
      : null;
  const unit = PAIRS.has(structure) && form.unit === 'loss' ? 'spot' : form.unit;
  const level = unit === form.unit ? form.level : 100 - form.level;
  return { ...form, structure, second, unit, level };
}

/** A floor in another unit starts where it is usual, not at the old number. */
const USUAL: Readonly<Record<PlanForm['unit'], number>> = {
  spot: 85,
  forward: 85,
  strike: 0,
  delta: 25,
  loss: 15,
};

interface FieldsProps {
  readonly form: PlanForm;
  readonly change: (fields: Partial<PlanForm>) => void;
}

function FloorFields({ form, change }: FieldsProps): ReactElement {
  const { unit, level, structure } = form;
  const units = FLOOR_UNITS.filter((one) => one !== 'loss' || !PAIRS.has(structure));
  return (
    <>
      <span>with a floor at</span>
      <NumberField name="Floor" value={level} onChange={(value) => change({ level: value ?? level })} />
      <Picker
        name="Floor unit"
        value={unit}
        options={units.map((value) => ({ value, label: UNIT_NAMES[value] }))}
        onChoose={(chosen) => change({ unit: chosen, level: USUAL[chosen] || level })}
      />
    </>
  );
}

function FundingFields({ form, change }: FieldsProps): ReactElement {
  return (
    <>
      <span>that receives</span>
      <NumberField
        name="Funding, % a year"
        value={form.second}
        placeholder="not known"
        onChange={(second) => change({ second })}
      />
      <span>% funding a year</span>
    </>
  );
}

function SecondFields({ form, change }: FieldsProps): ReactElement {
  const { unit, second, structure } = form;
  const collar = structure === 'collar';
  return (
    <>
      <span>{collar ? 'capped at' : 'down to'}</span>
      <NumberField
        name={collar ? 'Cap' : 'Lower strike'}
        value={second}
        onChange={(value) => change({ second: value ?? second })}
      />
      <span>{collar && unit !== 'strike' ? UNIT_NAMES.spot : UNIT_NAMES[unit]}</span>
    </>
  );
}

function TermFields({
  form,
  change,
  coin,
  inCoin,
}: FieldsProps & Pick<PlanSentenceProps, 'coin' | 'inCoin'>): ReactElement {
  return (
    <>
      <span>bought at</span>
      <NumberField
        name="Entry price"
        value={form.entry}
        placeholder="spot"
        onChange={(entry) => change({ entry })}
      />
      <span>taker fee</span>
      <NumberField
        name="Taker fee, %"
        value={form.taker}
        placeholder="venue’s"
        onChange={(taker) => change({ taker })}
      />
      <span>%</span>
      {inCoin && (
        <Picker
          name="Premium paid"
          value={form.cash ? 'cash' : 'holding'}
          options={[
            { value: 'holding', label: `premium from the ${coin} held` },
            { value: 'cash', label: 'premium with cash' },
          ]}
          onChoose={(value) => change({ cash: value === 'cash' })}
        />
      )}
    </>
  );
}

/** The plan as a sentence whose words can be changed. */
export function PlanSentence({ form, coin, dates, inCoin }: PlanSentenceProps): ReactElement {
  const { selection } = useApp();
  const change = (fields: Partial<PlanForm>): void => selection.setState({ plan: { ...form, ...fields } });
  return (
    <fieldset className={styles.sentenceForm} aria-label="Plan">
      <span>I hold</span>
      <NumberField
        name="Amount"
        value={form.amount}
        onChange={(value) => change({ amount: value ?? form.amount })}
      />
      <span>{coin} and want</span>
      <Picker
        name="Structure"
        value={form.structure}
        options={STRUCTURES.map((value) => ({ value, label: STRUCTURE_NAMES[value] }))}
        onChoose={(chosen) => selection.setState({ plan: withStructure(form, chosen) })}
      />
      {!FLOORLESS.has(form.structure) && <FloorFields form={form} change={change} />}
      {form.structure === 'perpetual' && <FundingFields form={form} change={change} />}
      {form.structure !== 'perpetual' && form.second !== null && <SecondFields form={form} change={change} />}
      <HorizonFields form={form} dates={dates} onChange={change} />
      <TermFields form={form} change={change} coin={coin} inCoin={inCoin} />
    </fieldset>
  );
}
