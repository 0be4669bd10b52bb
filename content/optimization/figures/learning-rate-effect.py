from math import exp

from figure import Figure, steps

f = Figure(158, 112, "Loss curves of a learning rate that is too low, right, and too high")
p = f.panel(8, 18, 120, 78, (0, 1), (0, 1))
p.axes(xlabel="steps →", ylabel="loss")
with f.part("too low"):
    p.curve([(x, 0.93 - 0.22 * x) for x in steps(0, 1, 2)], "muted", 1.5, "4 2")
    p.text(1, 0.72, "low", "muted", dx=4, dy=4)
with f.part("too high"):
    p.curve([(0, 0.93), (0.04, 0.62), (0.08, 0.75)] + [(0.12 + 0.04 * i, 0.55 + (0.05 if i % 2 else -0.04)) for i in range(23)], "second", 1.25)
    p.text(1, 0.55, "high", "second", dx=4, dy=6)
with f.part("right"):
    p.curve([(x, 0.10 + 0.83 * exp(-x / 0.16)) for x in steps(0, 1, 60)])
    p.text(1, 0.10, "right", "accent", bold=True, dx=4, dy=3)
with f.part("much too high"):
    p.curve([(0, 0.93), (0.05, 1.2)], "second", 2)
    f.text(30, 25, "NaN", "second", bold=True)
f.show()
