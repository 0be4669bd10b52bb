from figure import Figure

f = Figure(320, 118, "Four ways to split: at random, stratified, by group, by time")
TRAIN, VALIDATE, TEST = ("accent", 0.35), ("muted", 0.45), ("second", 0.75)
rows = (
    ("random", [0, 0, 2, 0, 1, 0, 0, 2, 0, 0, 1, 0, 0, 0, 1, 0, 2, 0, 0, 0], ""),
    ("stratified", [0, 0, 0, 1, 2, 0, 0, 0, 1, 2] * 2, "+ − "),
    ("group", [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 2, 2, 2, 0, 0, 0], "group"),
    ("time", [0] * 12 + [1] * 4 + [2] * 4, "time"),
)
for k, (name, cells, note) in enumerate(rows):
    y = 16 + 23 * k
    with f.part(f"{name} split"):
        f.text(56, y + 12, name, "ink", "end", True)
        for i, cell in enumerate(cells):
            f.rect(62 + 12.8 * i, y, 11.8, 16, *(TRAIN, VALIDATE, TEST)[cell])
        if note == "+ − ":
            for i in range(20):
                f.text(62 + 12.8 * i + 5.9, y + 12, "+" if i >= 10 else "−", "ink", "middle")
        if note == "group":
            for edge in (4, 8, 11, 14, 17):
                f.line(61.5 + 12.8 * edge, y - 3, 61.5 + 12.8 * edge, y + 19, "ink", 1.25)
        if note == "time":
            f.arrow((62, y + 22), (317, y + 22), role="muted", width=1)
for x, role, opacity, label in ((62, *TRAIN, "train"), (140, *VALIDATE, "validate"), (232, *TEST, "test")):
    f.rect(x, 2, 9, 9, role, opacity)
    f.text(x + 13, 10, label)
f.show()
