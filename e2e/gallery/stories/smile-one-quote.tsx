import { SmileFigure } from '#charts/smile/SmileFigure.tsx';
import { calmSmiles, exampleModel, reshaped, smileText } from '../example-smiles.ts';
import type { Story } from '../story.ts';

const model = exampleModel(reshaped(calmSmiles.slice(0, 1), () => ({ strikes: [58_000] })));
const [curve] = model.curves;
const bare = { fit: [], markers: [], quotedRange: null, absence: '1 usable quote, 5 needed' };
const lonely = curve ? { ...model, curves: [{ ...curve, ...bare }] } : model;

export const story: Story = {
  title: 'Smile, one quote and no fit',
  render: ({ channel, figure }) => (
    <SmileFigure {...figure} text={smileText} channel={channel} model={lonely} />
  ),
};
