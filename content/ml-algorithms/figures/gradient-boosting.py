from math import sin

from figure import Figure, steps

xs = steps(0.02, 0.98, 32)
ys = [0.55 * sin(5.4 * x) + 0.25 * x for x in xs]


def stump(residuals):
    """The best split into two constants."""
    best = None
    for cut in range(1, len(xs)):
        left, right = residuals[:cut], residuals[cut:]
        a, b = sum(left) / len(left), sum(right) / len(right)
        error = sum((r - a) ** 2 for r in left) + sum((r - b) ** 2 for r in right)
        if best is None or error < best[0]:
            best = (error, cut, a, b)
    return best[1:]


def fitted(rounds, rate=0.7):
    prediction = [sum(ys) / len(ys)] * len(xs)
    for _ in range(rounds):
        cut, a, b = stump([y - p for y, p in zip(ys, prediction)])
        prediction = [p + rate * (a if i < cut else b) for i, p in enumerate(prediction)]
    return prediction


f = Figure(320, 106, "The sum of trees after 1, 3 and 20 rounds, and the residuals that the next tree fits")
for k, rounds in enumerate((1, 3, 20)):
    p = f.panel(4 + 108 * k, 18, 98, 82, (0, 1), (-0.75, 0.75))
    f.text(53 + 108 * k, 11, f"{rounds} {'tree' if rounds == 1 else 'trees'}", "ink", "middle", True)
    prediction = fitted(rounds)
    with f.part(f"residuals after {rounds}"):
        for x, y, value in zip(xs, ys, prediction):
            if abs(y - value) > 0.01:
                p.curve([(x, y), (x, value)], "second", 1)
    for x, y in zip(xs, ys):
        f.circle(*p.at(x, y), 1.7, "muted")
    line = []
    for i, value in enumerate(prediction):
        low = 0 if i == 0 else (xs[i - 1] + xs[i]) / 2
        high = 1 if i == len(xs) - 1 else (xs[i] + xs[i + 1]) / 2
        line += [(low, value), (high, value)]
    p.curve(line, "accent", 2)
p = f.panel(4, 18, 98, 82)
f.text(4, 101, "sum", "accent", bold=True)
f.text(30, 101, "residual", "second", bold=True)
f.show()
