import { Component, type ReactNode } from 'react';
import control from '#app/reading/control.module.css';
import styles from './panel-outlet.module.css';

interface PanelFaultProps {
  /** The panel's name in the navigation. */
  readonly name: string;
  readonly children: ReactNode;
}

/** Says that a panel could not be fetched or drawn, and leaves the rest of the page as it is. */
export class PanelFault extends Component<PanelFaultProps, { readonly failure: string | null }> {
  override readonly state: { readonly failure: string | null } = { failure: null };

  static getDerivedStateFromError(failure: unknown): { readonly failure: string } {
    return { failure: failure instanceof Error ? failure.message : String(failure) };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return (
      <div className={styles.empty} role="alert">
        <h1>The {this.props.name} panel could not be shown.</h1>
        <p>Its code did not arrive or met a fault ({failure}). The other panels still work.</p>
        <button type="button" className={control.button} onClick={() => location.reload()}>
          Load the page again
        </button>
      </div>
    );
  }
}
