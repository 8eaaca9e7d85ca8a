/** What a figure's caption says in every story. */
export const caption = {
  source: 'Gallery',
  time: '2026-07-08 03:47:35 UTC',
  convention: 'Black-76 on the forward, ACT/365F, forward delta',
};
