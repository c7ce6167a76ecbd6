"""Line 12's peer: BG/NBD by SciPy's L-BFGS-B with numeric gradient, as Python tools for it do.

Reads {"repeats": [...], "recency": [...], "observed": [...]} from standard input; writes the time of the fit in
milliseconds and what it found. Source of the likelihood: Fader & Hardie 2013, "Overcoming the BG/NBD Model's #NUM!
Error Problem".
"""

import json
import sys
import time

import numpy
import scipy
from scipy.optimize import minimize
from scipy.special import betaln, gammaln

given = json.load(sys.stdin)
x, t_x, T = (numpy.array(given[name], dtype=float) for name in ("repeats", "recency", "observed"))
has_repeats = x > 0


def negative_log_likelihood(logarithms):
    r, alpha, a, b = numpy.exp(logarithms)
    level = gammaln(r + x) - gammaln(r) + r * numpy.log(alpha) + betaln(a, b + x) - betaln(a, b)
    alive = -(r + x) * numpy.log(alpha + T)
    with numpy.errstate(divide="ignore"):
        gone = numpy.log(a) - numpy.log(b + numpy.maximum(x, 1) - 1) - (r + x) * numpy.log(alpha + t_x)
    both = numpy.where(has_repeats, numpy.logaddexp(alive, gone), alive)
    return -numpy.mean(level + both)


start = time.perf_counter()
found = minimize(negative_log_likelihood, numpy.zeros(4), method="L-BFGS-B")
milliseconds = (time.perf_counter() - start) * 1000
r, alpha, a, b = (float(value) for value in numpy.exp(found.x))
json.dump(
    {
        "milliseconds": milliseconds,
        "result": {
            "r": r,
            "alpha": alpha,
            "a": a,
            "b": b,
            "logLikelihood": float(-found.fun * len(x)),
        },
        "versions": f"Python {sys.version.split()[0]}, SciPy {scipy.__version__}, NumPy {numpy.__version__}",
    },
    sys.stdout,
)
