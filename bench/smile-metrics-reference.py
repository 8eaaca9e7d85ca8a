"""Writes src/quant/testing/smile-metrics.reference.json: skew, density and variance of five raw SVI slices, to 20 digits.

Nothing here shares code with the project. Slices are doubles, read exactly; roots by bisection, integrals by mpmath at 40 digits.
Run: python3 bench/smile-metrics-reference.py > src/quant/testing/smile-metrics.reference.json   (needs mpmath; two minutes)
"""

import json
from mpmath import mp, mpf, sqrt, exp, log, erfc, quad, nstr, pi

mp.dps = 40

# One day with a steep smile, a week, a month leaning to calls, a year of heavy wings, a flat-bottomed slice with negative a.
SLICES = [
    dict(years=0.0027397260273972603, a=0.00021, b=0.0058, rho=-0.27, m=0.0011, sigma=0.0142),
    dict(years=0.019178082191780823, a=0.0013, b=0.024, rho=-0.41, m=0.004, sigma=0.047),
    dict(years=0.0821917808219178, a=0.0061, b=0.057, rho=0.22, m=-0.013, sigma=0.108),
    dict(years=1.0, a=0.11, b=0.41, rho=-0.33, m=0.07, sigma=0.52),
    dict(years=0.25, a=-0.012, b=0.16, rho=-0.52, m=-0.03, sigma=0.31),
]


def Phi(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def phi(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


class Slice:
    def __init__(self, spec):
        self.years, self.a, self.b, self.rho, self.m, self.sigma = (
            mpf(spec[name]) for name in ("years", "a", "b", "rho", "m", "sigma")
        )

    def w(self, k):
        return self.a + self.b * (self.rho * (k - self.m) + sqrt((k - self.m) ** 2 + self.sigma**2))

    def d(self, k, sign):
        return -k / sqrt(self.w(k)) + sign * sqrt(self.w(k)) / 2

    def density(self, k):
        root = sqrt((k - self.m) ** 2 + self.sigma**2)
        w, w1, w2 = self.w(k), self.b * (self.rho + (k - self.m) / root), self.b * self.sigma**2 / root**3
        g = (1 - k * w1 / (2 * w)) ** 2 - w1**2 / 4 * (1 / w + mpf(1) / 4) + w2 / 2
        return g * phi(self.d(k, -1)) / sqrt(w)

    def below(self, k):
        root = sqrt((k - self.m) ** 2 + self.sigma**2)
        w1 = self.b * (self.rho + (k - self.m) / root)
        return Phi(-self.d(k, -1)) + phi(self.d(k, -1)) * w1 / (2 * sqrt(self.w(k)))


def falling_root(f, lo, hi):
    assert f(lo) > 0 > f(hi)
    for _ in range(150):
        middle = (lo + hi) / 2
        lo, hi = (middle, hi) if f(middle) > 0 else (lo, middle)
    return (lo + hi) / 2


def strikes(s, sd):
    reach = 14 * sd
    found = {
        "dns_forward": falling_root(lambda k: s.d(k, 1), -reach, reach),
        "dns_adjusted": falling_root(lambda k: s.d(k, -1), -reach, reach),
    }
    for percent in (10, 15, 25):
        delta = mpf(percent / 100)
        found[f"call{percent}_forward"] = falling_root(lambda k: Phi(s.d(k, 1)) - delta, -reach, reach)
        found[f"put{percent}_forward"] = falling_root(lambda k: delta - Phi(-s.d(k, 1)), -reach, reach)
        found[f"put{percent}_adjusted"] = falling_root(lambda k: delta - exp(k) * Phi(-s.d(k, -1)), -reach, reach)
        adjusted = lambda k: exp(k) * Phi(s.d(k, -1)) - delta
        k = reach
        while adjusted(k) < 0:
            k -= sd / 50
        found[f"call{percent}_adjusted"] = falling_root(adjusted, k, k + sd / 50)
    return found


def moments(s, sd):
    ends = [-600 * sd, -120 * sd, -40 * sd] + [j * sd for j in range(-20, 21, 2)] + [40 * sd, 120 * sd, 600 * sd]
    power = lambda n, c=mpf(0): quad(lambda k: (k - c) ** n * s.density(k), ends)
    mass, mean = power(0), power(1)
    assert abs(mass - 1) < mpf(10) ** -18, mass
    variance = power(2, mean)
    return {
        "mean": mean,
        "variance": variance,
        "skewness": power(3, mean) / variance ** mpf("1.5"),
        "kurtosis": power(4, mean) / variance**2,
    }


def reference(spec):
    s = Slice(spec)
    sd = sqrt(s.w(mpf(0)))
    text = lambda x: nstr(x, 20)
    found = {
        name: {"k": text(k), "vol": text(sqrt(s.w(k) / s.years))} for name, k in strikes(s, sd).items()
    }
    points = [float(nstr(j * sd, 4)) for j in (-4, -2, -1, 0, 1, 2, 4)]
    return {
        "slice": spec,
        "strikes": found,
        "density": [
            {"k": k, "pdf": text(s.density(mpf(k))), "below": text(s.below(mpf(k)))} for k in points
        ],
        "moments": {name: text(value) for name, value in moments(s, sd).items()},
    }


print(json.dumps([reference(spec) for spec in SLICES], indent=1))
