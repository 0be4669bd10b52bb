from random import Random

from figure import Figure

random = Random(7)
f = Figure(320, 92, "Bias and variance as throws at a target")
for k, (first, second, off, spread) in enumerate(
    (("low bias", "low variance", 0, 4), ("high bias", "low variance", 15, 4), ("low bias", "high variance", 0, 11), ("high bias", "high variance", 13, 10))
):
    x, y = 40 + 80 * k, 33
    for r in (30, 20, 10):
        f.ring(x, y, r, "muted", 0.75)
    f.circle(x, y, 2.5, "ink")
    for _ in range(9):
        f.circle(x + off + random.gauss(0, spread) * 0.8, y - off * 0.6 + random.gauss(0, spread) * 0.8, 2.2, "accent" if off == 0 else "second")
    f.text(x, 76, first, "second" if off else "accent", "middle", True)
    f.text(x, 89, second, "ink", "middle")
f.show()
