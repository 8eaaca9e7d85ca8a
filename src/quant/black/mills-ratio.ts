/**
 * Mills' ratio M(w) = Φ(−w)/φ(w) of the standard normal law, for w ≥ −0.75 only.
 *
 * One rational minimax approximation in w + 0.75 over the whole half-line, with positive coefficients, so that nothing
 * cancels: approximation error 4e-18, evaluated to about 2 units of 2⁻⁵³. Smaller arguments are the caller's mistake and are not
 * checked. M satisfies M′ = wM − 1.
 * @param w any number ≥ −0.75, dimensionless
 */
export function millsRatio(w: number): number {
  const u = w + 0.75;
  const v = u * u;
  const p =
    2.5681717549665746 +
    v *
      (3.920421707442254 +
        v *
          (0.9917808330567558 +
            v * (0.07993145280446678 + v * (0.0021987268868705998 + v * 1.5652125092064913e-5)))) +
    u *
      (4.408050436700584 +
        v *
          (2.314159673630726 +
            v *
              (0.321259270003235 +
                v * (0.015265917507103386 + v * (0.00022880345168730103 + v * 5.444414999989374e-7)))));
  const q =
    1 +
    v *
      (3.853118369675301 +
        v *
          (1.9218961315482215 +
            v *
              (0.27783484916585394 +
                v * (0.013856632253068732 + v * (0.00021760879936826968 + v * 5.444414999989375e-7))))) +
    u *
      (2.855797801974101 +
        v *
          (3.254786582001292 +
            v *
              (0.8381952657064848 +
                v * (0.07082762390326304 + v * (0.0020431847543193023 + v * 1.5243793967065648e-5)))));
  return p / q;
}

/**
 * Minus the derivative of Mills' ratio, a(w) = 1 − w·M(w), for w ≥ 0 only.
 *
 * Formed from the ratio it would lose w² units; this rational minimax approximation (error 1.4e-17, positive
 * coefficients) keeps all digits up to w = 400. φ(w)·a(w) is the Bachelier price of an option w deviations out of the money.
 * @param w any number ≥ 0, dimensionless
 */
export function millsSlope(w: number): number {
  const v = w * w;
  const p =
    1 +
    v *
      (1.0516932630806932 +
        v *
          (0.16932216312756218 +
            v * (0.008050592707818863 + v * (0.00011283346149921682 + v * 2.40343304264037e-7)))) +
    w *
      (1.4434343969443146 +
        v *
          (0.4993312958012599 +
            v * (0.042620562122126775 + v * (0.001128321880067809 + v * 7.339658520912896e-6))));
  const q =
    1 +
    v *
      (3.4315663258534794 +
        v *
          (1.515994887997287 +
            v *
              (0.19280703376389072 +
                v * (0.008387651032049113 + v * (0.0001135544914119791 + v * 2.403433042640369e-7))))) +
    w *
      (2.696748534259812 +
        v *
          (2.730070419525596 +
            v *
              (0.6207313515078864 +
                v * (0.04596148983811309 + v * (0.0011503408556352635 + v * 7.339658520912993e-6)))));
  return p / q;
}
