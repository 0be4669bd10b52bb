from math import cos, pi, sin, sqrt

from figure import Figure, steps

BEST = (0.75, 1.55)
A, B, C = 1.0, 0.35, 1.3


def loss(point):
    u, v = point[0] - BEST[0], point[1] - BEST[1]
    return A * u * u + 2 * B * u * v + C * v * v


def contour(level):
    """An ellipse of equal loss, by the Cholesky factor of its matrix."""
    a = sqrt(A)
    b = B / a
    c = sqrt(C - b * b)
    for t in steps(0, 2 * pi, 72)[:-1]:
        u, v = sqrt(level) * cos(t), sqrt(level) * sin(t) / c
        yield BEST[0] + (u - b * v) / a, BEST[1] + v


circle = [(cos(t), sin(t)) for t in steps(0, 2 * pi, 3600)]
diamond = [(x / (abs(x) + abs(y)), y / (abs(x) + abs(y))) for x, y in circle]
f = Figure(320, 164, "Loss contours touch the L1 diamond at its corner, the L2 disc beside the axis")
for x0, name, rule, region, edge in (
    (4, "L1 (lasso)", "|w₁| + |w₂| ≤ 1", [(1, 0), (0, 1), (-1, 0), (0, -1)], diamond),
    (166, "L2 (ridge)", "w₁² + w₂² ≤ 1", circle[:-1:50], circle),
):
    p = f.panel(x0, 22, 150, 140, (-1.4, 2.4), (-1.1, 2.75))
    hit = min(edge, key=loss)
    f.text(x0, 11, name, bold=True)
    f.text(x0 + 150, 11, rule, "accent", "end")
    with f.part(f"{name} region"):
        p.area(region)
        p.closed(region, width=1.5)
    p.curve([(-1.4, 0), (2.4, 0)], "ink", 0.75)
    p.curve([(0, -1.1), (0, 2.75)], "ink", 0.75)
    p.text(2.4, 0, "w₁", anchor="end", dy=12)
    p.text(0, 2.75, "w₂", dx=4, dy=2)
    with f.part("loss contours"):
        p.closed(list(contour(loss(hit) * 0.4)), "second", 1, "3 2")
        p.closed(list(contour(loss(hit))), "second", 1.75)
        p.dot(*BEST, "second", 2.5)
        p.text(*BEST, "ŵ", "second", dx=5, dy=-4)
    with f.part(f"{name} solution"):
        p.dot(*hit)
        left = edge is diamond
        label = f"({round(hit[0], 2) + 0:g}, {round(hit[1], 2):g})"
        p.text(*hit, label, anchor="end" if left else None, bold=True, dx=-8 if left else 19, dy=3 if left else 17)
f.show()
