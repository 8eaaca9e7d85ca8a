import type { ReactElement } from 'react';
import { epochMs, type EpochMs } from '#base/time.ts';
import styles from '#app/reading/reading-table.module.css';
import { SaveTable } from '#app/reading/SaveTable.tsx';
import type { FigureCaption } from '#charts/figure/figure-text.ts';
import own from './translator.module.css';
import { translatorTable } from './translator-table.ts';
import type { TranslatedLine, TranslatorModel } from './translator.ts';

interface TranslatorProps {
  readonly model: TranslatorModel;
  readonly caption: FigureCaption;
  readonly onChoose: (expiry: EpochMs) => void;
}

function Line({ line }: { readonly line: TranslatedLine }): ReactElement {
  const { name, alias, formula, sign, isNot } = line.definition;
  return (
    <tr>
      <th scope="row">
        <span className={own.definition}>{name}</span>
        <span className={own.alias}>{alias}</span>
      </th>
      <td className={own.value}>
        <span className={own.definition}>{line.value}</span>
        <span className={own.alias}>{line.interval}</span>
      </td>
      <td className={own.formula}>
        <span className={own.definition}>{formula}</span>
        <span className={own.alias}>{sign}</span>
      </td>
      <td className={own.prose}>{isNot}</td>
    </tr>
  );
}

function Across({ model: { across, lines } }: { readonly model: TranslatorModel }): ReactElement {
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          <span className={styles.groupText}>
            The same definitions at the expiries drawn and at constant tenors
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Definition</th>
            {across.map(({ id, label, colour }) => (
              <th key={id} scope="col" style={colour === null ? undefined : { color: colour }}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.definition.id}>
              <th scope="row">{line.definition.name}</th>
              {across.map(({ id }, index) => (
                <td key={id}>{line.across[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Picker({
  expiry,
  options,
  onChoose,
}: Pick<TranslatorModel, 'options'> & {
  readonly expiry: EpochMs;
  readonly onChoose: (expiry: EpochMs) => void;
}): ReactElement {
  return (
    <label className={own.label}>
      Expiry
      <select
        className={own.picker}
        value={expiry}
        onChange={(event) => onChoose(epochMs(Number(event.target.value)))}
      >
        {options.map((option) => (
          <option key={option.expiry} value={option.expiry}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function basisWords({ expiry, ready, stripOptions }: TranslatorModel): string {
  if (expiry === null) return 'No expiry has a smile to read; the formulas stand without numbers';
  if (!ready) return 'Being read …';
  const strip = stripOptions === null ? '' : `; the strip has ${stripOptions} options`;
  return `Small figures are what the spread leaves; slopes, market strangle and strip have no interval${strip}`;
}

/** One market, every definition of skew: name, number, formula, sign, and what it is not. */
export function Translator({ model, caption, onChoose }: TranslatorProps): ReactElement {
  const { expiry, heading, options, lines, ready } = model;
  return (
    <section className={styles.section} aria-labelledby="translator">
      <h2 id="translator" className={styles.title}>
        {expiry === null
          ? 'Translator of conventions'
          : `Translator: the skew of ${heading} in every convention`}
      </h2>
      <div className={own.bar}>
        {expiry !== null && <Picker expiry={expiry} options={options} onChoose={onChoose} />}
        <span className={own.label}>{basisWords(model)}</span>
        <SaveTable name={`Skew of ${heading}`} caption={caption} table={() => translatorTable(model)} />
      </div>
      <div className={styles.scroller}>
        <table className={`${styles.table} ${own.translated}`} aria-labelledby="translator">
          <thead>
            <tr>
              <th scope="col">Definition</th>
              <th scope="col">Value</th>
              <th scope="col" className={own.formula}>
                Formula and sign
              </th>
              <th scope="col" className={own.prose}>
                What it is not
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.definition.id} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      {ready && <Across model={model} />}
      <p className={styles.note}>
        A constant tenor has vols of equal delta, interpolated in total variance, and no smile of its own:
        what needs a smile has no number there.
      </p>
    </section>
  );
}
