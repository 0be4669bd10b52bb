from math import log2

from figure import Figure, steps

f = Figure(158, 106, "Gini impurity and entropy of two classes")
p = f.panel(24, 16, 126, 62)
p.axes((0, 0.5, 1), (0, 0.5, 1), "share p of one class")
with f.part("entropy"):
    p.curve([(x, 0 if x in (0, 1) else -x * log2(x) - (1 - x) * log2(1 - x)) for x in steps(0, 1, 60)], "second", 1.5, "4 2")
    p.text(0.5, 1, "entropy, bits", "second", "middle", dy=-4)
with f.part("Gini impurity"):
    p.curve([(x, 2 * x * (1 - x)) for x in steps(0, 1, 40)])
    p.text(0.5, 0.5, "Gini", "accent", "middle", True, dy=12)
f.show()
