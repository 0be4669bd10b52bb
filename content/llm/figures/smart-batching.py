from figure import Figure

LENGTHS = (9, 3, 5, 2)
CELL = 15
f = Figure(320, 108, "Slots over decode steps: static batching idles, continuous batching refills")
continuous = ([("A", 9)], [("B", 3), ("E", 6)], [("C", 5), ("F", 4)], [("D", 2), ("G", 4), ("H", 3)])
for k, (name, used) in enumerate((("static", 19), ("continuous", 36))):
    x0 = 10 + 162 * k
    f.text(x0, 11, name, "second" if k == 0 else "accent", bold=True)
    f.text(x0 + 9 * CELL, 11, f"{used} of 36 busy", "muted", "end")
    with f.part(f"{name} batching"):
        for row, length in enumerate(LENGTHS):
            cells = [(name, i == 0) for name, count in continuous[row] for i in range(count)]
            for step in range(9):
                x, y = x0 + CELL * step, 18 + 19 * row
                busy = k == 1 or step < length
                letter, first = cells[step] if k == 1 else ("ABCD"[row], step == 0)
                if busy:
                    later = k == 1 and letter > "D"
                    f.rect(x, y, CELL - 1, 17, "accent" if k else "muted", 0.5 if later else 0.3)
                    if first:
                        f.text(x + 7, y + 12, letter, "ink", "middle", True)
                else:
                    f.frame(x + 0.5, y + 0.5, CELL - 2, 16, "second", 0.75, dash="2 2")
    f.arrow((x0, 101), (x0 + 9 * CELL, 101), role="muted", width=1)
f.show()
