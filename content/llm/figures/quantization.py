from math import sin

from figure import Figure, steps

f = Figure(158, 104, "Rounding weights to a grid of seven levels")
p = f.panel(24, 18, 130, 66, (0, 6.3), (-1.15, 1.15))
for level in range(-3, 4):
    p.curve([(0, level / 3), (6.3, level / 3)], "muted", 0.5)
xs = [0.15 + 0.3 * i for i in range(21)]
with f.part("quantized values"):
    for x in xs:
        value = 0.97 * sin(x)
        p.curve([(x, value), (x, round(3 * value) / 3)], "accent", 1.25)
        f.circle(*p.at(x, round(3 * value) / 3), 2.6, "accent")
with f.part("original values"):
    p.curve([(x, 0.97 * sin(x)) for x in steps(0, 6.3, 60)], "second", 1.25, "4 2")
for level in (3, 0, -3):
    p.text(0, level / 3, str(level).replace("-", "−"), "muted", "end", dx=-5, dy=4)
f.text(4, 11, "3 bits", "accent", bold=True)
f.text(154, 11, "error ≤ scale / 2", "ink", "end")
f.text(154, 99, "BF16 values", "second", "end")
f.show()
