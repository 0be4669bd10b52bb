from statistics import NormalDist

from figure import Figure, steps

f = Figure(158, 132, "ROC curves of a perfect, a good and a random ranking")
p = f.panel(24, 18, 130, 82)
p.axes((0, 0.5, 1), (0, 0.5, 1), "false positive rate", "true positive rate")
normal = NormalDist()
with f.part("random ranking"):
    p.curve([(0, 0), (1, 1)], "muted", 1, "4 3")
    p.text(0.99, 0.28, "random 0.5", "muted", "end")
with f.part("a model's curve"):
    p.curve([(x, normal.cdf(1.5 + normal.inv_cdf(x))) for x in steps(0.0005, 0.9995, 120)])
    p.text(0.25, 0.62, f"AUC {normal.cdf(1.5 / 2**0.5):.2f}", "accent", bold=True)
with f.part("perfect ranking"):
    p.curve([(0, 0), (0, 1), (1, 1)], "second", 1.5, "3 2")
    p.text(1, 1, "perfect 1.0", "second", "end", dy=-3)
f.show()
