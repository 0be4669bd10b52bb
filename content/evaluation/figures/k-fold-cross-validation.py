from figure import Figure

f = Figure(158, 94, "Five folds: each validates once; the test rows stay aside")
f.text(4, 10, "5 fits, 5 scores")
with f.part("validation folds"):
    for row in range(5):
        for column in range(5):
            held = row == column
            f.rect(4 + 23 * column, 16 + 13 * row, 21.5, 11, "accent" if held else "muted", 0.9 if held else 0.22)
with f.part("test rows"):
    f.rect(125, 16, 29, 63, "second", 0.2)
    f.frame(125, 16, 29, 63, "second", dash="3 2")
    f.text(139.5, 45, "test", "second", "middle", True)
    f.text(139.5, 58, "once", "second", "middle")
f.text(4, 91, "validate", "accent", bold=True)
f.text(54, 91, "train", "muted")
f.show()
