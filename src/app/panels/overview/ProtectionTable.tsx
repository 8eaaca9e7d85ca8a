import { useId, type ReactElement } from 'react';
import { RowsInTurn } from '#charts/figure/InTurn.tsx';
import { type CostScale, costScale } from '#charts/frame/cost-scale.ts';
import { MISFIT_WORDS } from '#app/reading/misfit.ts';
import { BillPatterns, BillSwatch, ProtectionBar } from './ProtectionBar.tsx';
import type { BillCells, ProtectionModel, ProtectionRow } from './protection-view.ts';
import tables from '#app/reading/reading-table.module.css';
import styles from './protection-table.module.css';

interface BillProps {
  readonly bill: BillCells;
  readonly scope: string;
  readonly scale: CostScale;
}

function BillFigures({ bill, scope, scale }: BillProps): ReactElement {
  return (
    <>
      <td>{bill.allIn}</td>
      <td className={styles.bars}>
        <ProtectionBar scope={scope} scale={scale} bill={bill} />
        <span className={styles.spoken}>{bill.spoken}</span>
      </td>
      <td>
        {bill.skewShare}
        <span className={styles.marks}>
          {bill.misfit && <span className={styles.misfit}> *</span>}
          {bill.fromFit && ' ‡'}
        </span>
      </td>
      <td className={styles.wide}>{bill.perUnit}</td>
      <td className={styles.wide}>{bill.perDay}</td>
      <td className={styles.wide}>{bill.breakEven}</td>
    </>
  );
}

function Row({ row, ...drawing }: { readonly row: ProtectionRow } & Omit<BillProps, 'bill'>): ReactElement {
  return (
    <tr>
      <th scope="row" style={{ color: row.colour }}>
        {row.label}
      </th>
      <td className={styles.wide}>{row.days}</td>
      {row.bill === null ? (
        <>
          <td>{row.strike}</td>
          <td>–</td>
          <td className={styles.absence} colSpan={5}>
            {row.absence}
          </td>
        </>
      ) : (
        <>
          <td>{row.strike}</td>
          <BillFigures {...drawing} bill={row.bill} />
        </>
      )}
    </tr>
  );
}

function Head({ unitPrice, scale }: { readonly unitPrice: string; readonly scale: CostScale }): ReactElement {
  return (
    <thead>
      <tr>
        <th scope="col">Expiry</th>
        <th scope="col" className={styles.wide}>
          Days
        </th>
        <th scope="col">Strike</th>
        <th scope="col">
          All-in, % <span className={styles.long}>of holding</span>
        </th>
        <th scope="col" className={styles.bars}>
          What it is made of
          <svg className={styles.axis} aria-hidden="true">
            {scale.ticks.map(({ at, text }) => (
              <text key={text} x={`${at}%`} y="11" textAnchor={at < 1 ? 'start' : 'middle'}>
                {text}
              </text>
            ))}
          </svg>
        </th>
        <th scope="col" className={styles.folding}>
          Skew share
        </th>
        <th scope="col" className={styles.wide}>
          {unitPrice}
        </th>
        <th scope="col" className={styles.wide}>
          Per day
        </th>
        <th scope="col" className={styles.wide}>
          Break-even
        </th>
      </tr>
    </thead>
  );
}

function Footnotes({ rows }: { readonly rows: readonly ProtectionRow[] }): ReactElement {
  return (
    <>
      {rows.some(({ bill }) => bill?.misfit) && (
        <p className={styles.note}>
          <span className={styles.misfit}>*</span> Here {MISFIT_WORDS} of the expiry: how the bill splits
          cannot be relied on.
        </p>
      )}
      {rows.some(({ bill }) => bill?.fromFit) && (
        <p className={styles.note}>
          ‡ Nobody bids for this put: the middle of its spread is read off the fitted smile.
        </p>
      )}
    </>
  );
}

/** What a floor costs and what the cost is made of, one line an expiry. */
export function ProtectionTable({ model }: { readonly model: ProtectionModel }): ReactElement {
  const scope = useId();
  const scale = costScale(model.costs);
  return (
    <section className={styles.section} aria-labelledby={`${scope}-title`}>
      <BillPatterns scope={scope} />
      <div className={styles.top}>
        <h2 id={`${scope}-title`} className={styles.title}>
          Protection
        </h2>
        <p className={styles.position}>{model.position}</p>
        <ul className={styles.legend} aria-label="Parts of the bars">
          {model.legend.map(({ id, words }) => (
            <li key={id}>
              <BillSwatch scope={scope} id={id} />
              {words}
            </li>
          ))}
        </ul>
      </div>
      <div className={model.rows.length > 24 ? tables.tall : undefined}>
        <table className={styles.table}>
          <caption className={styles.caption}>
            {[...model.cautions.map((words) => `${words}.`), model.convention].join(' ')}
          </caption>
          <Head unitPrice={model.unitPrice} scale={scale} />
          <tbody>
            <RowsInTurn
              rows={model.rows.map((row) => (
                <Row key={row.id} row={row} scope={scope} scale={scale} />
              ))}
            />
          </tbody>
        </table>
      </div>
      <Footnotes rows={model.rows} />
    </section>
  );
}
