from random import Random

from figure import Figure

random = Random(3)
xs = [0.06 + 0.075 * i for i in range(13)]
ys = [0.18 + 0.55 * x + random.gauss(0, 0.11) for x in xs]
mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
slope = sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sum((x - mx) ** 2 for x in xs)
f = Figure(158, 104, "A least-squares line and its residuals")
p = f.panel(12, 16, 140, 72, (0, 1), (0, 1))
p.axes(xlabel="x", ylabel="y")
with f.part("residuals"):
    for x, y in zip(xs, ys):
        p.curve([(x, y), (x, my + slope * (x - mx))], "second", 1.5)
    f.text(154, 11, "residuals: least squares", "second", "end")
for x, y in zip(xs, ys):
    f.circle(*p.at(x, y), 2.3, "ink")
with f.part("line"):
    p.curve([(0, my - slope * mx), (1, my + slope * (1 - mx))])
    p.text(0.98, 0.30, "ŷ = β₀ + β₁x", "accent", "end", True)
f.show()
