from figure import Figure

f = Figure(320, 118, "What to train, by the amount of data and the distance of the domain")
cells = (
    (0, 0, "head only", (0, 0, 0, 1)),
    (1, 0, "late layers, head", (0, 0, 1, 1)),
    (0, 1, "all, small rate", (2, 2, 2, 1)),
    (1, 1, "all, or from scratch", (1, 1, 1, 1)),
)
for column, row, label, layers in cells:
    x, y = 66 + 128 * column, 18 + 44 * row
    with f.part(label):
        f.frame(x, y, 124, 40, "muted", 0.75, 3)
        for k, layer in enumerate(layers):
            f.rect(x + 8 + 27 * k, y + 5, 25, 13, "muted" if layer == 0 else "accent", 0.25 if layer == 0 else 0.4 if layer == 2 else 0.9)
        f.text(x + 62, y + 33, label, "ink", "middle", True)
f.text(62, 38, "few labels", anchor="end", bold=True)
f.text(62, 82, "many", anchor="end", bold=True)
f.text(128, 11, "similar images", anchor="middle", bold=True)
f.text(256, 11, "different images", anchor="middle", bold=True)
f.text(66, 115, "pale frozen", "muted")
f.text(140, 115, "medium small rate, dark trained", "accent")
f.show()
