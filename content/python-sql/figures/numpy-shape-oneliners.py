from figure import Figure

f = Figure(292, 92, "Broadcasting a column of shape (3, 1) over an array of shape (3, 4)")
CELL = 17


def grid(x, rows, columns, shape, role, real):
    f.text(x + CELL * columns / 2, 11, shape, "ink", "middle", True)
    for i in range(rows):
        for j in range(columns):
            if j < real:
                f.rect(x + CELL * j, 20 + CELL * i, CELL - 1, CELL - 1, role, 0.25 + 0.2 * i if real == 1 else 0.3)
            else:
                f.frame(x + CELL * j + 0.5, 20.5 + CELL * i, CELL - 2, CELL - 2, role, 0.75, dash="2 2")


with f.part("array"):
    grid(8, 3, 4, "(3, 4)", "accent", 4)
f.text(92, 50, "/", "ink", "middle", True)
with f.part("column"):
    grid(108, 3, 4, "(3, 1)", "second", 1)
    f.text(134, 85, "stretched, not copied", "second", "middle")
f.text(196, 50, "=", "ink", "middle", True)
with f.part("result"):
    grid(214, 3, 4, "(3, 4)", "accent", 4)
f.show()
