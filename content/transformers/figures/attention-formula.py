from math import exp

from figure import Figure

TOKENS = ("the", "cat", "ate", "it")
SCORES = ((1.2, 0.3, 0.1, 0.4), (0.8, 1.6, 0.9, 0.2), (0.1, 2.1, 0.7, 1.3), (0.2, 1.9, 0.6, 0.9))
CELL, LEFT, TOP = 22, 32, 42


def softmax(row):
    powers = [exp(value) for value in row]
    return [power / sum(powers) for power in powers]


weights = [softmax(row[: i + 1]) + [0.0] * (3 - i) for i, row in enumerate(SCORES)]
f = Figure(320, 146, "Causal attention on four tokens: scores, mask, softmax")
for k, (title, under) in enumerate((("1 scores", "QKᵀ / √dₖ"), ("2 mask", "future → −∞"), ("3 softmax", "rows sum to 1"))):
    x0 = LEFT + k * (4 * CELL + 10)
    f.text(x0, 10, title, bold=True)
    f.text(x0, 23, under, "muted")
    for j, token in enumerate(TOKENS):
        f.text(x0 + (j + 0.5) * CELL, TOP - 4, token, "muted", "middle")
    with f.part(title[2:]):
        for i in range(4):
            for j in range(4):
                hidden = k > 0 and j > i
                share = SCORES[i][j] / 2.1 if k < 2 else weights[i][j]
                f.rect(x0 + j * CELL + 0.5, TOP + i * CELL + 0.5, CELL - 1, CELL - 1, "muted" if hidden else "accent", 0.12 if hidden else max(0.06, share * 0.5))
                value = f"{SCORES[i][j]:.1f}" if k < 2 else f"{weights[i][j]:.2f}".removeprefix("0")
                label = ("−∞" if k == 1 else "0") if hidden else value.removesuffix(".00")
                f.text(x0 + (j + 0.5) * CELL, TOP + i * CELL + 15, label, "muted" if hidden else "ink", "middle")
for i, token in enumerate(TOKENS):
    f.text(LEFT - 5, TOP + i * CELL + 15, token, anchor="end")
f.text(LEFT, 143, "row: the token that asks; column: the token it reads", "muted")
f.show()
