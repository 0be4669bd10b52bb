from math import erf, exp, pi, sqrt, tanh

from figure import Figure, steps


def sigmoid(x):
    return 1 / (1 + exp(-x))


def phi(x):
    return 0.5 * (1 + erf(x / sqrt(2)))


def density(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


SHAPES = (
    ("ReLU", lambda x: max(0, x), lambda x: 0 if x < 0 else 1, "dies at x < 0"),
    ("leaky", lambda x: x if x > 0 else 0.1 * x, lambda x: 0.1 if x < 0 else 1, "small slope"),
    ("GELU", lambda x: x * phi(x), lambda x: phi(x) + x * density(x), "smooth"),
    ("sigmoid", sigmoid, lambda x: sigmoid(x) * (1 - sigmoid(x)), "slope ≤ ¼"),
    ("tanh", tanh, lambda x: 1 - tanh(x) ** 2, "slope ≤ 1"),
    ("SiLU", lambda x: x * sigmoid(x), lambda x: sigmoid(x) * (1 + x * (1 - sigmoid(x))), "x σ(x)"),
)
f = Figure(320, 165, "Six activation functions and their derivatives")
for k, (name, value, slope, note) in enumerate(SHAPES):
    column, row = k % 3, k // 3
    p = f.panel(4 + 108 * column, 4 + 78 * row, 98, 58, (-3, 3), (-1.2, 2.2))
    p.curve([(-3, 0), (3, 0)], "ink", 0.75)
    p.curve([(0, -1.2), (0, 2.2)], "ink", 0.75)
    xs = steps(-3, 3, 60)
    with f.part(name):
        if name in ("ReLU", "leaky"):
            low = slope(-1)
            p.curve([(-3, low), (0, low)], "second", 1.5, "4 2")
            p.curve([(0, 1), (3, 1)], "second", 1.5, "4 2")
        else:
            p.curve([(x, slope(x)) for x in xs], "second", 1.5, "4 2")
        p.curve([(x, value(x)) for x in xs])
        p.text(-3, 2.2, name, "ink", bold=True, dy=9)
        p.text(-3, -1.2, note, "muted", dy=8)
f.text(316, 162, "derivative", "second", "end", True)
f.text(252, 162, "value,", "accent", "end", True)
f.show()
