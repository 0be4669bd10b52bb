from math import exp

from figure import Figure, steps


def beta(x, a, b):
    return x**a * (1 - x) ** b


f = Figure(158, 104, "Prior, likelihood and posterior: MAP lies between prior and MLE")
p = f.panel(8, 16, 144, 68, (0, 1), (0, 1.1))
p.curve([(0, 0), (1, 0)], "ink", 0.75)
for name, a, b, role, dash in (("prior", 4, 4, "muted", "4 2"), ("likelihood", 8, 2, "second", "2 1.5"), ("posterior", 12, 6, "accent", None)):
    top = beta(a / (a + b), a, b)
    with f.part(name):
        p.curve([(x, beta(x, a, b) / top) for x in steps(0, 1, 80)], role, 2 if dash is None else 1.5, dash)
for x, label, role, shift, anchor in ((12 / 18, "MAP .67", "accent", 3, "end"), (0.8, "MLE .8", "second", -11, None)):
    u, v = p.at(x, 1)
    f.line(u, v, u, p.at(x, 0)[1], role, 1, "2 2")
    f.text(u + shift, 97, label, role, anchor, True)
f.text(24, 40, "prior", "muted")
f.text(154, 12, "8 of 10 heads", "second", "end")
f.show()
