from figure import Figure

f = Figure(320, 118, "Four ways to split: at random, stratified, by group, by time")


def cell(x, y, width, height, kind):
    """Filled, outlined, dark: told apart in gray too."""
    if kind == 1:
        f.frame(x + 0.75, y + 0.75, width - 1.5, height - 1.5, "muted", 1.5)
    else:
        f.rect(x, y, width, height, *(("accent", 0.3), None, ("second", 0.75))[kind])


rows = (
    ("random", [0, 0, 2, 0, 1, 0, 0, 2, 0, 0, 1, 0, 0, 0, 1, 0, 2, 0, 0, 0], ""),
    ("stratified", [0, 0, 0, 1, 2, 0, 0, 0, 1, 2] * 2, "+ − "),
    ("group", [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 2, 2, 2, 0, 0, 0], "group"),
    ("time", [0] * 12 + [1] * 4 + [2] * 4, "time"),
)
for k, (name, kinds, note) in enumerate(rows):
    y = 16 + 23 * k
    with f.part(f"{name} split"):
        f.text(56, y + 12, name, "ink", "end", True)
        for i, kind in enumerate(kinds):
            cell(62 + 12.8 * i, y, 11.8, 16, kind)
        if note == "+ − ":
            for i in range(20):
                f.text(62 + 12.8 * i + 5.9, y + 12, "+" if i >= 10 else "−", "ink", "middle")
        if note == "group":
            for edge in (4, 8, 11, 14, 17):
                f.line(61.5 + 12.8 * edge, y - 3, 61.5 + 12.8 * edge, y + 19, "ink", 1.25)
        if note == "time":
            f.arrow((62, y + 22), (317, y + 22), role="muted", width=1)
for x, kind, label in ((62, 0, "train"), (140, 1, "validate"), (232, 2, "test")):
    cell(x, 1, 10, 10, kind)
    f.text(x + 14, 10, label)
f.show()
