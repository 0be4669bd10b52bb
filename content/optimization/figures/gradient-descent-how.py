from math import cos, pi, sin, sqrt

from figure import Figure, steps

STEEP = 6.0


def descend(rate, count, x=-2.4, y=0.55):
    """Gradient descent on (x² + 6 y²) / 2, which diverges for a rate above 1/3."""
    points = [(x, y)]
    for _ in range(count):
        x, y = x - rate * x, y - rate * STEEP * y
        points.append((x, y))
    return points


f = Figure(320, 112, "Gradient descent on one valley with three learning rates")
runs = ((0.02, "muted", "0.02 crawls", None), (0.25, "accent", "0.25 arrives", None), (0.35, "second", "0.35 diverges", "3 1.5"))
for k, (rate, role, label, dash) in enumerate(runs):
    p = f.panel(2 + 108 * k, 18, 100, 76, (-3, 3), (-1.75, 1.75))
    f.text(52 + 108 * k, 11, label, role, "middle", True)
    for level in (0.4, 1.6, 3.79):
        ellipse = [(sqrt(2 * level) * cos(t), sqrt(2 * level / STEEP) * sin(t)) for t in steps(0, 2 * pi, 60)]
        p.curve(ellipse, "muted", 0.75)
    with f.part(f"learning rate {rate:g}"):
        path = descend(rate, 11)
        p.curve(path, role, 1.75, dash)
        for point in path[1:]:
            f.circle(*p.at(*point), 1.9, role)
    p.dot(*path[0], r=2.5)
    f.text(*p.at(0, 0), "+", "ink", "middle")
f.text(160, 108, "11 steps on ½(x² + 6y²); above a rate of ⅓ it diverges", anchor="middle")
f.show()
