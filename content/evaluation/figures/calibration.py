from math import exp, log

from figure import Figure, steps

f = Figure(158, 132, "Reliability diagram of an overconfident model")
p = f.panel(24, 18, 130, 82)
p.axes((0, 0.5, 1), (0, 0.5, 1), "predicted", "share of positives")
with f.part("perfect calibration"):
    p.curve([(0, 0), (1, 1)], "muted", 1, "4 3")
    p.text(0.24, 0.06, "calibrated", "muted")
bins = [0.05 + 0.1 * i for i in range(10)]


def true_rate(score):
    """The model's log-odds are twice as large as they should be."""
    return 1 / (1 + exp(-log(score / (1 - score)) / 2))


with f.part("overconfident model"):
    p.curve([(score, true_rate(score)) for score in steps(0.02, 0.98, 96)])
    for score in bins:
        x, y = p.at(score, true_rate(score))
        f.circle(x, y, 2.5, "accent")
    p.text(1, 0.36, "overconfident", "accent", "end", True)
with f.part("calibration gap"):
    x, top = p.at(0.85, 0.85)
    _, low = p.at(0.85, true_rate(0.85))
    f.line(x, top, x, low - 3, "second", 1.5)
    f.text(x + 2, top - 4, "gap", "second", "end")
f.show()
