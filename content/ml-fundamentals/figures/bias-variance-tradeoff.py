from math import exp

from figure import Figure, steps


def test(x):
    """Bias falls, variance rises; past the interpolation threshold at 0.62, the error falls a second time."""
    classical = 0.30 + 1.25 * (0.32 - x) ** 2 * (4.2 if x < 0.32 else 3.0)
    modern = 0.20 + 0.48 * exp(-(x - 0.62) / 0.13)
    return classical if x <= 0.62 else modern


def smooth(x, width=0.02):
    near = steps(x - width, x + width, 20)
    return sum(test(each) for each in near) / len(near)


f = Figure(158, 118, "Test error against capacity: a U, then a second descent")
p = f.panel(8, 18, 146, 82, (0, 1), (0, 0.8))
p.axes(xlabel="capacity →", ylabel="error")
x, bottom = p.at(0.62, 0)
f.line(x, 22, x, bottom, "muted", 1, "3 2")
with f.part("training error"):
    p.curve([(x, 0.62 * max(0, 1 - x / 0.62) ** 1.6 + 0.008) for x in steps(0.04, 1, 96)], "muted", 1.5, "4 2")
    p.text(0.27, 0.09, "train", "muted", "end")
with f.part("test error"):
    p.curve([(x, smooth(x)) for x in steps(0.03, 1, 194)])
    p.text(0.99, 0.33, "test", "accent", "end", True)
with f.part("best classical model"):
    p.dot(0.32, smooth(0.32), "accent", 3)
f.text(x - 4, 26, "interpolates", "muted", "end")
f.text(8, 113, "underfit")
f.show()
