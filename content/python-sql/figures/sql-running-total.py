from figure import Figure

f = Figure(320, 110, "ROWS ends the frame at the row, the default RANGE at its last peer")
rows = (("01", 10), ("02", 20), ("02", 30), ("05", 40))
for k, (name, last, total, role) in enumerate((("ROWS", 1, 30, "accent"), ("RANGE (default)", 2, 60, "second"))):
    x0 = 8 + 162 * k
    f.text(x0, 11, name, role, bold=True)
    for i, (day, amount) in enumerate(rows):
        y = 20 + 18 * i
        inside = i <= last
        f.rect(x0, y, 92, 16, role if inside else "muted", 0.3 if inside else 0.15)
        f.text(x0 + 8, y + 12, f"day {day}", "ink", None, i == 1)
        f.text(x0 + 84, y + 12, str(amount), "ink", "end", i == 1)
    with f.part(f"frame of {name}"):
        f.frame(x0 - 2, 18, 96, 18 * (last + 1) + 2, role, 1.75, 3)
    f.arrow((x0 + 110, 46), (x0 + 97, 46), width=1.25)
    f.text(x0 + 113, 43, "row")
    with f.part(f"sum of {name}"):
        f.text(x0 + 113, 58, f"= {total}", role, None, True)
f.text(8, 106, "Two rows on day 02 are peers: only ROWS tells them apart.", "muted")
f.show()
