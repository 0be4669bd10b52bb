from figure import Figure

f = Figure(320, 116, "A 2 × 2 filter on a 4 × 4 image, and the receptive field of two layers")
image = ((1, 2, 0, 1), (0, 1, 3, 1), (2, 1, 0, 0), (1, 0, 1, 2))
kernel = ((1, 0), (0, -1))
CELL = 18
f.text(4, 11, "image", bold=True)
for i in range(4):
    for j in range(4):
        covered = i < 2 and 1 <= j < 3
        f.rect(4 + CELL * j, 18 + CELL * i, CELL - 1, CELL - 1, "accent" if covered else "muted", 0.4 if covered else 0.18)
        f.text(4 + CELL * j + 8.5, 18 + CELL * i + 13, str(image[i][j]), anchor="middle")
f.frame(4 + CELL - 0.5, 17.5, 2 * CELL, 2 * CELL, "accent", 2)
with f.part("filter"):
    f.text(86, 11, "filter", bold=True)
    for i in range(2):
        for j in range(2):
            f.rect(86 + CELL * j, 18 + CELL * i, CELL - 1, CELL - 1, "second", 0.25)
            f.text(86 + CELL * j + 8.5, 18 + CELL * i + 13, str(kernel[i][j]).replace("-", "−"), anchor="middle")
with f.part("feature map"):
    f.text(134, 11, "feature map", bold=True)
    for i in range(3):
        for j in range(3):
            total = sum(kernel[a][b] * image[i + a][j + b] for a in range(2) for b in range(2))
            now = (i, j) == (0, 1)
            f.rect(134 + CELL * j, 18 + CELL * i, CELL - 1, CELL - 1, "accent" if now else "muted", 0.4 if now else 0.18)
            f.text(134 + CELL * j + 8.5, 18 + CELL * i + 13, str(total).replace("-", "−"), "ink", "middle", now)
f.text(4, 105, "2 − 3 = −1", "accent", bold=True)
f.text(86, 105, "4 − 2 + 1 = 3 a side", "muted")
with f.part("receptive field"):
    f.text(216, 11, "receptive field", bold=True)
    for level, count in ((0, 1), (1, 3), (2, 5)):
        y = 22 + 27 * level
        for c in range(7):
            inside = abs(c - 3) <= (count - 1) / 2
            f.rect(214 + 14.5 * c, y, 13, 13, "accent" if inside else "muted", 0.85 if inside and level < 2 else 0.4 if inside else 0.18)
    for level in (0, 1):
        y = 35 + 27 * level
        half = 14.5 * (0.5 + level)
        f.line(264 - half, y, 264 - half - 14.5, y + 14, "accent", 1)
        f.line(264 + half, y, 264 + half + 14.5, y + 14, "accent", 1)
    f.text(264, 105, "two layers see 5", "muted", "middle")
f.show()
