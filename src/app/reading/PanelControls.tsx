import { useContext, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { ControlsSlot } from './controls-slot.ts';

/** Controls of a panel or a picture: in their place on a wide screen, in the sheet on a phone. */
export function PanelControls({ children }: { readonly children: ReactNode }): ReactNode {
  const slot = useContext(ControlsSlot);
  return slot === null ? children : createPortal(children, slot);
}
